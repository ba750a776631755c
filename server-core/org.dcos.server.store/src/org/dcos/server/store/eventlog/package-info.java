/** Entries of event logs as rows. */
package org.dcos.server.store.eventlog;

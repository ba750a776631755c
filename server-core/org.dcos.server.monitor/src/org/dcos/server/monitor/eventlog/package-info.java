/** Event logs of BMCs: read on, kept, and cleared when told to. */
package org.dcos.server.monitor.eventlog;

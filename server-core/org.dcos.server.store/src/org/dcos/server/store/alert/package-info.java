/** Alerts and their rules as rows. */
package org.dcos.server.store.alert;

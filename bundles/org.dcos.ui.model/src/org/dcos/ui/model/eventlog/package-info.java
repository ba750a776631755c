/** The event log of a server's BMC: what happened, over time and one by one. */
package org.dcos.ui.model.eventlog;

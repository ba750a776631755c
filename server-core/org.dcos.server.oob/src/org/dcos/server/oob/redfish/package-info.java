/** BMCs over Redfish: which have it, and driver, setup and log by it. */
package org.dcos.server.oob.redfish;

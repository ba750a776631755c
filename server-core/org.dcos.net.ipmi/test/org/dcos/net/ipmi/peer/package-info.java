/** Peers for tests: processes of ipmi_sim and ipmitool, a BMC with faults, a tap between two ends. */
package org.dcos.net.ipmi.peer;

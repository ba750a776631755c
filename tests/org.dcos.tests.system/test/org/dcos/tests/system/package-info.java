/** The server as built and installed, from outside: its API over HTTPS, ipmi_sim processes as BMCs, ipmitool as judge. */
package org.dcos.tests.system;

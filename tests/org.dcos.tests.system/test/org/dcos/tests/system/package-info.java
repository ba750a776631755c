/** The server as built and installed, from outside: its API over HTTPS, ipmi_sim as BMCs, ipmitool as judge. */
package org.dcos.tests.system;

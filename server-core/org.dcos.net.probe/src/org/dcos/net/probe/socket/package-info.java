/** Sockets that the JDK does not have, by the foreign-function API: ICMP and packet sockets of Linux. */
package org.dcos.net.probe.socket;

/** Sockets that the JDK does not have, by the foreign-function API: ICMP, ICMPv6 and packet sockets of Linux. */
package org.dcos.net.probe.socket;

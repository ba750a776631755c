/** Sockets that the JDK does not have, by the foreign-function API: UDP of one interface, packet sockets of Linux. */
package org.dcos.net.dhcp.socket;

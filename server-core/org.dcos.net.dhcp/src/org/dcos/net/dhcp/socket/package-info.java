/** Sockets that the JDK does not have, by the foreign-function API: UDP bound to an interface, and packet sockets of Linux. */
package org.dcos.net.dhcp.socket;

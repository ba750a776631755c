/** Clients, relays and servers of others, in network namespaces. */
package org.dcos.net.dhcp.peer;

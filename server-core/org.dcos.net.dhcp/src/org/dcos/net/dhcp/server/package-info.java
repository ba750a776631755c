/** A DHCP server on the interfaces of this machine: sockets, threads and the clock around the engine. */
package org.dcos.net.dhcp.server;

/** Clients, relays and servers of others, in network namespaces. */
package org.dcos.server.boot.peer;

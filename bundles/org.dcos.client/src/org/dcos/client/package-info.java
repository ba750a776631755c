/** Connections to server-cores, in this process or remote, with the domain's services over the wire. */
package org.dcos.client;

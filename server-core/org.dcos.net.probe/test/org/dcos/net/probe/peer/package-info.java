/** Real peers: hosts in network namespaces, and the programs that others ask with. */
package org.dcos.net.probe.peer;

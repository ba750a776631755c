/**
 * The frames of IPMI v2.0 over LAN for both ends, pure and without sockets: RMCP, RMCP+ sessions, RAKP, IPMI messages.
 */
package org.dcos.net.ipmi.wire;

/**
 * The frames of IPMI v2.0 over LAN (RMCP, RMCP+ sessions, RAKP, IPMI messages), for both ends, pure and without sockets.
 */
package org.dcos.net.ipmi.wire;

/** Serial over LAN: payload activation, its packets, and the open console (IPMI v2.0 r1.1 §15, §24, §26). */
package org.dcos.net.ipmi.sol;

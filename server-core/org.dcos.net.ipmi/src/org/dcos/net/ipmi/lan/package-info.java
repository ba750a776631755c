/** LAN configuration parameters of a channel (IPMI v2.0 r1.1 §23). */
package org.dcos.net.ipmi.lan;

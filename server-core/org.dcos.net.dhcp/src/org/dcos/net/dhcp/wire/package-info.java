/** DHCPv4 as it is on the wire: messages and options (RFC 2131, 2132), of which no length is trusted. */
package org.dcos.net.dhcp.wire;

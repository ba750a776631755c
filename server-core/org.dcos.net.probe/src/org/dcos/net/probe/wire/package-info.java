/** Packets as they are on the wire: ARP (RFC 826), IPv4 (RFC 791) and ICMP (RFC 792), with checked lengths. */
package org.dcos.net.probe.wire;

package org.dcos.net.probe.socket;

import java.net.Inet4Address;

/**
 * An ICMP message as received. The octets are valid until the next one is received.
 *
 * @param source who sent it
 * @param start  where in the octets the ICMP message begins
 * @param end    behind its last octet
 */
public record Datagram(Inet4Address source, byte[] octets, int start, int end) {}

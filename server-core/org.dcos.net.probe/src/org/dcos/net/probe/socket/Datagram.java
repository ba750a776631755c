package org.dcos.net.probe.socket;

import java.net.InetAddress;

/**
 * An ICMP message as received. The octets are valid until the next one is received.
 *
 * @param <A>    of which family
 * @param source who sent it
 * @param start  where in the octets the ICMP message begins
 * @param end    behind its last octet
 */
public record Datagram<A extends InetAddress>(A source, byte[] octets, int start, int end) {}

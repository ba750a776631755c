package org.dcos.net.dhcp.engine;

import java.net.Inet4Address;
import org.dcos.net.dhcp.wire.HardwareAddress;

/** Where an answer goes, out of the interface that the question came in by (RFC 2131 §4.1). */
public sealed interface Destination {

    /** To the server port of a relay, which passes it on. */
    record Relay(Inet4Address address) implements Destination {}

    /** To the client port of a host that has the address already. */
    record Host(Inet4Address address) implements Destination {}

    /** To the client port of a host that will have the address, and answers no ARP for it yet. */
    record Newcomer(Inet4Address address, HardwareAddress hardware) implements Destination {}

    /** To the client port of everybody. */
    record Everybody() implements Destination {}
}

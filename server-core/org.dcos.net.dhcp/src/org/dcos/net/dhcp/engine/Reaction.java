package org.dcos.net.dhcp.engine;

import java.net.Inet4Address;
import org.dcos.net.dhcp.wire.Message;

/** What is to be done about a message. */
public sealed interface Reaction {

    /**
     * To be sent.
     *
     * @param longest octets that the message may have
     */
    record Send(Message message, Destination destination, String networkInterface, int longest) implements Reaction {}

    /** To be found out whether anything uses the address; then {@link DhcpEngine#probed} is to be told. */
    record Probe(Inet4Address address, String networkInterface) implements Reaction {}

    /** Nothing. */
    record Silence(Reason reason) implements Reaction {}

    /** Nothing, for the client took what another server offered. */
    record Elsewhere(Inet4Address server, String networkInterface) implements Reaction {}
}

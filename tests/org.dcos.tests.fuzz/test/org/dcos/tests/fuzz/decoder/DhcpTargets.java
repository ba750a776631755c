package org.dcos.tests.fuzz.decoder;

import java.net.Inet4Address;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dcos.net.dhcp.engine.Arrival;
import org.dcos.net.dhcp.engine.DhcpEngine;
import org.dcos.net.dhcp.engine.ProbeFinding;
import org.dcos.net.dhcp.engine.Reaction;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.subnet.LeaseTimes;
import org.dcos.net.dhcp.subnet.Pool;
import org.dcos.net.dhcp.subnet.Subnet;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.MalformedMessage;
import org.dcos.net.dhcp.wire.Message;

/** DHCP messages by themselves, and what the server makes of them. */
final class DhcpTargets {

    private static final String INTERFACE = "oob0";
    private static final Inet4Address SERVER = Ipv4.address("10.80.0.1");
    private static final Inet4Address ASKER = Ipv4.address("10.80.0.2");
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    /** Octets that every client takes (RFC 2131 §2). */
    private static final int ALWAYS_TAKEN = 548;

    private DhcpTargets() {}

    static void message(byte[] input) throws MalformedMessage {
        Message message;
        try {
            message = Message.decode(input, input.length);
        } catch (MalformedMessage _) {
            return;
        }
        byte[] written = message.encode();
        Message again = Message.decode(written, written.length);
        if (!Arrays.equals(again.encode(), written)
                || !Set.copyOf(again.options().all()).equals(Set.copyOf(message.options().all()))) {
            throw new IllegalStateException("written and read again it is another message");
        }
        byte[] brief = message.encode(ALWAYS_TAKEN);
        if (brief.length > ALWAYS_TAKEN) {
            throw new IllegalStateException("%d octets, longer than any client takes".formatted(brief.length));
        }
        Message.decode(brief, brief.length);
    }

    static void server(byte[] input) {
        Message message;
        try {
            message = Message.decode(input, input.length);
        } catch (MalformedMessage _) {
            return;
        }
        var subnet = Subnet.attached("bmcs", "10.80.0.0/24", INTERFACE, Pool.of("10.80.0.50", "10.80.0.60"),
                LeaseTimes.of(Duration.ofHours(1)));
        var engine = new DhcpEngine(Configuration.of(Map.of(INTERFACE, SERVER), subnet).withLeaseQueriers(ASKER)
                .withProbing((message.transactionId() & 1) == 0), List.of());
        Instant later = NOW.plus(Duration.ofHours(2));
        hear(engine, message, message.clientAddress(), NOW);
        hear(engine, message, message.clientAddress(), NOW.plusSeconds(1));
        hear(engine, message, ASKER, NOW.plusSeconds(2));
        engine.tick(later);
        hear(engine, message, message.clientAddress(), later);
    }

    private static void hear(DhcpEngine engine, Message message, Inet4Address source, Instant at) {
        Reaction reaction = engine.handle(message, new Arrival(INTERFACE, source), at).reaction();
        if (reaction instanceof Reaction.Probe(var address, _)) {
            reaction = engine.probed(address, new ProbeFinding.Unused(), at).reaction();
        }
        if (reaction instanceof Reaction.Send send
                && send.message().encode(send.longest()).length > send.longest()) {
            throw new IllegalStateException("an answer longer than the client takes");
        }
    }
}

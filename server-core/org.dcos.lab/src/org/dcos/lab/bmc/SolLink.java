package org.dcos.lab.bmc;

import java.util.Optional;

import org.dcos.net.ipmi.sol.SolPacket;

/**
 * The controller's end of a Serial over LAN payload that a session has activated (IPMI v2.0 r1.1 §15): one packet is
 * under way at a time, and sent again when its acknowledgement does not come.
 */
final class SolLink {

    /** §26.3 parameter 4: characters are sent again after this. */
    private static final long RETRY_MILLIS = 500;
    private static final int MOST_DATA = 120;

    private final Session owner;
    private final HostConsole host;
    private Optional<SolPacket> unacknowledged = Optional.empty();
    private long sentAt;
    private int sequence;
    private int lastTyped;

    SolLink(Session owner, HostConsole host) {
        this.owner = owner;
        this.host = host;
    }

    Session owner() {
        return owner;
    }

    /** What goes back for a packet of the console; empty when there is nothing to say. */
    Optional<SolPacket> receive(SolPacket packet, boolean on, long now) {
        if (unacknowledged.filter(sent -> sent.sequence() == packet.acknowledged()).isPresent()) {
            unacknowledged = Optional.empty();
        }
        boolean fresh = packet.sequence() != 0 && packet.sequence() != lastTyped;
        if (fresh) {
            lastTyped = packet.sequence();
            type(packet, on);
        }
        if (packet.sequence() == 0) {
            return next(now);
        }
        var acknowledgement = SolPacket.acknowledgement(packet.sequence(), packet.length(), 0);
        return next(now).map(data -> new SolPacket(data.sequence(), packet.sequence(), packet.length(), 0, data.data()))
                .or(() -> Optional.of(acknowledgement));
    }

    private void type(SolPacket packet, boolean on) {
        if (!on) {
            return; // nobody reads the port of a host that is off
        }
        host.type(packet.data());
        if (packet.has(SolPacket.GENERATE_BREAK)) {
            host.sendBreak();
        }
    }

    /** What is to be sent without being asked: new characters, or once more what was not acknowledged. */
    Optional<SolPacket> next(long now) {
        if (unacknowledged.isPresent()) {
            if (now - sentAt < RETRY_MILLIS) {
                return Optional.empty();
            }
            sentAt = now;
            return unacknowledged;
        }
        if (host.isSilent()) {
            return Optional.empty();
        }
        sequence = SolPacket.after(sequence);
        sentAt = now;
        unacknowledged = Optional.of(new SolPacket(sequence, 0, 0, 0, host.take(MOST_DATA)));
        return unacknowledged;
    }
}

package org.dcos.net.dhcp.server;

import java.net.Inet4Address;
import java.util.function.Consumer;
import org.dcos.net.dhcp.engine.ProbeFinding;

/** Finds out whether anything uses an address before it is offered (RFC 2131 §2.2), by ARP or by ICMP echo. */
@FunctionalInterface
public interface ConflictProbe {

    /**
     * Returns at once.
     *
     * @param networkInterface by which the client was heard; clients of a relay are not on it
     * @param answer           is told once, by any thread; within the time that an offer is held
     */
    void ask(Inet4Address address, String networkInterface, Consumer<ProbeFinding> answer);

    /** Takes every address for unused. */
    static ConflictProbe none() {
        return (_, _, answer) -> answer.accept(new ProbeFinding.Unused());
    }
}

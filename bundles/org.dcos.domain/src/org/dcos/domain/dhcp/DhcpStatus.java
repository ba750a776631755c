package org.dcos.domain.dhcp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How DHCP is doing.
 *
 * @param since      when it came to this state
 * @param reason     why it does not serve all that it should, in words; empty when all is well
 * @param command    what mends that, to be given to a shell
 * @param interfaces those of this machine, whether they are served or not
 * @param networks   the served ones
 */
public record DhcpStatus(State state, Instant since, String reason, Optional<String> command,
        List<HostInterface> interfaces, List<NetworkUse> networks) {

    public DhcpStatus {
        interfaces = List.copyOf(interfaces);
        networks = List.copyOf(networks);
    }

    /** Whether it serves. */
    public enum State {
        /** It was not told to. */
        STOPPED,
        /** On all interfaces that it was told. */
        SERVING,
        /** On some of the interfaces; the others are tried again. */
        PARTLY,
        /** It should, and cannot; it is tried again. */
        REFUSED
    }
}

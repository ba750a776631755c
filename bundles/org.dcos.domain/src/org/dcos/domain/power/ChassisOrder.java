package org.dcos.domain.power;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An order to many chassis, in waves.
 *
 * @param servers one or more
 * @param reason  why, for the audit log; must be given for more than one server, and for all that interrupts
 * @param after   the order that this one does the rest of
 * @param seen    the digest of the plan that was confirmed; the order is refused when the waves would be others by now.
 *                Empty to take it as it comes
 */
public record ChassisOrder(List<UUID> servers, ChassisCommand command, String reason, Waves waves,
        Optional<UUID> after, String seen) {

    /** Most servers of one order. */
    public static final int MOST = 5_000;

    public ChassisOrder {
        servers = List.copyOf(servers);
    }

    public ChassisOrder in(Waves other) {
        return new ChassisOrder(servers, command, reason, other, after, seen);
    }

    /** As confirmed. */
    public ChassisOrder confirmed(String why, String digest) {
        return new ChassisOrder(servers, command, why, waves, after, digest);
    }
}

package org.dcos.domain.power;

import java.util.List;
import java.util.UUID;

/**
 * An order to change chassis power.
 *
 * @param servers one or more
 * @param reason  why, for the audit log; must be given for all that interrupts, and for more than one server
 */
public record PowerOrder(List<UUID> servers, PowerAction action, String reason) {

    public PowerOrder {
        servers = List.copyOf(servers);
    }
}

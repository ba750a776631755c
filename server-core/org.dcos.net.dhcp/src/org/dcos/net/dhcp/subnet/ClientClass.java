package org.dcos.net.dhcp.subnet;

import java.util.List;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.Options;

/**
 * Clients that get options of their own, asked for or not.
 *
 * @param all conditions, all of which have to hold
 */
public record ClientClass(String name, List<Condition> all, Options options, Boot boot) {

    public ClientClass {
        all = List.copyOf(all);
    }

    public boolean has(Message message) {
        return all.stream().allMatch(it -> it.holds(message));
    }
}

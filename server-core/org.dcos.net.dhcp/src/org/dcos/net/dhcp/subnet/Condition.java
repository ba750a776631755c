package org.dcos.net.dhcp.subnet;

import java.util.Set;
import org.dcos.net.dhcp.wire.BootOption;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.NetworkOption;
import org.dcos.net.dhcp.wire.Octets;

/** What a client is known by. */
public sealed interface Condition {

    boolean holds(Message message);

    /** Option 60. */
    record VendorClass(Glob pattern) implements Condition {
        @Override
        public boolean holds(Message message) {
            return message.options().find(BootOption.VendorClass.class).filter(it -> pattern.matches(it.name()))
                    .isPresent();
        }
    }

    /** One of the names of option 77. */
    record UserClass(Glob pattern) implements Condition {
        @Override
        public boolean holds(Message message) {
            return message.options().find(BootOption.UserClass.class).stream().flatMap(it -> it.names().stream())
                    .anyMatch(pattern::matches);
        }
    }

    /** One of the types of option 93. */
    record Architecture(Set<Integer> types) implements Condition {
        public Architecture {
            types = Set.copyOf(types);
        }

        @Override
        public boolean holds(Message message) {
            return message.options().find(BootOption.ClientArchitecture.class)
                    .filter(it -> it.types().stream().anyMatch(types::contains)).isPresent();
        }
    }

    /** Option 12. */
    record HostName(Glob pattern) implements Condition {
        @Override
        public boolean holds(Message message) {
            return message.options().find(NetworkOption.HostName.class).filter(it -> pattern.matches(it.name()))
                    .isPresent();
        }
    }

    /** How an Ethernet address begins: those of one maker. */
    record HardwarePrefix(Octets prefix) implements Condition {
        @Override
        public boolean holds(Message message) {
            var octets = message.hardware().octets();
            boolean same = message.hardware().type() == HardwareAddress.ETHERNET && octets.length() >= prefix.length();
            for (int i = 0; same && i < prefix.length(); i++) {
                same = octets.at(i) == prefix.at(i);
            }
            return same;
        }
    }

    /** Another does not hold. */
    record Not(Condition other) implements Condition {
        @Override
        public boolean holds(Message message) {
            return !other.holds(message);
        }
    }
}

package org.dcos.domain.ip;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One thing to be done with networks and addresses. */
public sealed interface PlanOrder {

    /** The reason, for the change set; may be empty. */
    String why();

    /**
     * Divides a network into equal parts, so that the parts are all of it; it becomes a container. Parts that are
     * recorded already stay as they are. What else is recorded in it lies within one part each, or it is refused.
     *
     * @param length of the parts
     */
    record Split(UUID prefix, int length, String why) implements PlanOrder {}

    /**
     * Makes one network of those that fill it: the container that they are the parts of, else the first of them grows.
     *
     * @param prefixes two or more, of one routing table, purpose, place and VLAN
     */
    record Merge(List<UUID> prefixes, String why) implements PlanOrder {

        public Merge {
            prefixes = List.copyOf(prefixes);
        }
    }

    /**
     * Takes free networks out of one: those of a length that leave large ones whole, or one that is named. Where the
     * network has no addresses of its own it becomes a container.
     *
     * @param container   what is taken from
     * @param length      of the networks
     * @param count       how many; 1 when one is named
     * @param cidr        the one that is meant; empty: the next free
     * @param purpose     what they are for; empty: as the container
     * @param idc         empty: as the container
     * @param room        empty: as the container
     * @param vlan        the VLAN they are on
     * @param description may be empty
     */
    record TakePrefixes(UUID container, int length, int count, Optional<String> cidr, String purpose,
            Optional<UUID> idc, Optional<UUID> room, Optional<UUID> vlan, String description,
            String why) implements PlanOrder {}

    /**
     * Gives out free addresses of a network.
     *
     * @param prefix     the network; empty: by purpose and place
     * @param purpose    what the network is for, when none is named
     * @param idc        where the network is used, when none is named
     * @param room       where the network is used, when none is named; networks of the room before those of its IDC
     * @param family     when no network is named
     * @param count      how many; 0 when they are named
     * @param contiguous whether they have to follow one another
     * @param addresses  those that are meant; empty: the next free
     * @param answering  whether named addresses are taken even if they answer: the holder uses them already
     * @param holder     who gets them; empty: they are reserved
     * @param dnsName    may be empty; for one address only
     */
    record TakeAddresses(Optional<UUID> prefix, String purpose, Optional<UUID> idc, Optional<UUID> room,
            Optional<IpFamily> family, int count, boolean contiguous, List<String> addresses, boolean answering,
            Optional<UUID> holder, String dnsName, String description, String why) implements PlanOrder {

        public TakeAddresses {
            addresses = List.copyOf(addresses);
        }

        /** The next free addresses of a network. */
        public static TakeAddresses next(UUID prefix, int count, Optional<UUID> holder, String why) {
            return new TakeAddresses(Optional.of(prefix), "", Optional.empty(), Optional.empty(), Optional.empty(),
                    count, false, List.of(), false, holder, "", "", why);
        }

        /** Addresses that are named. */
        public static TakeAddresses named(UUID prefix, List<String> addresses, Optional<UUID> holder, String why) {
            return new TakeAddresses(Optional.of(prefix), "", Optional.empty(), Optional.empty(), Optional.empty(), 0,
                    false, addresses, false, holder, "", "", why);
        }
    }

    /** Gives addresses that are reserved to a device or port. */
    record Assign(List<UUID> addresses, UUID holder, String why) implements PlanOrder {

        public Assign {
            addresses = List.copyOf(addresses);
        }
    }

    /** Takes addresses from their holders. They stay in quarantine until the wire has been silent long enough. */
    record Reclaim(List<UUID> addresses, String why) implements PlanOrder {

        public Reclaim {
            addresses = List.copyOf(addresses);
        }
    }
}

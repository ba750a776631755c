package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A network of addresses.
 *
 * @param vrf         the routing table it is of; empty: the global one
 * @param cidr        e.g. {@code 10.1.0.0/16}; unique within the routing table
 * @param purpose     what its addresses are for, e.g. {@code oob}; may be empty
 * @param idc         the data centre it is used in
 * @param room        the room it is used in
 * @param vlan        the VLAN it is on
 * @param gateway     an address of it that is never given to a device
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Prefix(UUID id, long version, @RefersTo(Kind.VRF) Optional<UUID> vrf, String cidr, PrefixState state,
        String purpose, @RefersTo(Kind.IDC) Optional<UUID> idc, @RefersTo(Kind.ROOM) Optional<UUID> room,
        @RefersTo(Kind.VLAN) Optional<UUID> vlan, Optional<String> gateway, String description,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public Prefix {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}

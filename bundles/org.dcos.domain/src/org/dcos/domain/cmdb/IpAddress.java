package org.dcos.domain.cmdb;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One address.
 *
 * @param vrf      the routing table it is of; empty: the global one
 * @param address  unique within the routing table
 * @param holder   the device or port that has it
 * @param dnsName  may be empty
 * @param silentSince for one in quarantine: since when nothing has answered on the wire
 * @param freeAfter   for one in quarantine: when it may be given out again, if the wire stays silent
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record IpAddress(UUID id, long version, @RefersTo(Kind.VRF) Optional<UUID> vrf, String address,
        AddressState state, @RefersTo( {
            Kind.SERVER,
            Kind.NETWORK_DEVICE, Kind.CHASSIS, Kind.PDU, Kind.PORT}) Optional<UUID> holder,
        String dnsName, String description, Optional<Instant> silentSince, Optional<Instant> freeAfter,
        Map<String, String> labels, Map<String, String> fields) implements Item{

    public IpAddress {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}

package org.dcos.domain.cmdb;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where the data centre meets the internet.
 *
 * @param name           unique
 * @param carrier        who provides it
 * @param ports          the ports that it leaves by
 * @param publicPrefixes the public prefixes that are reached by it
 * @param committedMbps  what is paid for; the 95th percentile is held against it
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Egress(UUID id, long version, @RefersTo(Kind.IDC) UUID idc, String name, String carrier,
        @RefersTo(Kind.PORT) List<UUID> ports,
        @RefersTo(Kind.PREFIX) List<UUID> publicPrefixes, int committedMbps,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public Egress {
        ports = List.copyOf(ports);
        publicPrefixes = List.copyOf(publicPrefixes);
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}

package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A circuit that brings power to racks.
 *
 * @param rack                   the rack it ends in, where it is for one
 * @param name                   unique within the room
 * @param side                   which of the redundant supplies it is of, e.g. {@code A}; may be empty
 * @param phases                 1 or 3
 * @param maxUtilisationPercent  of what it carries, how much may be used
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record PowerFeed(UUID id, long version, @RefersTo(Kind.ROOM) UUID room, @RefersTo(Kind.RACK) Optional<UUID> rack,
        String name, String side, int volts,
        int amperes, int phases, int maxUtilisationPercent,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public PowerFeed {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }

    /** What may be drawn from it. */
    public int usableWatts() {
        double full = volts * (double) amperes * (phases == 3 ? Math.sqrt(3) : 1);
        return (int) Math.floor(full * maxUtilisationPercent / 100);
    }
}

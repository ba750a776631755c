package org.dcos.domain.cmdb;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Units of a rack kept free for somebody.
 *
 * @param lowestUnit  the lowest unit kept, 1 at the bottom
 * @param heightUnits units kept
 * @param holder      whom they are kept for
 * @param why         what for
 * @param until       the last day; empty: until it is deleted
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record RackReservation(UUID id, long version, @RefersTo(Kind.RACK) UUID rack, double lowestUnit,
        double heightUnits, String holder, String why,
        Optional<LocalDate> until,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public RackReservation {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}

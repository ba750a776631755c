package org.dcos.server.cmdb.deviation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.Difference;
import org.dcos.domain.deviation.Evidence;
import org.dcos.domain.deviation.Property;

/**
 * One machine with two records: their serial numbers differ only in how they are written, or one has the machine's and
 * the other that of its board or chassis.
 */
final class Twins {

    private static final List<Property> PARTS = List.of(Property.BOARD_SERIAL, Property.CHASSIS_SERIAL);

    private final Sightings sightings;
    private final Instant now;

    Twins(Sightings sightings, Instant now) {
        this.sightings = sightings;
        this.now = now;
    }

    List<Finding> findings() {
        var found = new ArrayList<Finding>();
        sightings.bySerial().values().stream().filter(records -> records.size() > 1).forEach(records -> {
            for (int i = 1; i < records.size(); i++) {
                found.add(written(records.getFirst(), records.get(i)));
            }
        });
        for (Evidence one : sightings.evidence()) {
            if (one.answered()) {
                sightings.withSerial(one.told(Property.SERIAL)).ifPresent(record -> PARTS.forEach(part -> sightings
                        .withSerial(one.told(part)).filter(other -> !other.equals(record))
                        .filter(other -> !one.told(part).isEmpty() && sightings.tellers(other.serial()).isEmpty())
                        .ifPresent(other -> found.add(part(one, part, record, other)))));
            }
        }
        return found;
    }

    private Finding written(Recorded one, Recorded other) {
        return finding(one, other, List.of(), "%s and %s are recorded with the serial numbers %s and %s, which differ "
                .formatted(one.name(), other.name(), one.serial(), other.serial()) + "only in how they are written.",
                List.of(new Difference(Property.SERIAL, Optional.of(one.id()), one.serial(), "", "records", "", now),
                        new Difference(Property.SERIAL, Optional.of(other.id()), other.serial(), "", "records", "",
                                now)));
    }

    private static Finding part(Evidence told, Property part, Recorded one, Recorded other) {
        return finding(one, other, List.of(told.point()),
                "The BMC of %s at %s tells %s for the serial number of its %s, and %s is recorded with that.".formatted(
                        one.name(), told.point(), told.told(part),
                        part == Property.BOARD_SERIAL ? "board" : "chassis", other.name()),
                List.of(Comparison.difference(part, Optional.of(other), other.serial(), told.told(part), told)));
    }

    private static Finding finding(Recorded one, Recorded other, List<String> points, String why,
            List<Difference> differences) {
        return new Finding(DeviationKind.RECORDED_TWICE, one.id() + "," + other.id(), List.of(one, other), points,
                one.name() + ", " + other.name(), why, differences);
    }
}

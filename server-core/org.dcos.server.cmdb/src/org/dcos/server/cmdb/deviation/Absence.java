package org.dcos.server.cmdb.deviation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.deviation.Answer;
import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.Difference;
import org.dcos.domain.deviation.Evidence;
import org.dcos.domain.deviation.Property;
import org.dcos.domain.deviation.Unseen;

/**
 * What was not seen, and whether that says anything. Silence says nothing. A record is missing when no point is known
 * at
 * which to ask for it, nothing that answered tells its serial number, nothing that is silent has told it before, and
 * its
 * rack is one that the sources know: of at least half of the servers in service there a point is known, and one
 * answered.
 */
final class Absence {

    private final Sightings sightings;
    private final Set<UUID> seen;
    private final Instant now;
    private final Map<UUID, Coverage> racks = new HashMap<>();

    /** How much of a rack the sources know. */
    private record Coverage(int expected, int known, int answered) {

        boolean enough() {
            return answered > 0 && known * 2 >= expected;
        }
    }

    Absence(Sightings sightings, Set<UUID> seen, Instant now) {
        this.sightings = sightings;
        this.seen = seen;
        this.now = now;
        for (Recorded record : sightings.records()) {
            if (record.expected() && record.rack().isPresent()) {
                List<Evidence> points = sightings.pointsOf(record);
                boolean known = !points.isEmpty() || seen.contains(record.id());
                boolean answered = points.stream().anyMatch(Evidence::answered) || seen.contains(record.id());
                racks.merge(record.rack().get(), new Coverage(1, known ? 1 : 0, answered ? 1 : 0),
                        (a, b) -> new Coverage(a.expected + b.expected, a.known + b.known, a.answered + b.answered));
            }
        }
    }

    List<Finding> missing() {
        return sightings.records().stream().filter(this::isMissing).map(record -> {
            Coverage rack = racks.get(record.rack().orElseThrow());
            return new Finding(DeviationKind.MISSING, record.id().toString(), List.of(record), List.of(), record.name(),
                    ("No BMC tells the serial number %s of %s, and none is known for it, while %d of the %d servers in "
                            + "service in its rack have one.").formatted(record.serial(), record.name(), rack.known(),
                                    rack.expected()),
                    List.of(new Difference(Property.SERIAL, Optional.of(record.id()), record.serial(), "", "records",
                            "", now)));
        }).toList();
    }

    private boolean isMissing(Recorded record) {
        return record.expected() && !record.serial().isBlank() && !seen.contains(record.id())
                && sightings.pointsOf(record).isEmpty()
                && sightings.earlier(record.serial()).isEmpty() && !twin(record)
                && record.rack().map(racks::get).filter(Coverage::enough).isPresent();
    }

    /** Another record of the same machine stands for it. */
    private boolean twin(Recorded record) {
        return sightings.bySerial().getOrDefault(Likeness.plain(record.serial()), List.of()).size() > 1
                || sightings.toldOfPart(record.serial());
    }

    List<Unseen> unseen() {
        var unseen = new ArrayList<Unseen>();
        for (Recorded record : sightings.records()) {
            List<Evidence> points = sightings.pointsOf(record);
            if (!record.expected() || seen.contains(record.id()) || points.stream().anyMatch(Evidence::answered)) {
                continue;
            }
            if (!points.isEmpty()) {
                Evidence point = points.getFirst();
                unseen.add(new Unseen(Optional.of(record.id()), record.name(), point.point(), point.answer(),
                        point.words()));
            } else if (!isMissing(record)) {
                unseen.add(new Unseen(Optional.of(record.id()), record.name(), "", Answer.NOT_ASKED,
                        "No BMC is known for it."));
            }
        }
        for (Evidence point : sightings.evidence()) {
            if (!point.answered() && sightings.holder(point).isEmpty()) {
                unseen.add(new Unseen(Optional.empty(), point.point(), point.point(), point.answer(), point.words()));
            }
        }
        return unseen;
    }
}

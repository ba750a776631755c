package org.dcos.server.cmdb.deviation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.DeviationState;
import org.dcos.domain.deviation.Difference;

/** A deviation as one comparison saw it. @param about what makes it the same when it is found again, beside its kind */
record Finding(DeviationKind kind, String about, List<Recorded> items, List<String> points, String what, String why,
        List<Difference> differences) {

    String key() {
        return kind + "|" + about;
    }

    Deviation asDeviation(Instant now) {
        Instant seen = differences.stream().map(Difference::at).max(Instant::compareTo).orElse(now);
        String where = items.stream().map(Recorded::place).filter(place -> !place.isEmpty()).distinct()
                .collect(java.util.stream.Collectors.joining("; "));
        return new Deviation(UUID.randomUUID(), 1, kind, key(), items.stream().map(Recorded::id).toList(), points,
                what, where, why, differences, now, seen, true, Optional.empty(), DeviationState.OPEN, "",
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}

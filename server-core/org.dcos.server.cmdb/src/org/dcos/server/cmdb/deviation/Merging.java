package org.dcos.server.cmdb.deviation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.DeviationState;
import org.dcos.domain.deviation.Evidence;

/**
 * What the findings of a run make of the deviations that are known. One that was not found again is gone only when the
 * run could see all that it is about; else it stays as it is. A pure function of its arguments.
 */
final class Merging {

    private final Set<String> answered;
    private final Set<String> pointsKnown;
    private final Set<UUID> live;
    private final Set<UUID> unseen;
    private final Instant now;

    /** @param changed every deviation that is new or no longer as it was */
    record Merged(List<Deviation> changed, int found, int opened, int gone) {}

    Merging(List<Recorded> records, List<Evidence> evidence, Comparison.Result result, Instant now) {
        this.answered = evidence.stream().filter(Evidence::answered).map(Evidence::point).collect(Collectors.toSet());
        this.pointsKnown = evidence.stream().map(Evidence::point).collect(Collectors.toSet());
        this.live = records.stream().map(Recorded::id).collect(Collectors.toSet());
        this.unseen = result.unseen().stream().flatMap(one -> one.item().stream()).collect(Collectors.toSet());
        this.now = now;
    }

    Merged merge(Collection<Deviation> known, List<Finding> findings) {
        Map<String, Deviation> byKey = known.stream().collect(Collectors.toMap(Deviation::key, one -> one));
        Set<String> foundKeys = findings.stream().map(Finding::key).collect(Collectors.toSet());
        var kept = new ArrayList<Deviation>();
        var changed = new HashMap<UUID, Deviation>();
        int gone = 0;
        for (Deviation one : known) {
            if (foundKeys.contains(one.key()) || one.state() == DeviationState.GONE) {
                continue;
            }
            if (!couldSee(one)) {
                kept.add(one);
                Deviation next = lapsed(one.current() ? one.seen(false) : one);
                if (!next.equals(one)) {
                    changed.put(one.id(), next);
                }
            } else if (one.state() != DeviationState.ACCEPTED) {
                changed.put(one.id(), one.in(DeviationState.GONE));
                gone++;
            }
        }
        int opened = 0;
        int found = 0;
        for (Finding finding : findings) {
            Optional<Deviation> before = Optional.ofNullable(byKey.get(finding.key()));
            if (before.isEmpty() && partOf(finding, kept)) {
                continue;
            }
            Deviation fresh = finding.asDeviation(now);
            Deviation next = before.map(one -> again(one, fresh)).orElse(fresh);
            found++;
            if (next.state() == DeviationState.OPEN
                    && before.filter(one -> one.state() == DeviationState.OPEN).isEmpty()) {
                opened++;
            }
            changed.put(next.id(), next);
        }
        return new Merged(List.copyOf(changed.values()), found, opened, gone);
    }

    /** Whether this run would have seen it, were it still so. */
    private boolean couldSee(Deviation one) {
        if (!live.containsAll(one.items())) {
            return true; // its record is gone, and with it the deviation
        }
        return one.kind() == DeviationKind.MISSING ? one.items().stream().noneMatch(unseen::contains)
                : one.points().stream().allMatch(point -> answered.contains(point) || !pointsKnown.contains(point));
    }

    /** Half of a pair, whose other half does not answer now, is no finding of its own. */
    private static boolean partOf(Finding finding, List<Deviation> kept) {
        return (finding.kind() == DeviationKind.SERIAL_CHANGED || finding.kind() == DeviationKind.ADDRESS_DIFFERS)
                && kept.stream().filter(one -> one.state() != DeviationState.ACCEPTED)
                        .filter(one -> one.kind() == DeviationKind.SWAPPED
                                || one.kind() == DeviationKind.DUPLICATE_SERIAL)
                        .anyMatch(one -> new HashSet<>(one.points()).containsAll(finding.points()));
    }

    private Deviation again(Deviation one, Deviation fresh) {
        return switch (one.state()) {
            case OPEN, TO_FIX -> one.foundAgain(fresh, one.state(), Optional.empty());
            case IGNORED -> one.until().filter(now::isBefore).isPresent()
                    ? one.foundAgain(fresh, DeviationState.IGNORED, one.until())
                    : one.foundAgain(fresh, DeviationState.OPEN, Optional.empty());
            case ACCEPTED, GONE -> one.foundAgain(fresh, DeviationState.OPEN, Optional.empty());
        };
    }

    /** Comes back when it was ignored until now. */
    private Deviation lapsed(Deviation one) {
        return one.state() == DeviationState.IGNORED && one.until().filter(now::isBefore).isEmpty()
                ? one.in(DeviationState.OPEN).seen(false)
                : one;
    }
}

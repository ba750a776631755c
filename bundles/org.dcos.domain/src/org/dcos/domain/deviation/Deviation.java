package org.dcos.domain.deviation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One difference between the records and what was seen. Nothing is corrected by itself: somebody decides.
 *
 * @param version     counts the changes
 * @param key         what makes it the same deviation when it is seen again
 * @param items       the recorded devices concerned
 * @param points      where it was seen
 * @param what        the names of what is concerned: {@code web-01}, {@code 10.1.2.3:623}
 * @param where       where that stands; may be empty
 * @param why         what was seen and what is recorded, in English
 * @param differences the same in parts
 * @param current     whether the newest look could see the points; if not, it is as it was
 * @param owner       who looks after it
 * @param note        what was said with the decision
 * @param until       for an ignored one: when it comes back
 * @param changeSet   for an accepted one: the correction
 * @param decidedBy   who decided last
 */
public record Deviation(UUID id, long version, DeviationKind kind, String key, List<UUID> items, List<String> points,
        String what, String where, String why, List<Difference> differences, Instant firstSeen, Instant lastSeen,
        boolean current, Optional<String> owner, DeviationState state, String note, Optional<Instant> until,
        Optional<Long> changeSet, Optional<String> decidedBy, Optional<Instant> decided) {

    public Deviation {
        items = List.copyOf(items);
        points = List.copyOf(points);
        differences = List.copyOf(differences);
    }

    /** The same, looked at again without a new finding. */
    public Deviation seen(boolean nowCurrent) {
        return new Deviation(id, version + 1, kind, key, items, points, what, where, why, differences, firstSeen,
                lastSeen, nowCurrent, owner, state, note, until, changeSet, decidedBy, decided);
    }

    /** The same in another state that nobody decided on. */
    public Deviation in(DeviationState next) {
        return new Deviation(id, version + 1, kind, key, items, points, what, where, why, differences, firstSeen,
                lastSeen, true, owner, next, note, Optional.empty(), changeSet, decidedBy, decided);
    }

    /** The same, found again. @param found the newer finding */
    public Deviation foundAgain(Deviation found, DeviationState next, Optional<Instant> ignoredUntil) {
        return new Deviation(id, version + 1, kind, key, found.items, found.points, found.what, found.where, found.why,
                found.differences, firstSeen, found.lastSeen, true, owner, next, note, ignoredUntil,
                next == DeviationState.OPEN ? Optional.empty() : changeSet, decidedBy, decided);
    }

    /** The same after a decision. */
    public Deviation decided(DeviationState next, String by, Instant at, String said, Optional<Instant> ignoredUntil,
            Optional<Long> correction) {
        return new Deviation(id, version + 1, kind, key, items, points, what, where, why, differences, firstSeen,
                lastSeen, current, owner.or(() -> Optional.of(by)), next, said, ignoredUntil, correction,
                Optional.of(by), Optional.of(at));
    }

    /** The same, looked after by somebody. */
    public Deviation of(String who) {
        return new Deviation(id, version + 1, kind, key, items, points, what, where, why, differences, firstSeen,
                lastSeen, current, Optional.of(who), state, note, until, changeSet, decidedBy, decided);
    }
}

package org.dcos.server.alert;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.Condition.BmcUnreachable;
import org.dcos.domain.alert.Ending;
import org.dcos.domain.alert.Ending.Reason;
import org.dcos.domain.monitor.Observation;
import org.dcos.domain.sensor.SensorReading;

/**
 * Holds every observation against the rules and keeps what is pending or firing, in memory. Changed alerts are handed
 * on, in order for one alert. Has no thread and no clock: hold times that end without a new observation are looked at
 * by {@link #holdTimesOver}. Thread-safe.
 */
final class Engine {

    private static final int STRIPES = 256;

    /** Why an alert ends, made only where one does. */
    private interface Ends {
        Ending with();
    }

    private final Stripe[] stripes = new Stripe[STRIPES];
    private final Consumer<Alert> changed;
    private final ConcurrentSkipListSet<Deadline> deadlines = new ConcurrentSkipListSet<>();
    private volatile RuleSet rules;

    /** @param changed takes each new or changed alert; returns quickly; called with a lock held */
    Engine(List<AlertRule> rules, Consumer<Alert> changed) {
        this.rules = new RuleSet(rules);
        this.changed = changed;
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe();
        }
    }

    private Stripe stripe(UUID server) {
        int hash = server.hashCode();
        return stripes[(hash ^ hash >>> 8 ^ hash >>> 16 ^ hash >>> 24) & STRIPES - 1];
    }

    void observed(Observation observation) {
        var stripe = stripe(observation.server());
        stripe.lock.lock();
        try {
            switch (observation) {
                case Observation.Power power -> answered(stripe, power);
                case Observation.Sensors sensors -> {
                    answered(stripe, sensors);
                    read(stripe, sensors);
                }
                case Observation.Silent silent -> silent(stripe, silent);
            }
        } finally {
            stripe.lock.unlock();
        }
    }

    private void answered(Stripe stripe, Observation observation) {
        if (stripe.tracks(observation.server()) == null) {
            return;
        }
        for (var rule : rules.unreachable()) {
            var track = stripe.find(observation.server(), rule.id(), "");
            if (track != null) {
                step(stripe, track, rule, Verdict.FALSE, observation.at(), false, () -> because(Reason.BMC_ANSWERS));
            }
        }
        endUncovered(stripe, observation.server(), track -> track.subject.isEmpty()
                && !(condition(track) instanceof BmcUnreachable), observation.at(), because(Reason.RULE_CHANGED));
    }

    private Object condition(Track track) {
        var rule = rules.find(track.rule);
        return rule == null ? null : rule.condition();
    }

    private void silent(Stripe stripe, Observation.Silent silent) {
        for (var rule : rules.unreachable()) {
            var track = findOrAdd(stripe, silent.server(), rule.id(), "");
            track.silence = silent.why();
            track.trouble = silent.trouble();
            step(stripe, track, rule, Verdict.TRUE, silent.at(), false, () -> because(Reason.BMC_ANSWERS));
        }
    }

    private void read(Stripe stripe, Observation.Sensors sensors) {
        var set = rules;
        var readings = sensors.readings();
        for (int i = 0; i < readings.size(); i++) {
            read(stripe, set, sensors, readings.get(i));
        }
        if (stripe.tracks(sensors.server()) != null && !readings.isEmpty()) {
            endUncovered(stripe, sensors.server(), track -> !track.subject.isEmpty() && track.seen != sensors,
                    sensors.at(),
                    because(Reason.SENSOR_GONE));
        }
    }

    /** For most readings all verdicts are false and there is no track: nothing is made then. */
    private void read(Stripe stripe, RuleSet set, Observation.Sensors sensors, SensorReading reading) {
        String subject = null;
        boolean inhibited = false;
        for (int i = 0; i < set.sensors().size(); i++) {
            var rule = set.sensors().get(i);
            var verdict = rule.judge(reading);
            if (verdict != Verdict.TRUE && stripe.tracks(sensors.server()) == null) {
                continue;
            }
            subject = subject == null ? subject(reading, sensors.readings()) : subject;
            var track = verdict == Verdict.TRUE ? findOrAdd(stripe, sensors.server(), rule.rule().id(), subject)
                    : stripe.find(sensors.server(), rule.rule().id(), subject);
            if (track != null) {
                track.seen = sensors;
                track.reading = verdict == Verdict.UNKNOWN ? track.reading : reading;
                step(stripe, track, rule.rule(), verdict, sensors.at(), inhibited && rule.inhibitable(), () -> verdict
                        == Verdict.NOT_COVERED ? because(Reason.RULE_CHANGED)
                        : verdict == Verdict.TRUE ? because(Reason.TAKEN_OVER)
                        : Findings.back(reading));
                inhibited |= rule.inhibits() && track.state instanceof Machine.State.Firing;
            }
        }
    }

    /** The sensor's name; with its number where the BMC has several of that name. */
    private static String subject(SensorReading reading, List<SensorReading> all) {
        for (int i = 0; i < all.size(); i++) {
            var other = all.get(i);
            if (other.number() != reading.number() && other.name().equals(reading.name())) {
                return reading.name() + " #" + reading.number();
            }
        }
        return reading.name();
    }

    private static Track findOrAdd(Stripe stripe, UUID server, UUID rule, String subject) {
        var found = stripe.find(server, rule, subject);
        if (found == null) {
            found = new Track(rule, server, subject);
            stripe.add(found);
        }
        return found;
    }

    private void step(Stripe stripe, Track track, AlertRule rule, Verdict verdict, Instant at, boolean inhibited,
            Ends ended) {
        var before = track.state;
        track.state = Machine.next(before, verdict, at, rule.holdFor(), inhibited);
        track.inhibited |= inhibited && verdict == Verdict.TRUE;
        switch (track.state) {
            case Machine.State.Firing(var since) when !(before instanceof Machine.State.Firing) ->
                    fire(track, rule, since, at);
            case Machine.State.Firing _ -> keepSeverity(track, rule);
            case Machine.State.Pending(var since) when before instanceof Machine.State.Normal ->
                    await(new Deadline(since.plus(rule.holdFor()), track.server, track.rule, track.subject), track);
            case Machine.State.Pending _ -> {
                if (track.alert != null) {
                    resolve(track, at, ended.with());
                }
            }
            case Machine.State.Normal _ -> {
                if (track.alert != null) {
                    resolve(track, at, ended.with());
                }
                remove(stripe, track);
            }
        }
    }

    private void await(Deadline deadline, Track track) {
        track.deadline = deadline;
        deadlines.add(deadline);
    }

    private void remove(Stripe stripe, Track track) {
        if (track.deadline != null) {
            deadlines.remove(track.deadline);
        }
        stripe.remove(track);
    }

    /**
     * The hold time was over when it was over, however late that is noticed; unless another alert kept this one quiet.
     */
    private void fire(Track track, AlertRule rule, Instant since, Instant at) {
        var fired = track.inhibited ? at : since.plus(rule.holdFor());
        track.inhibited = false;
        var finding = track.finding(rule);
        tell(track, new Alert(UUID.randomUUID(), 0, rule.id(), track.server, track.subject, rule.severity(),
                AlertState.FIRING, Texts.what(finding), "", Texts.why(finding), since, Optional.of(fired),
                Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.of(finding), Optional.empty()));
    }

    private void keepSeverity(Track track, AlertRule rule) {
        if (track.alert.severity() != rule.severity()) {
            tell(track, track.alert.with(rule.severity()));
        }
    }

    private void resolve(Track track, Instant at, Ending reason) {
        var alert = resolved(track.alert, at, reason);
        track.alert = null;
        changed.accept(alert);
    }

    static Alert resolved(Alert alert, Instant at, Ending reason) {
        return alert.resolved(at, Texts.ended(alert, reason), reason);
    }

    private static Ending because(Reason reason) {
        return new Ending.Because(reason);
    }

    private void tell(Track track, Alert alert) {
        track.alert = alert;
        changed.accept(alert);
    }

    private void endUncovered(Stripe stripe, UUID server, Predicate<Track> uncovered, Instant at, Ending reason) {
        var tracks = stripe.tracks(server);
        if (tracks != null) {
            for (var track : List.copyOf(tracks)) {
                if (uncovered.test(track)) {
                    end(stripe, track, at, reason);
                }
            }
        }
    }

    private void end(Stripe stripe, Track track, Instant at, Ending reason) {
        track.state = Machine.NORMAL;
        if (track.alert != null) {
            resolve(track, at, reason);
        }
        remove(stripe, track);
    }

    /** Ends all that is open there. */
    void unwatched(UUID server, Instant at) {
        var stripe = stripe(server);
        stripe.lock.lock();
        try {
            endUncovered(stripe, server, _ -> true, at, because(Reason.UNWATCHED));
        } finally {
            stripe.lock.unlock();
        }
    }

    /** Fires what has held long enough although no observation came since. */
    void holdTimesOver(Instant now) {
        for (Deadline due; (due = nextDue(now)) != null;) {
            var stripe = stripe(due.server());
            stripe.lock.lock();
            try {
                var track = stripe.find(due.server(), due.rule(), due.subject());
                var rule = rules.find(due.rule());
                if (rule != null && track != null && track.deadline == due) {
                    holdTimeOver(stripe, track, rule, now);
                }
            } finally {
                stripe.lock.unlock();
            }
        }
    }

    private void holdTimeOver(Stripe stripe, Track track, AlertRule rule, Instant now) {
        step(stripe, track, rule, Verdict.TRUE, now, inhibited(stripe, track, rule), () -> because(Reason.BMC_ANSWERS));
        if (track.state instanceof Machine.State.Pending(var since) && since.plus(rule.holdFor()).isAfter(now)) {
            // it was made longer meanwhile
            await(new Deadline(since.plus(rule.holdFor()), track.server, track.rule, track.subject), track);
        }
    }

    private Deadline nextDue(Instant now) {
        for (var first : deadlines) {
            if (first.at().isAfter(now)) {
                return null;
            }
            if (deadlines.remove(first)) {
                return first;
            }
        }
        return null;
    }

    private boolean inhibited(Stripe stripe, Track track, AlertRule rule) {
        for (var sensorRule : rules.sensors()) {
            if (sensorRule.rule().id().equals(rule.id()) && !sensorRule.inhibitable()) {
                return false;
            }
            var other = sensorRule.inhibits() ? stripe.find(track.server, sensorRule.rule().id(), track.subject) : null;
            if (other != null && other.state instanceof Machine.State.Firing) {
                return !track.subject.isEmpty();
            }
        }
        return false;
    }

    /** New rules, from the next observation on. What the rules that are gone had raised ends now. */
    void rules(List<AlertRule> changedRules, Instant at) {
        rules = new RuleSet(changedRules);
        for (var stripe : stripes) {
            stripe.lock.lock();
            try {
                for (var track : stripe.all()) {
                    if (rules.find(track.rule) == null) {
                        end(stripe, track, at, because(Reason.RULE_GONE));
                    }
                }
            } finally {
                stripe.lock.unlock();
            }
        }
    }

    /** Goes on with alerts that were open at the last stop. @param watched servers that have a BMC */
    void restore(List<Alert> open, Set<UUID> watched, Instant at) {
        var known = new HashSet<List<Object>>();
        for (var alert : open) {
            if (rules.find(alert.rule()) == null) {
                changed.accept(resolved(alert, at, because(Reason.RULE_GONE)));
            } else if (!watched.contains(alert.server())) {
                changed.accept(resolved(alert, at, because(Reason.UNWATCHED)));
            } else if (!known.add(List.of(alert.rule(), alert.server(), alert.subject()))) {
                changed.accept(resolved(alert, at, because(Reason.TWICE)));
            } else {
                var track = new Track(alert.rule(), alert.server(), alert.subject());
                track.alert = alert;
                track.state = new Machine.State.Firing(alert.since());
                var stripe = stripe(alert.server());
                stripe.lock.lock();
                try {
                    stripe.add(track);
                } finally {
                    stripe.lock.unlock();
                }
            }
        }
    }

    /** Changes the open alert, as long as it is open. */
    interface Change<X extends Exception> {
        Alert apply(Alert open) throws X;
    }

    /** @return the changed alert; empty when it is not open any more */
    <X extends Exception> Optional<Alert> change(UUID server, UUID alert, Change<X> change) throws X {
        var stripe = stripe(server);
        stripe.lock.lock();
        try {
            var tracks = stripe.tracks(server);
            for (var track : tracks == null ? List.<Track>of() : tracks) {
                if (track.alert != null && track.alert.id().equals(alert)) {
                    track.alert = change.apply(track.alert);
                    return Optional.of(track.alert);
                }
            }
            return Optional.empty();
        } finally {
            stripe.lock.unlock();
        }
    }
}

package org.dcos.server.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.Condition.BmcUnreachable;
import org.dcos.domain.alert.Condition.SensorLimit;
import org.dcos.domain.alert.Condition.SensorOwnThreshold;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.sensor.SensorReading;

/** The enabled rules, made ready for many readings. Never changed: a changed rule makes a new set. */
final class RuleSet {

    /** A rule on sensors. */
    record SensorRule(AlertRule rule, Glob names) {

        Verdict judge(SensorReading reading) {
            return switch (rule.condition()) {
                case SensorOwnThreshold own -> Judge.judge(own, reading);
                case SensorLimit limit -> Judge.judge(limit, names, reading);
                case BmcUnreachable _ -> Verdict.NOT_COVERED;
            };
        }

        /** Whether its firing keeps the non-critical threshold of the same sensor quiet. */
        boolean inhibits() {
            return rule.condition() instanceof SensorOwnThreshold own && own.level() == Severity.CRITICAL;
        }

        boolean inhibitable() {
            return rule.condition() instanceof SensorOwnThreshold own && own.level() != Severity.CRITICAL;
        }
    }

    private static final Glob ANY = new Glob("*");

    private final List<AlertRule> unreachable = new ArrayList<>();
    /** Those that inhibit come first. */
    private final List<SensorRule> sensors = new ArrayList<>();
    private final Map<UUID, AlertRule> byId = new HashMap<>();

    RuleSet(List<AlertRule> rules) {
        for (var rule : rules) {
            if (!rule.enabled()) {
                continue;
            }
            byId.put(rule.id(), rule);
            switch (rule.condition()) {
                case BmcUnreachable _ -> unreachable.add(rule);
                case SensorOwnThreshold _ -> sensors.add(new SensorRule(rule, ANY));
                case SensorLimit(String sensor, _, _, _, _) -> sensors.add(new SensorRule(rule, new Glob(sensor)));
            }
        }
        sensors.sort(Comparator.comparing(rule -> rule.inhibits() ? 0 : 1));
    }

    List<AlertRule> unreachable() {
        return unreachable;
    }

    List<SensorRule> sensors() {
        return sensors;
    }

    /** @return null when there is none that is enabled */
    AlertRule find(UUID id) {
        return byId.get(id);
    }
}

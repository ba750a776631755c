package org.dcos.server.alert;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.Condition.BmcUnreachable;
import org.dcos.domain.alert.Condition.SensorOwnThreshold;
import org.dcos.domain.alert.Severity;

/** The rules of a new server-core. */
final class DefaultRules {

    /** Long enough for a BMC that restarts a service, short against the time in which somebody looks. */
    private static final Duration SILENT_FOR = Duration.ofSeconds(30);
    private static final double HYSTERESIS_PERCENT = 2;

    static List<AlertRule> make() {
        return List.of(
                new AlertRule(UUID.randomUUID(), 0, "BMC unreachable", true, Severity.WARNING, new BmcUnreachable(),
                        SILENT_FOR),
                new AlertRule(UUID.randomUUID(), 0, "Sensor beyond its critical threshold", true, Severity.CRITICAL,
                        new SensorOwnThreshold(Severity.CRITICAL, HYSTERESIS_PERCENT), Duration.ZERO),
                new AlertRule(UUID.randomUUID(), 0, "Sensor beyond its non-critical threshold", true, Severity.WARNING,
                        new SensorOwnThreshold(Severity.WARNING, HYSTERESIS_PERCENT), Duration.ZERO));
    }

    private DefaultRules() {}
}

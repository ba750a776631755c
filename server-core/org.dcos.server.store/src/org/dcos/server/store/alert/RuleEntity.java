package org.dcos.server.store.alert;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.Condition;
import org.dcos.domain.alert.Severity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The row of an {@link AlertRule}. The kind of the condition tells which of its columns are set. */
@Entity
@Table(name = "alert_rule")
class RuleEntity {

    enum Kind { BMC_UNREACHABLE, SENSOR_OWN_THRESHOLD, SENSOR_LIMIT }

    @Id @Column(columnDefinition = "UUID") UUID id;
    @Version long version;
    String name;
    boolean enabled;
    @Enumerated(EnumType.STRING) Severity severity;
    @Column(name = "hold_millis") long holdMillis;
    @Column(name = "condition_kind") @Enumerated(EnumType.STRING) Kind kind;
    @Column(name = "condition_level") @Enumerated(EnumType.STRING) Severity level;
    @Column(name = "hysteresis_percent") Double hysteresisPercent;
    String sensor;
    String unit;
    Boolean above;
    @Column(name = "raise_at") Double raiseAt;
    @Column(name = "clear_at") Double clearAt;

    static RuleEntity of(AlertRule rule) {
        var row = new RuleEntity();
        row.id = rule.id();
        row.take(rule);
        return row;
    }

    void take(AlertRule rule) {
        name = rule.name();
        enabled = rule.enabled();
        severity = rule.severity();
        holdMillis = rule.holdFor().toMillis();
        level = null;
        hysteresisPercent = null;
        sensor = null;
        unit = null;
        above = null;
        raiseAt = null;
        clearAt = null;
        switch (rule.condition()) {
            case Condition.BmcUnreachable() -> kind = Kind.BMC_UNREACHABLE;
            case Condition.SensorOwnThreshold(Severity from, double percent) -> {
                kind = Kind.SENSOR_OWN_THRESHOLD;
                level = from;
                hysteresisPercent = percent;
            }
            case Condition.SensorLimit limit -> {
                kind = Kind.SENSOR_LIMIT;
                sensor = limit.sensor();
                unit = limit.unit().orElse(null);
                above = limit.above();
                raiseAt = limit.raiseAt();
                clearAt = limit.clearAt();
            }
        }
    }

    AlertRule toRule() {
        Condition condition = switch (kind) {
            case BMC_UNREACHABLE -> new Condition.BmcUnreachable();
            case SENSOR_OWN_THRESHOLD -> new Condition.SensorOwnThreshold(level, hysteresisPercent);
            case SENSOR_LIMIT -> new Condition.SensorLimit(sensor, Optional.ofNullable(unit), above, raiseAt, clearAt);
        };
        return new AlertRule(id, version, name, enabled, severity, condition, Duration.ofMillis(holdMillis));
    }
}

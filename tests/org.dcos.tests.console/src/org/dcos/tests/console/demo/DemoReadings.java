package org.dcos.tests.console.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.metric.RangeQuery;
import org.dcos.domain.metric.SeriesKey;
import org.dcos.domain.metric.SeriesRange;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.sensor.SensorReading.Thresholds;

/** Sensors of the made-up servers and their past. */
final class DemoReadings {

    private record Kind(String name, String unit, double base, double swing, double warning, double critical) {}

    private static final List<Kind> KINDS = List.of(new Kind("Inlet Temp", "°C", 24, 1.2, 38, 42),
            new Kind("CPU1 Temp", "°C", 39.8, 2, 85, 95), new Kind("CPU2 Temp", "°C", 38.2, 2, 85, 95),
            new Kind("Exhaust Temp", "°C", 33, 1.5, 50, 60), new Kind("Fan 1", "rpm", 9120, 60, 0, 0),
            new Kind("Fan 2", "rpm", 9060, 60, 0, 0), new Kind("PSU1 Power", "W", 212, 12, 0, 0),
            new Kind("PSU2 Power", "W", 198, 12, 0, 0), new Kind("P12V", "V", 12.06, 0.03, 0, 0));

    private DemoReadings() {}

    static List<SensorReading> of(String server, Instant now) {
        var readings = new ArrayList<SensorReading>();
        for (int i = 0; i < KINDS.size(); i++) {
            var kind = KINDS.get(i);
            double value = value(server, kind, now, now);
            var level = kind.critical > 0 && value > kind.critical ? Level.CRITICAL
                    : kind.warning > 0 && value > kind.warning ? Level.WARNING : Level.OK;
            readings.add(
                    new SensorReading(i + 1, kind.name, "Temperature", Optional.of(value), kind.unit, List.of(), level,
                            thresholds(kind), now.minusSeconds(20)));
        }
        boolean failing = server.equals("srv-a03-04");
        readings.add(discrete(20, "Drive Bay 1", "Drive slot", Level.OK, now, "Present"));
        readings.add(failing ? discrete(21, "Drive Bay 3", "Drive slot", Level.WARNING, now, "Present",
                "Predictive failure") : discrete(21, "Drive Bay 3", "Drive slot", Level.OK, now, "Present"));
        readings.add(discrete(22, "PSU1 Status", "Power supply", Level.OK, now, "Present"));
        readings.add(discrete(23, "PSU2 Status", "Power supply", Level.OK, now, "Present"));
        return readings;
    }

    private static SensorReading discrete(int number, String name, String type, Level level, Instant now,
            String... states) {
        return new SensorReading(number, name, type, Optional.empty(), "", List.of(states), level, Thresholds.NONE,
                now.minusSeconds(20));
    }

    static List<SeriesRange> query(String server, UUID id, RangeQuery query, Instant now) {
        var ranges = new ArrayList<SeriesRange>();
        for (var kind : KINDS) {
            var points = new ArrayList<SeriesRange.Point>();
            var step = query.step().isZero() ? Duration.ofSeconds(15) : query.step();
            for (var at = query.from(); at.isBefore(query.to()); at = at.plus(step)) {
                double value = value(server, kind, at, now);
                points.add(new SeriesRange.Point(at, value, value - 0.2, value + 0.2));
            }
            ranges.add(
                    new SeriesRange(SeriesKey.of("ipmi_sensor", Map.of("server", id.toString(), "sensor", kind.name)),
                            query.from(), query.to(), query.step(), points));
        }
        return ranges;
    }

    private static double value(String server, Kind kind, Instant at, Instant now) {
        double minutes = Duration.between(at, now).toMillis() / 60_000.0;
        double swing = kind.base + kind.swing * Math.sin(minutes / 9 + Math.floorMod(kind.name.hashCode(), 7));
        boolean hot = server.equals("srv-a03-04") && kind.name.equals("Inlet Temp");
        double value = hot ? 44.1 - 18 * Math.min(1, minutes / 22) : swing;
        return Math.round(value * 100) / 100.0;
    }

    private static Thresholds thresholds(Kind kind) {
        if (kind.unit.equals("rpm")) {
            return new Thresholds(Optional.empty(), Optional.of(1_200.0), Optional.of(2_000.0), Optional.empty(),
                    Optional.empty(), Optional.empty(), 100);
        }
        if (kind.unit.equals("V")) {
            return new Thresholds(Optional.of(10.2), Optional.of(10.8), Optional.of(11.2), Optional.of(12.8),
                    Optional.of(13.2), Optional.of(13.8), 0);
        }
        return kind.critical == 0 ? Thresholds.NONE
                : new Thresholds(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(kind.warning),
                        Optional.of(kind.critical), Optional.of(kind.critical + 6), 1);
    }
}

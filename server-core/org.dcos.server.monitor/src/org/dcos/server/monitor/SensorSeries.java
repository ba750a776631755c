package org.dcos.server.monitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.dcos.domain.metric.MetricStore.Entry;
import org.dcos.domain.metric.Sample;
import org.dcos.domain.metric.SeriesKey;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;

/**
 * The series of one server: {@code ipmi_sensor{server,sensor,unit}}, {@code power_state{server}} (1 on, 0 off) and
 * {@code bmc_up{server}} (1, 0). Where a BMC has several sensors of one name, their series have a label {@code number}
 * too. Used by one conversation at a time.
 */
final class SensorSeries {

    static final String SENSOR = "ipmi_sensor";
    static final String POWER = "power_state";
    static final String UP = "bmc_up";

    private record Kept(String name, String unit, boolean ambiguous, SeriesKey key) {

        boolean fits(SensorReading reading, boolean isAmbiguous) {
            return ambiguous == isAmbiguous && name.equals(reading.name()) && unit.equals(reading.unit());
        }
    }

    private final String server;
    private final SeriesKey power;
    private final SeriesKey up;
    /** Keys by sensor number, made once. */
    private final Map<Integer, Kept> sensors = new HashMap<>();

    SensorSeries(UUID server) {
        this.server = server.toString(); // one text for all of its series
        power = SeriesKey.of(POWER, Map.of("server", this.server));
        up = SeriesKey.of(UP, Map.of("server", this.server));
    }

    List<Entry> power(Instant at, PowerState state) {
        return switch (state) {
            case ON -> List.of(entry(power, at, 1), entry(up, at, 1));
            case OFF -> List.of(entry(power, at, 0), entry(up, at, 1));
            case UNKNOWN -> List.of(entry(up, at, 1));
        };
    }

    List<Entry> silent(Instant at) {
        return List.of(entry(up, at, 0));
    }

    /** Of those that have a value. */
    List<Entry> sensors(List<SensorReading> readings) {
        var names = new HashMap<String, Integer>();
        for (var reading : readings) {
            names.merge(reading.name(), 1, Integer::sum);
        }
        var entries = new ArrayList<Entry>(readings.size());
        for (var reading : readings) {
            if (reading.value().isPresent()) {
                entries.add(entry(key(reading, names.get(reading.name()) > 1), reading.taken(), reading.value().get()));
            }
        }
        return entries;
    }

    private SeriesKey key(SensorReading reading, boolean ambiguous) {
        var kept = sensors.get(reading.number());
        if (kept == null || !kept.fits(reading, ambiguous)) {
            var labels = new TreeMap<String, String>();
            labels.put("server", server);
            labels.put("sensor", reading.name());
            labels.put("unit", reading.unit());
            if (ambiguous) {
                labels.put("number", Integer.toString(reading.number()));
            }
            kept = new Kept(reading.name(), reading.unit(), ambiguous, new SeriesKey(SENSOR, labels));
            sensors.put(reading.number(), kept);
        }
        return kept.key();
    }

    private static Entry entry(SeriesKey key, Instant at, double value) {
        return new Entry(key, new Sample(at.truncatedTo(ChronoUnit.MILLIS), value));
    }
}

package org.dcos.net.ipmi.sel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dcos.net.ipmi.sdr.DiscreteStates;
import org.dcos.net.ipmi.sdr.EventOnlySensor;
import org.dcos.net.ipmi.sdr.FullSensor;
import org.dcos.net.ipmi.sdr.SensorCommon;
import org.dcos.net.ipmi.sdr.SensorRecord;
import org.dcos.net.ipmi.sdr.Threshold;

/** Puts entries of one controller's log into words, with the names and units of its sensors. */
public final class EventLexicon {

    private static final int SOFTWARE = 0x01;
    private static final int TRIGGER_READING = 1;
    private static final int TRIGGER_THRESHOLD = 1;

    /** Thresholds in the order of event offsets, two for each: going low, going high (table 42-2, type 01h). */
    private static final List<Threshold> BY_OFFSET = List.of(Threshold.LOWER_NON_CRITICAL, Threshold.LOWER_CRITICAL,
            Threshold.LOWER_NON_RECOVERABLE, Threshold.UPPER_NON_CRITICAL, Threshold.UPPER_CRITICAL,
            Threshold.UPPER_NON_RECOVERABLE);

    private record Key(int owner, int lun, int number) {}

    private final Map<Key, SensorRecord> sensors = new HashMap<>();
    private final Map<Key, String> names = new HashMap<>();

    /**
     * @param records   of all sensors, those that share a record one by one; may be empty
     * @param eventOnly of sensors that cannot be read; may be empty
     */
    public EventLexicon(List<SensorRecord> records, List<EventOnlySensor> eventOnly) {
        for (EventOnlySensor sensor : eventOnly) {
            for (int i = 0; i < sensor.shareCount(); i++) {
                names.put(new Key(sensor.owner(), sensor.lun(), sensor.number() + i & 0xFF), sensor.name());
            }
        }
        for (SensorRecord sensor : records) {
            SensorCommon common = sensor.common();
            var key = new Key(common.owner(), common.lun(), common.number());
            sensors.put(key, sensor);
            names.put(key, sensor.name());
        }
    }

    public EventWords words(SelRecord entry) {
        return switch (entry) {
            case SystemEvent event -> words(event);
            case SelRecord.Timestamped oem -> new EventWords("", "OEM", "OEM record %02Xh of manufacturer %d: %s"
                    .formatted(oem.type(), oem.manufacturer(), hex(oem.data())), true, EventSeverity.INFORMATION);
            case SelRecord.Opaque other -> new EventWords("", "OEM", "OEM record %02Xh: %s".formatted(other.type(),
                    hex(other.data())), true, EventSeverity.INFORMATION);
        };
    }

    private EventWords words(SystemEvent event) {
        var key = new Key(event.generator(), event.lun(), event.sensorNumber());
        var sensor = Optional.ofNullable(sensors.get(key));
        String name = Optional.ofNullable(names.get(key)).filter(text -> !text.isBlank())
                .orElseGet(() -> "Sensor %02Xh%s".formatted(event.sensorNumber(), whose(event.generator())));
        var parts = new ArrayList<String>();
        if (event.isThreshold()) {
            parts.add(crossing(event.offset()));
            parts.addAll(values(event, sensor));
        } else {
            parts.add(DiscreteStates.text(event.eventType(), event.sensorType(), event.offset()));
            parts.addAll(EventData.words(event));
        }
        return new EventWords(name, SensorCommon.typeText(event.sensorType()), String.join(", ", parts),
                event.isAsserted(), EventSeverity.of(event));
    }

    private static String crossing(int offset) {
        int threshold = offset / 2;
        if (threshold >= BY_OFFSET.size()) {
            return "State %d".formatted(offset);
        }
        String text = BY_OFFSET.get(threshold).text();
        return "%s%s going %s".formatted(text.substring(0, 1).toUpperCase(Locale.ROOT), text.substring(1),
                offset % 2 == 0 ? "low" : "high");
    }

    /** Reading and threshold at the time, in the sensor's units; raw where the sensor is not known. */
    private static List<String> values(SystemEvent event, Optional<SensorRecord> sensor) {
        var values = new ArrayList<String>();
        if (event.data2Kind() == TRIGGER_READING) {
            values.add("reading %s".formatted(value(event.data2(), sensor)));
        }
        if (event.data3Kind() == TRIGGER_THRESHOLD) {
            values.add("threshold %s".formatted(value(event.data3(), sensor)));
        }
        return values;
    }

    private static String value(int raw, Optional<SensorRecord> sensor) {
        if (sensor.isPresent() && sensor.get() instanceof FullSensor full && !full.isNonLinear()) {
            OptionalDouble value = full.conversion().value(raw);
            if (value.isPresent()) {
                return "%s %s".formatted(number(value.getAsDouble()), full.common().units().symbol()).strip();
            }
        }
        return "%02Xh".formatted(raw);
    }

    /** At most three decimals, and none that are 0. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    /** Slave addresses and software IDs (§5.4, table 5-4). */
    private static String whose(int generator) {
        if ((generator & SOFTWARE) == 0) {
            return generator == 0x20 ? "" : " of controller %02Xh".formatted(generator);
        }
        int id = generator >> 1;
        return switch (id >> 4) {
            case 0 -> " of the BIOS";
            case 1 -> " of the SMI handler";
            case 2 -> " of system management software";
            case 3 -> " of OEM software";
            default -> " of software %02Xh".formatted(id);
        };
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

package org.dcos.server.monitor;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.sensor.SensorReading.Thresholds;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.dcos.server.monitor.StatusBook.Known;

/**
 * Writes and reads what is known of servers, one after the other. A text or set of thresholds is written once and then
 * by its number: thousands of servers have the same sensors. One codec for one file; not thread-safe.
 */
final class KnownCodec {

    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Object> things = new ArrayList<>();

    void write(Known known, DataOutput out) throws IOException {
        var status = known.status();
        out.writeLong(status.server().getMostSignificantBits());
        out.writeLong(status.server().getLeastSignificantBits());
        writeText(status.reachability().name(), out);
        writeText(status.power().name(), out);
        writeText(status.health().name(), out);
        writeInstant(status.powerAsOf(), out);
        writeInstant(status.sensorsAsOf(), out);
        writeInstant(status.freshUntil(), out);
        writeText(status.trouble(), out);
        writeNumber(status.inletCelsius(), out);
        writeNumber(status.powerWatts(), out);
        out.writeInt(known.sensors().size());
        for (var reading : known.sensors()) {
            write(reading, out);
        }
    }

    Known read(DataInput in) throws IOException {
        var server = new UUID(in.readLong(), in.readLong());
        var status = new ServerStatus(server, Reachability.valueOf(readText(in)), PowerState.valueOf(readText(in)),
                Health.valueOf(readText(in)), readInstant(in), readInstant(in), readInstant(in), readText(in),
                readNumber(in), readNumber(in));
        int count = in.readInt();
        var sensors = new ArrayList<SensorReading>();
        while (sensors.size() < count) {
            sensors.add(readReading(in));
        }
        return new Known(status, List.copyOf(sensors));
    }

    private void write(SensorReading reading, DataOutput out) throws IOException {
        out.writeInt(reading.number());
        writeText(reading.name(), out);
        writeText(reading.type(), out);
        writeNumber(reading.value(), out);
        writeText(reading.unit(), out);
        out.writeInt(reading.states().size());
        for (var state : reading.states()) {
            writeText(state, out);
        }
        writeText(reading.level().name(), out);
        if (writeRef(reading.thresholds(), out)) {
            writeThresholds(reading.thresholds(), out);
        }
        out.writeLong(reading.taken().toEpochMilli());
    }

    private SensorReading readReading(DataInput in) throws IOException {
        int number = in.readInt();
        var name = readText(in);
        var type = readText(in);
        var value = readNumber(in);
        var unit = readText(in);
        var states = new ArrayList<String>();
        for (int left = in.readInt(); left > 0; left--) {
            states.add(readText(in));
        }
        var level = Level.valueOf(readText(in));
        int ref = in.readInt();
        if (ref == things.size()) {
            things.add(readThresholds(in));
        }
        return new SensorReading(number, name, type, value, unit, states, level, (Thresholds) things.get(ref),
                Instant.ofEpochMilli(in.readLong()));
    }

    private static void writeThresholds(Thresholds limits, DataOutput out) throws IOException {
        writeNumber(limits.lowerNonRecoverable(), out);
        writeNumber(limits.lowerCritical(), out);
        writeNumber(limits.lowerNonCritical(), out);
        writeNumber(limits.upperNonCritical(), out);
        writeNumber(limits.upperCritical(), out);
        writeNumber(limits.upperNonRecoverable(), out);
        out.writeDouble(limits.hysteresis());
    }

    private static Thresholds readThresholds(DataInput in) throws IOException {
        return new Thresholds(readNumber(in), readNumber(in), readNumber(in), readNumber(in), readNumber(in),
                readNumber(in), in.readDouble());
    }

    private void writeText(String text, DataOutput out) throws IOException {
        if (writeRef(text, out)) {
            out.writeUTF(text.length() > 10_000 ? text.substring(0, 10_000) : text);
        }
    }

    private String readText(DataInput in) throws IOException {
        int ref = in.readInt();
        if (ref == things.size()) {
            things.add(in.readUTF());
        }
        return (String) things.get(ref);
    }

    /** @return whether the thing is new and has to follow */
    private boolean writeRef(Object thing, DataOutput out) throws IOException {
        var number = numbers.putIfAbsent(thing, numbers.size());
        out.writeInt(number == null ? numbers.size() - 1 : number);
        return number == null;
    }

    private static void writeInstant(Optional<Instant> instant, DataOutput out) throws IOException {
        out.writeLong(instant.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE));
    }

    private static Optional<Instant> readInstant(DataInput in) throws IOException {
        long millis = in.readLong();
        return millis == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static void writeNumber(Optional<Double> number, DataOutput out) throws IOException {
        out.writeBoolean(number.isPresent());
        if (number.isPresent()) {
            out.writeDouble(number.get());
        }
    }

    private static Optional<Double> readNumber(DataInput in) throws IOException {
        return in.readBoolean() ? Optional.of(in.readDouble()) : Optional.empty();
    }
}

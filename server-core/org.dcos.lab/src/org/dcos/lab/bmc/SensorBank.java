package org.dcos.lab.bmc;

import java.util.Arrays;
import org.dcos.lab.plan.ServerPlan;
import org.dcos.lab.sensor.LabSensor;
import org.dcos.lab.sensor.Pins;
import org.dcos.lab.sensor.SensorLayout;
import org.dcos.lab.sensor.ServerPhysics;
import org.dcos.net.ipmi.sdr.FullSensor;
import org.dcos.net.ipmi.sdr.SensorCommon;
import org.dcos.net.ipmi.sdr.Threshold;
import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.IpmiLanMessage;

/**
 * The sensors of one controller: readings, and what can be set. Thresholds and states are kept per controller only from
 * the first change on. A threshold that is crossed, or a discrete state that changes, leaves an entry in the event log
 * when the sensor or the log is looked at next.
 */
final class SensorBank {

    private static final byte[] NOT_SET = {};
    /** Event data 2 holds the reading, event data 3 the threshold (§29.7, table 29-6). */
    private static final int WITH_READING_AND_THRESHOLD = 0x50;
    /** Event direction: deassertion (§32.1 byte 13, bit 7). */
    private static final int GOES_AWAY = 0x80;

    /**
     * One reading as Get Sensor Reading returns it.
     *
     * @param raw       0 to 255; 0 for a discrete sensor
     * @param available false when nothing can be measured, as with the chassis off
     * @param states    threshold bits in the order of {@link Threshold}, or the state bits of a discrete sensor
     */
    record Reading(int raw, boolean available, int states) {}

    private final ServerPlan server;
    private final SensorLayout layout;
    private final EventLog log;
    private final Pins pins = new Pins();
    private byte[][] thresholds = {};
    private byte[][] hysteresis = {};
    private int[] knownStates = {};

    SensorBank(ServerPlan server, EventLog log) {
        this.server = server;
        this.layout = SensorLayout.of(server.hardware());
        this.log = log;
    }

    /** In the sensor's unit, before it is rounded to a raw reading; {@link ServerPhysics#UNAVAILABLE} when off. */
    double value(LabSensor sensor, long epochMillis, boolean on) {
        return ServerPhysics.value(sensor, server, epochMillis, on, pins);
    }

    /** Reads one sensor and logs what has changed about it. */
    Reading read(LabSensor sensor, long epochMillis, boolean on) {
        double value = value(sensor, epochMillis, on);
        if (Double.isNaN(value)) {
            return new Reading(0, false, 0);
        }
        FullSensor analog = layout.analog(sensor).orElse(null);
        Reading reading = analog == null ? new Reading(0, true, (int) value)
                : compared(sensor, analog, analog.conversion().raw(value));
        int known = knownStates(sensor);
        if (known != reading.states()) {
            remember(sensor, reading.states());
            logChanges(sensor, known, reading, (int) (epochMillis / 1_000));
        }
        return reading;
    }

    void readAll(long epochMillis, boolean on) {
        for (LabSensor sensor : LabSensor.values()) {
            read(sensor, epochMillis, on);
        }
    }

    Pins pins() {
        return pins;
    }

    SensorCommon description(LabSensor sensor) {
        return layout.record(sensor).common();
    }

    /** The asserted events as bits of event offsets (§42.1, table 42-2). */
    int events(LabSensor sensor, Reading reading) {
        if (sensor.kind().isDiscrete()) {
            return reading.states();
        }
        return Threshold.of(reading.states()).stream().mapToInt(each -> 1 << SensorLayout.eventOffset(each)).sum();
    }

    /** @throws Refused with CDh for a discrete sensor, which has no thresholds */
    FullSensor analog(LabSensor sensor) throws Refused {
        return layout.analog(sensor).orElseThrow(() -> new Refused(CompletionCode.ILLEGAL_FOR_SENSOR));
    }

    /** Raw, indexed by {@link Threshold#ordinal()}. */
    byte[] thresholds(LabSensor sensor, FullSensor analog) {
        byte[] own = thresholds.length == 0 ? NOT_SET : thresholds[sensor.ordinal()];
        if (own.length > 0) {
            return own;
        }
        byte[] raw = new byte[Threshold.values().length];
        for (Threshold threshold : Threshold.values()) {
            raw[threshold.ordinal()] = (byte) analog.thresholds().at(threshold);
        }
        return raw;
    }

    /** @param mask which of the {@code raw} thresholds are to be set */
    void setThresholds(LabSensor sensor, FullSensor analog, int mask, byte[] raw) {
        byte[] changed = thresholds(sensor, analog).clone();
        for (Threshold threshold : Threshold.of(mask)) {
            changed[threshold.ordinal()] = raw[threshold.ordinal()];
        }
        thresholds = thresholds.length == 0 ? perSensor() : thresholds;
        thresholds[sensor.ordinal()] = changed;
    }

    /** Positive-going and negative-going, raw counts. */
    byte[] hysteresis(LabSensor sensor, FullSensor analog) {
        byte[] own = hysteresis.length == 0 ? NOT_SET : hysteresis[sensor.ordinal()];
        return own.length > 0 ? own : Reply.of(analog.positiveHysteresis(), analog.negativeHysteresis());
    }

    void setHysteresis(LabSensor sensor, int positive, int negative) {
        hysteresis = hysteresis.length == 0 ? perSensor() : hysteresis;
        hysteresis[sensor.ordinal()] = Reply.of(positive, negative);
    }

    /** A threshold state is left only when the value has come back by more than the hysteresis (§36.1). */
    private Reading compared(LabSensor sensor, FullSensor analog, int raw) {
        int known = knownStates(sensor);
        int states = 0;
        byte[] limits = thresholds(sensor, analog);
        byte[] margin = hysteresis(sensor, analog);
        var format = analog.common().units().format();
        int value = format.toNumber(raw);
        for (Threshold threshold : analog.common().readableThresholds()) {
            int limit = format.toNumber(limits[threshold.ordinal()]);
            boolean was = (known & threshold.bit()) != 0;
            boolean is = threshold.isUpper() ? value >= limit - (was ? margin[0] & 0xFF : 0)
                    : value <= limit + (was ? margin[1] & 0xFF : 0);
            states |= is ? threshold.bit() : 0;
        }
        return new Reading(raw, true, states);
    }

    private void logChanges(LabSensor sensor, int known, Reading reading, int epochSeconds) {
        FullSensor analog = layout.analog(sensor).orElse(null);
        int changes = known ^ reading.states();
        for (int bit = 0; bit < Short.SIZE; bit++) {
            if ((changes & 1 << bit) != 0) {
                int direction = (known & 1 << bit) != 0 ? GOES_AWAY : 0;
                byte[] data = analog == null ? Reply.of(bit, 0xFF, 0xFF)
                        : Reply.of(WITH_READING_AND_THRESHOLD | SensorLayout.eventOffset(Threshold.values()[bit]),
                                reading.raw(), thresholds(sensor, analog)[bit]);
                log.add(event(description(sensor), direction, data, epochSeconds), epochSeconds);
            }
        }
    }

    /** System event record without its ID (§32.1): 02h, time, generator, EvM revision 04h, sensor, event. */
    private static byte[] event(SensorCommon sensor, int direction, byte[] data, int epochSeconds) {
        return new Reply().add(0x02).doubleWord(epochSeconds).word(IpmiLanMessage.BMC).add(0x04)
                .add(sensor.sensorType(), sensor.number(), direction | sensor.readingType()).add(data).data();
    }

    private int knownStates(LabSensor sensor) {
        if (knownStates.length > 0) {
            return knownStates[sensor.ordinal()];
        }
        return normalStates(sensor);
    }

    private int normalStates(LabSensor sensor) {
        return sensor.kind().isDiscrete() ? (int) ServerPhysics.value(sensor, server, 0, true, new Pins()) : 0;
    }

    private void remember(LabSensor sensor, int states) {
        if (knownStates.length == 0) {
            knownStates = new int[LabSensor.values().length];
            for (LabSensor each : LabSensor.values()) {
                knownStates[each.ordinal()] = normalStates(each);
            }
        }
        knownStates[sensor.ordinal()] = states;
    }

    private static byte[][] perSensor() {
        byte[][] table = new byte[LabSensor.values().length][];
        Arrays.fill(table, NOT_SET);
        return table;
    }
}

package org.dcos.net.ipmi.client;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.dcos.net.ipmi.sdr.SensorRecord;
import org.dcos.net.ipmi.sdr.Threshold;

/**
 * A sensor and what it reads now.
 *
 * @param status  whether there is a reading
 * @param value   in the units of the sensor; absent for sensors with states only, and without a reading
 * @param crossed thresholds that the BMC reports as crossed
 * @param states  texts of the asserted states of a discrete sensor
 */
public record SensorValue(SensorRecord sensor, Status status, OptionalDouble value, Set<Threshold> crossed,
        List<String> states) {

    /** Why there is no reading. */
    public enum Status {
        READ,
        /** The BMC says so: the part is absent, or was not yet measured (IPMI v2.0 r1.1 §35.14, bit 5). */
        UNAVAILABLE,
        /** Scanning is switched off. */
        NOT_SCANNED,
        /** The BMC refuses to read it, although it has a record. */
        REFUSED,
        /** It belongs to a controller behind the BMC, which is not asked. */
        OTHER_CONTROLLER
    }

    /** The worst that the crossed thresholds say. */
    public enum Severity {
        OK, NON_CRITICAL, CRITICAL, NON_RECOVERABLE
    }

    public SensorValue {
        crossed = Set.copyOf(crossed);
        states = List.copyOf(states);
    }

    static SensorValue none(SensorRecord sensor, Status why) {
        return new SensorValue(sensor, why, OptionalDouble.empty(), Set.of(), List.of());
    }

    public String name() {
        return sensor.name();
    }

    public Severity severity() {
        return crossed.stream().map(threshold -> switch (threshold) {
            case LOWER_NON_CRITICAL, UPPER_NON_CRITICAL -> Severity.NON_CRITICAL;
            case LOWER_CRITICAL, UPPER_CRITICAL -> Severity.CRITICAL;
            case LOWER_NON_RECOVERABLE, UPPER_NON_RECOVERABLE -> Severity.NON_RECOVERABLE;
        }).max(Severity::compareTo).orElse(Severity.OK);
    }
}

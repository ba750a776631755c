package org.dcos.lab.sensor;

import static org.dcos.net.ipmi.sdr.Threshold.LOWER_CRITICAL;
import static org.dcos.net.ipmi.sdr.Threshold.LOWER_NON_CRITICAL;
import static org.dcos.net.ipmi.sdr.Threshold.LOWER_NON_RECOVERABLE;
import static org.dcos.net.ipmi.sdr.Threshold.UPPER_CRITICAL;
import static org.dcos.net.ipmi.sdr.Threshold.UPPER_NON_CRITICAL;
import static org.dcos.net.ipmi.sdr.Threshold.UPPER_NON_RECOVERABLE;

import java.util.Map;
import org.dcos.lab.plan.HardwareModel;
import org.dcos.net.ipmi.sdr.AnalogFormat;
import org.dcos.net.ipmi.sdr.Entity;
import org.dcos.net.ipmi.sdr.FullSensor;
import org.dcos.net.ipmi.sdr.Linearization;
import org.dcos.net.ipmi.sdr.RawThresholds;
import org.dcos.net.ipmi.sdr.ReadingFactors;
import org.dcos.net.ipmi.sdr.SensorCommon;
import org.dcos.net.ipmi.sdr.SensorConversion;
import org.dcos.net.ipmi.sdr.SensorUnits;
import org.dcos.net.ipmi.sdr.Threshold;
import org.dcos.net.ipmi.wire.IpmiLanMessage;

/**
 * Full sensor records. Factors differ from maker to maker as they do in the field (half degrees, an offset of -128,
 * two's complement, exponents), so that whoever reads them has to convert.
 */
final class AnalogRecords {

    /** Byte 11: scanning, events, thresholds and hysteresis are initialized, events and scanning enabled. */
    private static final int INITIALIZED = 0x7F;
    /** Byte 12: rearms by itself, hysteresis and thresholds can be read and set, events per threshold. */
    private static final int CAPABILITIES = 0x68;
    /** Byte 31: nominal reading, normal maximum and normal minimum are given. */
    private static final int RANGE_GIVEN = 0x07;

    private static final ReadingFactors PLAIN = ReadingFactors.of(1, 0, 0, 0);

    /** Entity IDs of table 43-13. */
    private static final int PROCESSOR = 0x03;
    private static final int SYSTEM_BOARD = 0x07;
    private static final int FAN_DEVICE = 0x1D;
    private static final int AIR_INLET = 0x37;

    /** Everything about a sensor that its kind and the hardware decide. */
    private record Design(Entity entity, int type, int unit, AnalogFormat format, ReadingFactors factors,
            double nominal, double normalMaximum, double normalMinimum, Map<Threshold, Double> thresholds,
            int hysteresis) {}

    static FullSensor of(LabSensor sensor, HardwareModel hardware) {
        Design design = switch (sensor.kind()) {
            case TEMPERATURE -> temperature(sensor, hardware);
            case FAN -> fan(sensor, hardware);
            case VOLTAGE -> voltage(sensor, hardware);
            case POWER -> power(sensor, hardware);
            case SUPPLY_STATUS, DRIVE_STATUS ->
                    throw new IllegalArgumentException("%s reads no number".formatted(sensor.displayName()));
        };
        return record(sensor, design);
    }

    private static Design temperature(LabSensor sensor, HardwareModel hardware) {
        boolean cpu = sensor == LabSensor.CPU1_TEMP || sensor == LabSensor.CPU2_TEMP;
        AnalogFormat format = AnalogFormat.UNSIGNED;
        ReadingFactors factors = PLAIN;
        switch (hardware.manufacturer()) {
            case HUAWEI -> factors = cpu ? PLAIN : ReadingFactors.of(5, 0, 0, -1);
            case DELL -> factors = ReadingFactors.of(1, -128, 0, 0);
            case HPE -> format = AnalogFormat.TWOS_COMPLEMENT;
            case LENOVO -> factors = cpu ? PLAIN : ReadingFactors.of(5, -40, 1, -1); // -40.0 to 87.5 in half degrees
            case INSPUR, H3C -> {} // plain degrees
        }
        return switch (sensor) {
            case INLET_TEMP -> new Design(new Entity(AIR_INLET, 1), 0x01, SensorUnits.DEGREES_C, format, factors,
                    23, 35, 18, Map.of(LOWER_CRITICAL, 5.0, LOWER_NON_CRITICAL, 10.0, UPPER_NON_CRITICAL, 38.0,
                            UPPER_CRITICAL, 42.0, UPPER_NON_RECOVERABLE, 47.0),
                    1);
            case EXHAUST_TEMP -> new Design(new Entity(SYSTEM_BOARD, 1), 0x01, SensorUnits.DEGREES_C, format,
                    factors, 38, 60, 20, Map.of(UPPER_NON_CRITICAL, 65.0, UPPER_CRITICAL, 70.0), 1);
            default -> new Design(new Entity(PROCESSOR, sensor == LabSensor.CPU1_TEMP ? 1 : 2), 0x01,
                    SensorUnits.DEGREES_C, format, factors, 50, 85, 20, Map.of(UPPER_NON_CRITICAL, 88.0,
                            UPPER_CRITICAL, 95.0, UPPER_NON_RECOVERABLE, 100.0),
                    2);
        };
    }

    private static Design fan(LabSensor sensor, HardwareModel hardware) {
        ReadingFactors factors = switch (hardware.manufacturer()) {
            case HUAWEI -> ReadingFactors.of(75, 0, 0, 0);
            case DELL -> ReadingFactors.of(12, 0, 0, 1);
            case INSPUR -> ReadingFactors.of(1, 0, 0, 2);
            case HPE, LENOVO, H3C -> ReadingFactors.of(100, 0, 0, 0);
        };
        double slowest = hardware.slowestRpm();
        return new Design(new Entity(FAN_DEVICE, sensor.ordinal() - LabSensor.FAN1.ordinal() + 1), 0x04,
                SensorUnits.RPM, AnalogFormat.UNSIGNED, factors, 2 * slowest, hardware.fastestRpm(), slowest,
                Map.of(LOWER_NON_RECOVERABLE, 0.3 * slowest, LOWER_CRITICAL, 0.45 * slowest, LOWER_NON_CRITICAL,
                        0.65 * slowest),
                2);
    }

    private static Design voltage(LabSensor sensor, HardwareModel hardware) {
        boolean twelve = sensor == LabSensor.P12V;
        ReadingFactors factors = switch (hardware.manufacturer()) {
            case DELL, HPE -> twelve ? ReadingFactors.of(6, 0, 0, -2) : ReadingFactors.of(25, 0, 0, -3);
            case HUAWEI, INSPUR, LENOVO, H3C ->
                    twelve ? ReadingFactors.of(63, 0, 0, -3) : ReadingFactors.of(26, 0, 0, -3);
        };
        double nominal = twelve ? 12 : 5;
        return new Design(new Entity(SYSTEM_BOARD, twelve ? 1 : 2), 0x02, SensorUnits.VOLTS, AnalogFormat.UNSIGNED,
                factors, nominal, 1.05 * nominal, 0.95 * nominal, Map.of(LOWER_NON_RECOVERABLE, 0.85 * nominal,
                        LOWER_CRITICAL, 0.9 * nominal, LOWER_NON_CRITICAL, 0.925 * nominal, UPPER_NON_CRITICAL,
                        1.075 * nominal, UPPER_CRITICAL, 1.1 * nominal, UPPER_NON_RECOVERABLE, 1.15 * nominal),
                1);
    }

    private static Design power(LabSensor sensor, HardwareModel hardware) {
        double rated = hardware.supplyWatts();
        int wattsPerCount = (int) Math.ceil(1.1 * rated / 0xFF);
        return new Design(new Entity(DiscreteRecords.POWER_SUPPLY, sensor == LabSensor.PSU1_POWER ? 1 : 2), 0x0B,
                SensorUnits.WATTS, AnalogFormat.UNSIGNED, ReadingFactors.of(wattsPerCount, 0, 0, 0),
                hardware.idleWatts() / 2.0, 0.8 * rated, 0,
                Map.of(UPPER_NON_CRITICAL, 0.9 * rated, UPPER_CRITICAL, rated), 1);
    }

    private static FullSensor record(LabSensor sensor, Design design) {
        var conversion = new SensorConversion(design.format(), design.factors(), Linearization.LINEAR);
        int mask = Threshold.mask(design.thresholds().keySet());
        int events = design.thresholds().keySet().stream().mapToInt(each -> 1 << eventOffset(each)).sum();
        var common = new SensorCommon(IpmiLanMessage.BMC, 0, 0, sensor.number(), design.entity(), INITIALIZED,
                CAPABILITIES, design.type(), SensorCommon.THRESHOLD, events | (mask & 0x07) << 12,
                events | (mask >> 3) << 12, mask << 8 | mask, SensorUnits.of(design.format(), design.unit()));
        boolean signed = design.format() == AnalogFormat.TWOS_COMPLEMENT;
        var range = new FullSensor.Range(conversion.raw(design.nominal()), conversion.raw(design.normalMaximum()),
                conversion.raw(design.normalMinimum()), signed ? 0x7F : 0xFF, signed ? 0x80 : 0x00);
        return new FullSensor(sensor.number(), common, Linearization.LINEAR.code(), design.factors(), RANGE_GIVEN,
                range, thresholds(design.thresholds(), conversion), design.hysteresis(), design.hysteresis(),
                sensor.displayName());
    }

    private static RawThresholds thresholds(Map<Threshold, Double> values, SensorConversion conversion) {
        int[] raw = new int[Threshold.values().length];
        values.forEach((threshold, value) -> raw[threshold.ordinal()] = conversion.raw(value));
        return new RawThresholds(raw[0], raw[1], raw[2], raw[3], raw[4], raw[5]);
    }

    /**
     * Offset of the event "going low" of a lower threshold (0, 2, 4), "going high" of an upper one (7, 9, 11) (IPMI
     * v2.0 r1.1 §42.1, table 42-2).
     */
    static int eventOffset(Threshold threshold) {
        return 2 * threshold.ordinal() + (threshold.isUpper() ? 1 : 0);
    }

    private AnalogRecords() {}
}

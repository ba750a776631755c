package org.dcos.net.ipmi.sdr;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Makes sensor records from values in engineering units, as a simulator describes its sensors. What is not set is: of
 * the controller 20h, LUN 0, entity unspecified, unsigned linear readings {@code y = x}, no thresholds.
 */
public final class SensorBuilder {

    private static final int BMC = 0x20;

    /** All of "initialize scanning, events, thresholds, hysteresis, type" and "scanning enabled" (§43.1 byte 11). */
    private static final int INITIALIZE_ALL = 0x7F;

    /** Auto re-arm (bit 6), hysteresis readable and settable (bits 5:4 = 2), §43.1 byte 12. */
    private static final int RE_ARM_AND_HYSTERESIS = 0x60;

    private final String name;
    private final int number;
    private final int sensorType;
    private int recordId;
    private Entity entity = new Entity(0, 1);
    private int lun;
    private SensorUnits units = SensorUnits.of(AnalogFormat.UNSIGNED, 0);
    private ReadingFactors factors = ReadingFactors.of(1, 0, 0, 0);
    private Linearization linearization = Linearization.LINEAR;
    private OptionalDouble nominal = OptionalDouble.empty();
    private int hysteresis;
    private final Map<Threshold, Double> thresholds = new EnumMap<>(Threshold.class);
    private final Set<Threshold> settable = EnumSet.allOf(Threshold.class);

    /** @param sensorType table 42-3, for example 01h temperature */
    public SensorBuilder(String name, int number, int sensorType) {
        this.name = name;
        this.number = number;
        this.sensorType = sensorType;
    }

    public SensorBuilder recordId(int id) {
        this.recordId = id;
        return this;
    }

    public SensorBuilder entity(int id, int instance) {
        this.entity = new Entity(id, instance);
        return this;
    }

    public SensorBuilder lun(int ownerLun) {
        this.lun = ownerLun;
        return this;
    }

    public SensorBuilder units(SensorUnits sensorUnits) {
        this.units = sensorUnits;
        return this;
    }

    public SensorBuilder factors(ReadingFactors readingFactors) {
        this.factors = readingFactors;
        return this;
    }

    public SensorBuilder linearization(Linearization function) {
        this.linearization = function;
        return this;
    }

    public SensorBuilder nominal(double value) {
        this.nominal = OptionalDouble.of(value);
        return this;
    }

    /** @param rawCounts both ways, 0 to 255 */
    public SensorBuilder hysteresis(int rawCounts) {
        this.hysteresis = rawCounts;
        return this;
    }

    /** A readable and settable threshold at that value, with its events. */
    public SensorBuilder threshold(Threshold threshold, double value) {
        thresholds.put(threshold, value);
        return this;
    }

    public SensorBuilder readOnlyThresholds() {
        settable.clear();
        return this;
    }

    /** A threshold sensor. */
    public FullSensor full() {
        var conversion = new SensorConversion(units.format(), factors, linearization);
        int readable = Threshold.mask(thresholds.keySet());
        var settableNow = EnumSet.copyOf(thresholds.isEmpty() ? EnumSet.noneOf(Threshold.class) : thresholds.keySet());
        settableNow.retainAll(settable);
        var access = thresholds.isEmpty() ? SensorCommon.ThresholdAccess.NONE
                : settableNow.isEmpty() ? SensorCommon.ThresholdAccess.READABLE
                : SensorCommon.ThresholdAccess.READABLE_AND_SETTABLE;
        var common = new SensorCommon(BMC, 0, lun, number, entity, INITIALIZE_ALL,
                RE_ARM_AND_HYSTERESIS | access.ordinal() << 2, sensorType, SensorCommon.THRESHOLD,
                events() | comparisons() << 12, events() | comparisonsUpper() << 12,
                readable | Threshold.mask(settableNow) << 8, units);
        int nominalRaw = nominal.isPresent() ? conversion.raw(nominal.getAsDouble()) : 0;
        return new FullSensor(recordId, common, linearization.code(), factors, nominal.isPresent() ? 1 : 0,
                new FullSensor.Range(nominalRaw, 0, 0, units.format().toRaw(Integer.MAX_VALUE),
                        units.format().toRaw(Integer.MIN_VALUE)),
                raw(conversion), hysteresis, hysteresis, name);
    }

    /**
     * A sensor with discrete states.
     *
     * @param readingType generic type 02h to 0Ch, or {@link SensorCommon#SENSOR_SPECIFIC}
     * @param states      bit n set: state n can occur
     */
    public CompactSensor discrete(int readingType, int states) {
        var noAnalog = SensorUnits.of(AnalogFormat.NONE, 0);
        var common = new SensorCommon(BMC, 0, lun, number, entity, INITIALIZE_ALL, 0x40, sensorType, readingType,
                states, states, states, noAnalog);
        return new CompactSensor(recordId, common, 1, 0, 0, name);
    }

    /** Event offsets are two per threshold: going low and going high (table 42-2); lower go low, upper go high. */
    private int events() {
        int events = 0;
        for (Threshold threshold : thresholds.keySet()) {
            events |= 1 << 2 * threshold.ordinal() + (threshold.isUpper() ? 1 : 0);
        }
        return events;
    }

    /** Bits 14:12 of the assertion mask: lower comparisons returned; of the deassertion mask: upper (§43.1). */
    private int comparisons() {
        return Threshold.mask(thresholds.keySet()) & 0x07;
    }

    private int comparisonsUpper() {
        return Threshold.mask(thresholds.keySet()) >> 3;
    }

    private RawThresholds raw(SensorConversion conversion) {
        int[] raw = new int[Threshold.values().length];
        thresholds.forEach((threshold, value) -> raw[threshold.ordinal()] = conversion.raw(value));
        return new RawThresholds(raw[0], raw[1], raw[2], raw[3], raw[4], raw[5]);
    }
}

package org.dcos.net.ipmi.client;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.dcos.net.ipmi.command.SensorFactors;
import org.dcos.net.ipmi.command.SensorReading;
import org.dcos.net.ipmi.command.SensorThresholds;
import org.dcos.net.ipmi.sdr.CompactSensor;
import org.dcos.net.ipmi.sdr.DiscreteStates;
import org.dcos.net.ipmi.sdr.FullSensor;
import org.dcos.net.ipmi.sdr.SensorCommon;
import org.dcos.net.ipmi.sdr.SensorConversion;
import org.dcos.net.ipmi.sdr.SensorRecord;
import org.dcos.net.ipmi.sdr.Threshold;
import org.dcos.net.ipmi.wire.IpmiLanMessage;

/**
 * Reads the sensors of a BMC in one session (IPMI v2.0 r1.1 §35.14, §35.9). Keeps the factors of non-linear sensors,
 * so it is worth keeping itself beside the records. One thread at a time; for use on a virtual thread.
 */
public final class SensorReader {

    private record RawReading(int lun, int number, int raw) {}

    private final SdrSnapshot records;
    private final Map<RawReading, SensorConversion> nonLinear = new HashMap<>();

    public SensorReader(SdrSnapshot records) {
        this.records = records;
    }

    public SdrSnapshot records() {
        return records;
    }

    /**
     * All sensors, in the order of their records. A sensor that cannot be read is in the list with the reason.
     *
     * @throws IpmiException when the BMC does not answer at all
     */
    public List<SensorValue> readAll(BmcConnection bmc) throws IpmiException, InterruptedException {
        var values = new ArrayList<SensorValue>();
        for (SensorRecord sensor : records.sensors()) {
            values.add(read(bmc, sensor));
        }
        return List.copyOf(values);
    }

    public SensorValue read(BmcConnection bmc, SensorRecord sensor) throws IpmiException, InterruptedException {
        SensorCommon common = sensor.common();
        if (common.owner() != IpmiLanMessage.BMC) {
            return SensorValue.none(sensor, SensorValue.Status.OTHER_CONTROLLER);
        }
        SensorReading reading;
        try {
            reading = bmc.send(new SensorReading.Get(common.number(), common.lun()));
        } catch (BmcRefused _) { // a part that is not there, or a record without a sensor: common in the field
            return SensorValue.none(sensor, SensorValue.Status.REFUSED);
        }
        if (!reading.isScanned()) {
            return SensorValue.none(sensor, SensorValue.Status.NOT_SCANNED);
        }
        if (!reading.isAvailable()) {
            return SensorValue.none(sensor, SensorValue.Status.UNAVAILABLE);
        }
        Set<Threshold> crossed = common.isThreshold() ? reading.crossed() : Set.of();
        List<String> states = common.isThreshold() ? List.of() : DiscreteStates.texts(common, reading.states());
        return new SensorValue(sensor, SensorValue.Status.READ, valueOf(bmc, sensor, reading.raw()), crossed, states);
    }

    /**
     * The thresholds in use that can be read, in the units of the sensor; empty when the sensor has none, or the BMC
     * refuses.
     */
    public Map<Threshold, Double> thresholds(BmcConnection bmc, SensorRecord sensor)
            throws IpmiException, InterruptedException {
        var values = new EnumMap<Threshold, Double>(Threshold.class);
        SensorCommon common = sensor.common();
        if (common.readableThresholds().isEmpty() || common.owner() != IpmiLanMessage.BMC) {
            return values;
        }
        SensorThresholds inUse;
        try {
            inUse = bmc.send(new SensorThresholds.Get(common.number(), common.lun()));
        } catch (BmcRefused _) {
            return values;
        }
        for (Threshold threshold : inUse.readable()) {
            valueOf(bmc, sensor, inUse.raw().at(threshold)).ifPresent(value -> values.put(threshold, value));
        }
        return values;
    }

    private OptionalDouble valueOf(BmcConnection bmc, SensorRecord sensor, int raw)
            throws IpmiException, InterruptedException {
        return switch (sensor) {
            case FullSensor full when full.isNonLinear() -> nonLinearValue(bmc, full, raw);
            case FullSensor full -> full.conversion().value(raw);
            case CompactSensor _ -> OptionalDouble.empty(); // has no conversion (§43.2)
        };
    }

    private OptionalDouble nonLinearValue(BmcConnection bmc, FullSensor sensor, int raw)
            throws IpmiException, InterruptedException {
        SensorCommon common = sensor.common();
        var key = new RawReading(common.lun(), common.number(), raw);
        SensorConversion conversion = nonLinear.get(key);
        if (conversion == null) {
            try {
                conversion = sensor.conversion(
                        bmc.send(new SensorFactors.Get(common.number(), common.lun(), raw)).factors());
            } catch (BmcRefused _) {
                return OptionalDouble.empty();
            }
            nonLinear.put(key, conversion);
        }
        return conversion.value(raw);
    }
}

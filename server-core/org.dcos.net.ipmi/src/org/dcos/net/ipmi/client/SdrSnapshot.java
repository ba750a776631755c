package org.dcos.net.ipmi.client;

import java.util.List;
import java.util.stream.Stream;
import org.dcos.net.ipmi.sdr.CompactSensor;
import org.dcos.net.ipmi.sdr.EventOnlySensor;
import org.dcos.net.ipmi.sdr.FruLocator;
import org.dcos.net.ipmi.sdr.FullSensor;
import org.dcos.net.ipmi.sdr.SdrRecord;
import org.dcos.net.ipmi.sdr.SensorRecord;

/**
 * The sensor data records of a BMC as they were at one time; to be kept, because reading them takes seconds.
 *
 * @param stamp    what the BMC says of their state, to find out whether they are still the same
 * @param problems sentences about records that are not as specified, or are missing
 */
public record SdrSnapshot(Stamp stamp, List<SdrRecord> records, List<String> problems) {

    /**
     * @param device   the BMC's own records, not those of an SDR repository
     * @param records  their number
     * @param changed  times of the last addition and erase, or the population change indicator
     */
    public record Stamp(boolean device, int records, long changed) {

        private static final int UNKNOWN = -1;

        /** Of records that could not all be read: equal to none that a BMC tells, so that they are read anew. */
        Stamp ofAPart() {
            return new Stamp(device, UNKNOWN, changed);
        }
    }

    public SdrSnapshot {
        records = List.copyOf(records);
        problems = List.copyOf(problems);
    }

    /** All sensors, those that share a record one by one. */
    public List<SensorRecord> sensors() {
        return records.stream().<SensorRecord>mapMulti((record, sink) -> {
            if (record instanceof FullSensor full) {
                sink.accept(full);
            } else if (record instanceof CompactSensor compact) {
                compact.unshared().forEach(sink);
            }
        }).toList();
    }

    /** Sensors that cannot be read and only leave entries in the log. */
    public List<EventOnlySensor> eventOnlySensors() {
        return records.stream().filter(EventOnlySensor.class::isInstance).map(EventOnlySensor.class::cast).toList();
    }

    public Stream<FruLocator> fruLocators() {
        return records.stream().filter(FruLocator.class::isInstance).map(FruLocator.class::cast);
    }
}

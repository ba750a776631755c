package org.dcos.server.oob;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Thresholds;
import org.dcos.net.ipmi.client.BmcConnection;
import org.dcos.net.ipmi.client.IpmiException;
import org.dcos.net.ipmi.client.SdrReader;
import org.dcos.net.ipmi.client.SensorReader;
import org.dcos.net.ipmi.client.SensorValue;
import org.dcos.net.ipmi.sdr.SensorRecord;

/**
 * Keeps what changes seldom about the sensors of each BMC, their records and thresholds, and asks the BMC now and then
 * whether they are still the same. One conversation with a BMC reads at a time.
 */
final class SensorCache {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);
    /** More BMCs than one server-core watches; beyond, what is kept is thrown away and read again. */
    private static final int MAX_BMCS = 20_000;

    private final Map<InetSocketAddress, Kept> kept = new ConcurrentHashMap<>();

    /** @param thresholds by record; @param looked when the BMC was last asked whether they are the same */
    private record Kept(SensorReader reader, Map<SensorRecord, Thresholds> thresholds, Instant looked) {}

    List<SensorReading> read(BmcConnection connection, Instant now) throws IpmiException, InterruptedException {
        var address = connection.target().address();
        var known = kept.get(address);
        if (known == null || now.isAfter(known.looked.plus(LOOK_AGAIN))) {
            known = look(connection, known, now);
            if (kept.size() >= MAX_BMCS) {
                kept.clear();
            }
            kept.put(address, known);
        }
        var readings = known.reader.readAll(connection);
        var thresholds = known.thresholds;
        return readings.stream().filter(value -> value.status() != SensorValue.Status.OTHER_CONTROLLER)
                .map(value -> SensorReadings.of(value, thresholds.getOrDefault(value.sensor(), Thresholds.NONE), now))
                .toList();
    }

    void forget(InetSocketAddress address) {
        kept.remove(address);
    }

    /** Records are read anew only when the BMC says that they changed; thresholds are always read, they may change. */
    private static Kept look(BmcConnection connection, Kept before, Instant now)
            throws IpmiException, InterruptedException {
        var snapshot = before == null ? SdrReader.read(connection)
                : SdrReader.refresh(connection, before.reader.records());
        var reader = before != null && snapshot == before.reader.records() ? before.reader : new SensorReader(snapshot);
        var thresholds = new HashMap<SensorRecord, Thresholds>();
        for (var sensor : snapshot.sensors()) {
            if (sensor.common().isThreshold()) {
                thresholds.put(sensor, SensorReadings.thresholds(sensor, reader.thresholds(connection, sensor)));
            }
        }
        return new Kept(reader, thresholds, now);
    }
}

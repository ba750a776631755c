package org.dcos.server.oob;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Thresholds;
import org.dcos.net.ipmi.client.BmcConnection;
import org.dcos.net.ipmi.client.IpmiException;
import org.dcos.net.ipmi.client.SdrReader;
import org.dcos.net.ipmi.client.SdrSnapshot;
import org.dcos.net.ipmi.client.SensorReader;
import org.dcos.net.ipmi.client.SensorValue;
import org.dcos.net.ipmi.sdr.SdrRecord;

/**
 * Keeps what changes seldom about the sensors of each BMC, their records and thresholds, and asks the BMC now and then
 * whether they are still the same. One conversation with a BMC reads at a time.
 */
final class SensorCache {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);
    /** More BMCs than one server-core watches; beyond, what is kept is thrown away and read again. */
    private static final int MAX_BMCS = 20_000;
    /** Lists of sensors: a machine's kind, firmware and parts make one. */
    private static final int MAX_KINDS = 500;
    private static final int MAX_THRESHOLDS = 20_000;

    private final Map<InetSocketAddress, Kept> kept = new ConcurrentHashMap<>();
    private final Map<InetSocketAddress, ReentrantLock> readers = new ConcurrentHashMap<>();
    private final Shared<List<SdrRecord>> lists = new Shared<>(MAX_KINDS);
    private final Shared<Thresholds> limits = new Shared<>(MAX_THRESHOLDS);
    private final Shared<List<Thresholds>> limitsOfAll = new Shared<>(MAX_KINDS);

    /** @param thresholds in the order of the sensors; @param looked when the BMC was last asked for them */
    private record Kept(SensorReader reader, List<Thresholds> thresholds, Instant looked) {}

    List<SensorReading> read(BmcConnection connection, Instant now) throws IpmiException, InterruptedException {
        var known = known(connection, now);
        var values = known.reader.readAll(connection);
        var readings = new ArrayList<SensorReading>(values.size());
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value.status() != SensorValue.Status.OTHER_CONTROLLER) {
                readings.add(SensorReadings.of(value, known.thresholds.get(i), now));
            }
        }
        return List.copyOf(readings);
    }

    /** The records of what is behind the BMC. */
    SdrSnapshot records(BmcConnection connection, Instant now) throws IpmiException, InterruptedException {
        return known(connection, now).reader.records();
    }

    /** Two that read the records at once would take each other's reservation away, and neither come to the end. */
    private Kept known(BmcConnection connection, Instant now) throws IpmiException, InterruptedException {
        var reading = readers.computeIfAbsent(connection.target().address(), _ -> new ReentrantLock());
        reading.lockInterruptibly();
        try {
            return knownAlone(connection, now);
        } finally {
            reading.unlock();
        }
    }

    private Kept knownAlone(BmcConnection connection, Instant now) throws IpmiException, InterruptedException {
        var address = connection.target().address();
        var known = kept.get(address);
        if (known == null || now.isAfter(known.looked.plus(LOOK_AGAIN))) {
            known = look(connection, known, now);
            if (kept.size() >= MAX_BMCS) {
                kept.clear();
                readers.clear();
            }
            kept.put(address, known);
        }
        return known;
    }

    void forget(InetSocketAddress address) {
        kept.remove(address);
    }

    /** Records are read anew only when the BMC says that they changed; thresholds are always read, they may change. */
    private Kept look(BmcConnection connection, Kept before, Instant now) throws IpmiException, InterruptedException {
        var snapshot = before == null ? SdrReader.read(connection)
                : SdrReader.refresh(connection, before.reader.records());
        var reader = before != null && snapshot == before.reader.records() ? before.reader
                : new SensorReader(shared(snapshot));
        var thresholds = new ArrayList<Thresholds>();
        for (var sensor : reader.records().sensors()) {
            thresholds.add(sensor.common().isThreshold()
                    ? limits.of(SensorReadings.thresholds(sensor, reader.thresholds(connection, sensor)))
                    : Thresholds.NONE);
        }
        return new Kept(reader, limitsOfAll.of(List.copyOf(thresholds)), now);
    }

    private SdrSnapshot shared(SdrSnapshot snapshot) {
        return new SdrSnapshot(snapshot.stamp(), lists.of(snapshot.records()), snapshot.problems());
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import org.dcos.domain.metric.MetricStore.Entry;
import org.dcos.domain.metric.RangeQuery;
import org.dcos.domain.metric.Sample;
import org.dcos.domain.metric.SeriesKey;
import org.dcos.server.metrics.EmbeddedMetricStore;

/**
 * The metric store beside a row per sample in H2 SQL, in the same run and on the same samples: 13 sensors of each
 * server, read once a minute, 8 bits of reading each. Then the bytes on disk when days have gone by, with the store's
 * upkeep at the times it has in a server-core. Arguments: servers (default 10000), minutes (default 60), days (default 3).
 */
public final class MetricsBench {

    private static final int SENSORS = 13;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    /** H2 gets so many samples; a row each takes long. */
    private static final int PEER_SAMPLES = 500_000;
    /** Days go by for so many servers: their share of the disk is that of each server among more. */
    private static final int STEADY_SERVERS = 400;
    /** As in the server-core. */
    private static final int CHECKPOINT_MINUTES = 10;
    private static final int SLOW_MINUTES = 5;
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private final Random random = new Random(1);
    private final List<SeriesKey> keys = new ArrayList<>();
    private final double[] raw;
    private final double[] factor;

    private MetricsBench(int servers) {
        for (int server = 0; server < servers; server++) {
            var id = new java.util.UUID(7, server).toString();
            for (int sensor = 0; sensor < SENSORS; sensor++) {
                keys.add(SeriesKey.of("ipmi_sensor", Map.of("server", id, "sensor", "Sensor " + sensor, "unit", "°C")));
            }
        }
        raw = new double[keys.size()];
        factor = new double[keys.size()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = 60 + random.nextInt(120);
            factor[i] = new double[] {1, 60, 0.06, 4}[i % 4];
        }
    }

    /** All sensors of all servers as read in one minute; each server's answer takes a few ms more or less. */
    private List<Entry> minute(int minute) {
        var entries = new ArrayList<Entry>(keys.size());
        Instant at = START;
        for (int i = 0; i < keys.size(); i++) {
            if (i % SENSORS == 0) {
                at = START.plusMillis(minute * 60_000L + i / SENSORS % 60_000 + Math.abs(Math.round(random.nextGaussian() * 12)));
            }
            raw[i] = Math.clamp(raw[i] + random.nextGaussian() * 0.1, 1, 254);
            double noise = i % 4 == 3 ? 1.5 : 0.4;
            entries.add(new Entry(keys.get(i), new Sample(at, Math.round(raw[i] + random.nextGaussian() * noise) * factor[i])));
        }
        return entries;
    }

    public static void main(String[] args) throws Exception {
        int servers = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int minutes = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        int days = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        var folder = Files.createTempDirectory("metrics-bench");
        try {
            double ours = new MetricsBench(servers).ours(folder.resolve("ours"), minutes);
            var peer = new MetricsBench(servers).peer(folder.resolve("h2"));
            double minutely = new MetricsBench(STEADY_SERVERS).steady(folder.resolve("minutely"), days, 1);
            double slow = new MetricsBench(STEADY_SERVERS).steady(folder.resolve("slow"), days, SLOW_MINUTES);
            print("ratio: ours stores %.1f times the samples a second of H2 SQL batches", ours / peer.samplesPerSecond());
            print("ratio: ours takes %.3f of the disk of H2 SQL, and %.3f where sensors are read every %d min",
                    minutely / peer.bytesPerSample(), slow / peer.bytesPerSample(), SLOW_MINUTES);
        } finally {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private double ours(Path folder, int minutes) throws Exception {
        long base = usedHeap();
        var clock = InstantSource.fixed(START.plus(Duration.ofDays(1)));
        long samples = 0;
        long nanos = 0;
        try (var store = open(folder, clock)) {
            for (int minute = 0; minute < minutes; minute++) {
                var entries = minute(minute);
                long began = System.nanoTime();
                store.append(entries);
                nanos += System.nanoTime() - began;
                samples += entries.size();
            }
            print("ours: %d series, %d samples appended with fsync in %.2f s: %.0f samples/s", keys.size(), samples, nanos / 1e9,
                    samples * 1e9 / nanos);
            long log = store.figures().logBytes();
            print("ours: %.1f bytes a sample in the log until the checkpoint; heap %.0f MB, %.0f bytes a series",
                    (double) log / samples, (usedHeap() - base) / 1e6, (double) (usedHeap() - base) / keys.size());
            long began = System.nanoTime();
            store.maintain();
            print("ours: checkpoint in %.2f s; chunk file %.1f MB, %.2f bytes a sample", (System.nanoTime() - began) / 1e9,
                    store.figures().chunkBytes() / 1e6, (double) store.figures().chunkBytes() / samples);
            query(store, minutes);
        }
        long began = System.nanoTime();
        try (var store = open(folder, clock)) {
            print("ours: opened again with %d series in %.2f s", store.figures().series(), (System.nanoTime() - began) / 1e9);
        }
        return samples * 1e9 / nanos;
    }

    /** Days of samples, checkpoints every 10 minutes as in a server-core. @return bytes a sample on disk at the end */
    private double steady(Path folder, int days, int everyMinutes) throws Exception {
        var now = new AtomicReference<>(START);
        long samples = 0;
        long cpu = 0;
        try (var store = open(folder, now::get)) {
            for (int minute = 0; minute < days * MINUTES_OF_A_DAY; minute += everyMinutes) {
                var entries = minute(minute);
                now.set(START.plusSeconds(60L * (minute + 1)));
                store.append(entries);
                samples += entries.size();
                if (minute % CHECKPOINT_MINUTES == 0) {
                    long began = System.nanoTime();
                    store.maintain();
                    cpu += System.nanoTime() - began;
                }
                if (minute % MINUTES_OF_A_DAY == MINUTES_OF_A_DAY - everyMinutes) {
                    print("ours: %d series, a sample every %d min, after %d d: %.2f bytes a sample on disk (%.1f MB)", keys.size(),
                            everyMinutes, minute / MINUTES_OF_A_DAY + 1, (double) store.figures().chunkBytes() / samples,
                            store.figures().chunkBytes() / 1e6);
                }
            }
            print("ours: its upkeep took %.2f s, %.0f ns a sample", cpu / 1e9, (double) cpu / samples);
            return (double) store.figures().chunkBytes() / samples;
        }
    }

    private static EmbeddedMetricStore open(Path folder, InstantSource clock) throws IOException {
        return new EmbeddedMetricStore(folder, clock, () -> Duration.ofDays(90), 2_000_000);
    }

    private void query(EmbeddedMetricStore store, int minutes) throws Exception {
        int asked = 2_000;
        long began = System.nanoTime();
        long points = 0;
        for (int i = 0; i < asked; i++) {
            var key = keys.get(random.nextInt(keys.size()));
            var ranges = store.query(new RangeQuery(key.metric(), key.labels(), START, START.plus(Duration.ofMinutes(minutes)),
                    Duration.ofMinutes(5)));
            points += ranges.getFirst().points().size();
        }
        print("ours: %d queries of a series by 5 min in %.0f µs each, %d points", asked,
                (System.nanoTime() - began) / 1e3 / asked, points);
    }

    private record Peer(double samplesPerSecond, double bytesPerSample) {}

    private Peer peer(Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        long samples = 0;
        long nanos = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("samples").toAbsolutePath());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create table sample(series int, at timestamp(3), reading double precision, primary key(series, at))");
            try (var insert = connection.prepareStatement("insert into sample values(?, ?, ?)")) {
                for (int minute = 0; samples < PEER_SAMPLES; minute++) {
                    var entries = minute(minute);
                    long began = System.nanoTime();
                    for (int i = 0; i < entries.size(); i++) {
                        insert.setInt(1, i);
                        insert.setTimestamp(2, Timestamp.from(entries.get(i).sample().at()));
                        insert.setDouble(3, entries.get(i).sample().value());
                        insert.addBatch();
                        if (i % 10_000 == 9_999) {
                            insert.executeBatch();
                            connection.commit();
                        }
                    }
                    insert.executeBatch();
                    connection.commit();
                    nanos += System.nanoTime() - began;
                    samples += entries.size();
                }
            }
            statement.execute("checkpoint sync");
        }
        long bytes = Files.size(folder.resolve("samples.mv.db"));
        print("H2 SQL: %d samples inserted in batches in %.2f s: %.0f samples/s, %.0f bytes a sample", samples, nanos / 1e9,
                samples * 1e9 / nanos, (double) bytes / samples);
        return new Peer(samples * 1e9 / nanos, (double) bytes / samples);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}

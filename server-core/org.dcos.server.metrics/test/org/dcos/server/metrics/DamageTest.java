package org.dcos.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.dcos.domain.metric.MetricStore.Entry;
import org.dcos.domain.metric.RangeQuery;
import org.dcos.domain.metric.Sample;
import org.dcos.domain.metric.SeriesKey;
import org.dcos.server.metrics.chunk.Chunk;
import org.dcos.server.metrics.chunk.OpenChunk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final SeriesKey KEY = SeriesKey.of("m", Map.of("n", "1"));

    @TempDir Path folder;
    private final TestClock clock = new TestClock(START.plus(Duration.ofDays(1)));

    private EmbeddedMetricStore open(Path where) throws IOException {
        return new EmbeddedMetricStore(where, clock, () -> Duration.ofDays(90), 1_000);
    }

    private static List<Entry> entry(long seconds, double value) {
        return List.of(new Entry(KEY, new Sample(START.plusSeconds(seconds), value)));
    }

    private static List<Double> values(EmbeddedMetricStore store) throws Exception {
        var ranges = store.query(new RangeQuery("m", Map.of(), START, START.plus(Duration.ofDays(2)), Duration.ZERO));
        return ranges.isEmpty() ? List.of()
                : ranges.getFirst().points().stream().map(point -> point.average()).toList();
    }

    /** A copy of the folder as a crash of the machine would leave it. */
    private Path copyOfFiles(String name) throws IOException {
        var copy = folder.resolve(name);
        var source = folder.resolve("store");
        try (var files = Files.walk(source)) {
            for (var file : files.toList()) {
                var target = copy.resolve(source.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return copy;
    }

    @Test
    void loses_only_the_last_record_when_the_log_is_torn_at_any_of_its_bytes() throws Exception {
        Path whole;
        long before;
        long after;
        try (var store = open(folder.resolve("store"))) {
            store.append(entry(0, 1));
            store.append(entry(1, 2));
            before = store.figures().logBytes();
            store.append(entry(2, 3));
            after = store.figures().logBytes();
            whole = copyOfFiles("whole");
        }
        assertThat(after).isGreaterThan(before + 8);
        for (long length = before; length <= after; length++) {
            var torn = cut(whole, length);
            try (var store = open(torn)) {
                assertThat(values(store)).as("cut at %d", length)
                        .isEqualTo(length == after ? List.of(1.0, 2.0, 3.0) : List.of(1.0, 2.0));
                store.append(entry(3, 4));
                assertThat(values(store)).endsWith(2.0 + (length == after ? 1 : 0), 4.0);
            }
        }
    }

    @Test
    void loses_only_the_last_record_when_any_of_its_bytes_is_wrong() throws Exception {
        Path whole;
        long before;
        long after;
        try (var store = open(folder.resolve("store"))) {
            store.append(entry(0, 1));
            before = store.figures().logBytes();
            store.append(entry(1, 2));
            after = store.figures().logBytes();
            whole = copyOfFiles("whole");
        }
        for (long at = before; at < after; at++) {
            var damaged = cut(whole, after);
            flip(log(damaged), at);
            try (var store = open(damaged)) {
                assertThat(values(store)).as("wrong at %d", at).containsExactly(1.0);
            }
        }
    }

    private Path cut(Path whole, long length) throws IOException {
        var torn = folder.resolve("torn-" + length + "-" + System.nanoTime());
        Files.createDirectories(torn.resolve("log"));
        Files.copy(log(whole), torn.resolve("log/0000000000000001.log"));
        try (var channel = FileChannel.open(log(torn), StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
        return torn;
    }

    private static Path log(Path store) {
        return store.resolve("log/0000000000000001.log");
    }

    private static void flip(Path file, long at) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 0x04)).rewind();
            channel.write(one, at);
        }
    }

    @Test
    void one_damaged_chunk_does_not_take_the_others_with_it() throws Exception {
        var where = folder.resolve("store");
        try (var store = open(where)) {
            for (int hour = 0; hour < 12; hour += 3) {
                store.append(entry(hour * 3_600L, hour));
            }
            store.maintain();
        }
        try (var chunks = new ChunkStore(where.resolve("chunks.mv"))) {
            var bytes = new OpenChunk(START.plusSeconds(3 * 3_600).toEpochMilli(), 3).packed().bytes();
            bytes[5] ^= 1;
            chunks.putClosed(1, new Chunk(START.plusSeconds(3 * 3_600).toEpochMilli(), bytes));
            chunks.commit();
        }

        try (var store = open(where)) {
            assertThat(values(store)).containsExactly(0.0, 6.0, 9.0);
        }
    }

    @Test
    void a_crash_between_the_checkpoint_and_the_end_of_the_log_duplicates_nothing() throws Exception {
        var where = folder.resolve("store");
        Path logBefore;
        try (var store = open(where)) {
            for (int minute = 0; minute < 600; minute++) {
                store.append(entry(minute * 60L, minute));
            }
            logBefore = copyOfFiles("before");
            store.maintain();
        }
        Files.copy(log(logBefore), log(where));

        try (var store = open(where)) {
            assertThat(values(store)).hasSize(600).isSorted();
        }
    }
}

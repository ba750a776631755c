package org.dcos.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.dcos.domain.metric.MetricStore.Entry;
import org.dcos.domain.metric.RangeQuery;
import org.dcos.domain.metric.Sample;
import org.dcos.domain.metric.SeriesKey;
import org.dcos.domain.metric.SeriesRange;
import org.dcos.domain.metric.SeriesRange.Point;
import org.dcos.domain.problem.Invalid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMetricStoreTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final SeriesKey INLET = SeriesKey.of("ipmi_sensor", Map.of("server", "a", "sensor", "Inlet Temp"));

    @TempDir Path folder;
    private final TestClock clock = new TestClock(START.plus(Duration.ofDays(1)));
    private Duration retention = Duration.ofDays(90);
    private EmbeddedMetricStore store;

    @BeforeEach
    void open() throws IOException {
        store = open(1_000);
    }

    private EmbeddedMetricStore open(int mostSeries) throws IOException {
        return new EmbeddedMetricStore(folder, clock, () -> retention, mostSeries);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private void restart() throws IOException {
        store.close();
        store = open(1_000);
    }

    private static Entry entry(SeriesKey key, long seconds, double value) {
        return new Entry(key, new Sample(START.plusSeconds(seconds), value));
    }

    private List<Point> raw(SeriesKey key) throws Invalid {
        var ranges = store.query(
                new RangeQuery(key.metric(), key.labels(), START, START.plus(Duration.ofDays(1000)), Duration.ZERO));
        return ranges.isEmpty() ? List.of() : ranges.getFirst().points();
    }

    private List<Double> values(SeriesKey key) throws Invalid {
        return raw(key).stream().map(Point::average).toList();
    }

    @Test
    void gives_back_what_was_appended() throws Exception {
        store.append(List.of(entry(INLET, 0, 23), entry(INLET, 60, 23.5), entry(INLET, 120, Double.NaN)));

        assertThat(raw(INLET)).containsExactly(new Point(START, 23, 23, 23),
                new Point(START.plusSeconds(60), 23.5, 23.5, 23.5),
                new Point(START.plusSeconds(120), Double.NaN, Double.NaN, Double.NaN));
    }

    @Test
    void drops_and_counts_samples_that_are_not_newer() throws Exception {
        store.append(List.of(entry(INLET, 60, 1)));
        store.append(List.of(entry(INLET, 60, 2), entry(INLET, 59, 3), entry(INLET, 61, 4)));

        assertThat(values(INLET)).containsExactly(1.0, 4.0);
        assertThat(store.figures().dropped()).isEqualTo(2);
    }

    @Test
    void drops_samples_out_of_the_time_that_is_kept() throws Exception {
        retention = Duration.ofDays(1);
        store.maintain();
        store.append(List.of(entry(INLET, -1, 1), entry(INLET, 0, 2), entry(INLET, 3 * 86_400, 3)));

        assertThat(values(INLET)).containsExactly(2.0);
        assertThat(store.figures().dropped()).isEqualTo(2);
    }

    @Test
    void refuses_more_series_than_it_may_hold_and_goes_on_with_the_others() throws Exception {
        store.close();
        store = open(2);
        for (int i = 0; i < 4; i++) {
            store.append(List.of(entry(SeriesKey.of("m", Map.of("n", "" + i)), 1, i)));
        }
        store.append(List.of(entry(SeriesKey.of("m", Map.of("n", "0")), 2, 7)));

        assertThat(store.series("m", Map.of())).hasSize(2);
        assertThat(values(SeriesKey.of("m", Map.of("n", "0")))).containsExactly(0.0, 7.0);
    }

    @Test
    void keeps_samples_over_a_restart_and_a_checkpoint() throws Exception {
        store.append(List.of(entry(INLET, 0, 1)));
        restart();
        store.append(List.of(entry(INLET, 60, 2)));
        store.maintain();
        store.append(List.of(entry(INLET, 120, 3)));
        restart();
        store.append(List.of(entry(INLET, 60, 99), entry(INLET, 180, 4)));

        assertThat(values(INLET)).containsExactly(1.0, 2.0, 3.0, 4.0);
    }

    @Test
    void deletes_the_log_that_is_in_chunks() throws Exception {
        for (int i = 0; i < 100; i++) {
            store.append(List.of(entry(INLET, i, i)));
        }
        store.maintain();

        try (var files = Files.list(folder.resolve("log"))) {
            assertThat(files).hasSize(1);
        }
        restart();
        assertThat(values(INLET)).hasSize(100);
    }

    @Test
    void finds_series_by_any_of_their_labels_in_order() throws Exception {
        for (var server : List.of("b", "a")) {
            for (var sensor : List.of("Fan", "CPU")) {
                store.append(
                        List.of(entry(SeriesKey.of("ipmi_sensor", Map.of("server", server, "sensor", sensor)), 1, 1)));
            }
        }
        store.append(List.of(entry(SeriesKey.of("power_state", Map.of("server", "a")), 1, 1)));

        assertThat(store.series("ipmi_sensor", Map.of("server", "a"))).map(key -> key.labels().get("sensor"))
                .containsExactly("CPU", "Fan");
        assertThat(store.series("ipmi_sensor", Map.of("sensor", "Fan"))).map(key -> key.labels().get("server"))
                .containsExactly("a", "b");
        assertThat(store.series("ipmi_sensor", Map.of())).hasSize(4);
        assertThat(store.series("power_state", Map.of("server", "c"))).isEmpty();
    }

    @Test
    void refuses_a_question_about_too_many_series() throws Exception {
        store.close();
        store = open(2_000);
        var entries = new ArrayList<Entry>();
        for (int i = 0; i <= EmbeddedMetricStore.MOST_QUERIED; i++) {
            entries.add(entry(SeriesKey.of("m", Map.of("n", "" + i)), 1, i));
        }
        store.append(entries);

        assertThatThrownBy(() -> store.query(new RangeQuery("m", Map.of(), START, START.plusSeconds(2), Duration.ZERO)))
                .isInstanceOf(Invalid.class).hasMessageContaining("1001 series");
    }

    @Test
    void drops_days_past_their_retention_and_series_without_samples() throws Exception {
        var old = SeriesKey.of("m", Map.of("n", "old"));
        store.append(List.of(entry(old, 0, 1)));
        for (int hour = 0; hour < 24; hour++) {
            store.append(List.of(entry(INLET, hour * 3_600, hour)));
        }
        store.maintain();
        clock.advance(Duration.ofDays(9));
        store.append(List.of(entry(INLET, 10 * 86_400, 100)));

        retention = Duration.ofDays(2);
        store.maintain();

        assertThat(values(INLET)).containsExactly(100.0);
        assertThat(store.series("m", Map.of())).isEmpty();
        restart();
        assertThat(values(INLET)).containsExactly(100.0);
        store.append(List.of(entry(old, 10 * 86_400, 5)));
        restart();
        assertThat(values(old)).containsExactly(5.0);
    }

    @Test
    void packs_a_day_that_is_over_and_loses_nothing() throws Exception {
        for (int minute = 0; minute < 1_440; minute += 2) {
            store.append(
                    List.of(entry(INLET, minute * 60L, minute), entry(SeriesKey.of("m", Map.of()), minute * 60L, 1)));
            if (minute % 120 == 0) {
                store.maintain();
            }
        }
        clock.advance(Duration.ofDays(1));
        store.append(List.of(entry(INLET, 86_400 + 8_000, 5)));
        store.maintain();
        store.maintain();

        assertThat(values(INLET)).hasSize(721);
        restart();
        assertThat(values(INLET)).hasSize(721);
        assertThat(values(SeriesKey.of("m", Map.of()))).hasSize(720);
        store.append(List.of(entry(SeriesKey.of("m", Map.of()), 86_400 + 9_000, 2))); // a chunk for the packed day
        store.maintain();
        restart();
        assertThat(values(SeriesKey.of("m", Map.of()))).hasSize(721);
    }

    @Test
    void answers_from_packed_days_as_a_model_that_keeps_every_sample() throws Exception {
        var random = new Random(7);
        var model = new HashMap<SeriesKey, TreeMap<Long, Double>>();
        for (int round = 0; round < 240; round++) {
            appendRandom(random, model);
            clock.advance(Duration.ofMinutes(20)); // days go by: those of the first samples are packed
            if (random.nextInt(8) == 0) {
                store.maintain();
            }
            if (random.nextInt(40) == 0) {
                restart();
            }
            if (round % 20 == 19) {
                long from = random.nextLong(86_400_000);
                var query = new RangeQuery("m", Map.of(), START.plusMillis(from),
                        START.plusMillis(from + 1 + random.nextLong(172_800_000)), Duration.ZERO);
                assertThat(store.query(query)).as("round %d", round).isEqualTo(expected(model, query));
            }
        }
    }

    @Test
    void joins_the_chunks_of_a_packed_day_so_that_it_takes_less_of_the_disk() throws Exception {
        for (int minute = 0; minute < 1_440; minute += 5) {
            var entries = new ArrayList<Entry>();
            for (int n = 0; n < 200; n++) {
                entries.add(entry(SeriesKey.of("m", Map.of("n", "" + n)), minute * 60L, 20 + minute * 7 % 13 / 2.0));
            }
            store.append(entries);
        }
        store.maintain();
        long loose = store.figures().chunkBytes();
        clock.advance(Duration.ofDays(1));
        for (int i = 0; i < 3; i++) { // space is given back with the checkpoints after the one that freed it
            store.append(List.of(entry(INLET, 86_400 + i, i)));
            store.maintain();
        }

        assertThat(store.figures().chunkBytes()).isLessThan(loose * 4 / 5);
        assertThat(values(SeriesKey.of("m", Map.of("n", "7")))).hasSize(288);
    }

    @Test
    void answers_buckets_as_a_model_that_keeps_every_sample() throws Exception {
        var random = new Random(42);
        var model = new HashMap<SeriesKey, TreeMap<Long, Double>>();
        for (int round = 0; round < 60; round++) {
            appendRandom(random, model);
            if (random.nextInt(8) == 0) {
                store.maintain();
            }
            if (random.nextInt(8) == 0) {
                restart();
            }
            for (int n = 0; n < 5; n++) {
                long from = random.nextLong(86_400_000);
                long to = from + 1 + random.nextLong(86_400_000);
                long step = Math.max((to - from) / 1_000 + 1, random.nextLong(7_200_000));
                var query = new RangeQuery("m", Map.of(), START.plusMillis(from), START.plusMillis(to),
                        n == 0 ? Duration.ZERO : Duration.ofMillis(step));
                assertThat(store.query(query)).as("round %d", round).isEqualTo(expected(model, query));
            }
        }
    }

    private void appendRandom(Random random, Map<SeriesKey, TreeMap<Long, Double>> model) throws IOException {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < 300; i++) {
            var key = SeriesKey.of("m", Map.of("n", "" + random.nextInt(4)));
            var samples = model.computeIfAbsent(key, _ -> new TreeMap<>());
            long newest = samples.isEmpty() ? 0 : samples.lastKey();
            long at = newest + random.nextInt(-2, random.nextInt(50) == 0 ? 900_000 : 12_000);
            double value = random.nextInt(30) == 0 ? Double.NaN : random.nextInt(100) / 4.0;
            if (samples.isEmpty() || at > newest) {
                samples.put(at, value);
            }
            entries.add(new Entry(key, new Sample(START.plusMillis(at), value)));
        }
        store.append(entries);
    }

    private static List<SeriesRange> expected(Map<SeriesKey, TreeMap<Long, Double>> model, RangeQuery query) {
        var ranges = new ArrayList<SeriesRange>();
        long from = query.from().toEpochMilli() - START.toEpochMilli();
        long to = query.to().toEpochMilli() - START.toEpochMilli();
        long step = query.step().toMillis();
        model.keySet().stream().sorted().forEach(key -> {
            var points = new ArrayList<Point>();
            var inRange = model.get(key).subMap(from, true, to, false);
            if (step == 0) {
                inRange.forEach((at, v) -> points.add(new Point(START.plusMillis(at), v, v, v)));
            } else {
                for (long begin = from; begin < to; begin += step) {
                    var numbers = inRange.subMap(begin, true, Math.min(to, begin + step), false).values().stream()
                            .filter(v -> !v.isNaN()).mapToDouble(v -> v).summaryStatistics();
                    if (numbers.getCount() > 0) {
                        points.add(new Point(START.plusMillis(begin), numbers.getSum() / numbers.getCount(),
                                numbers.getMin(), numbers.getMax()));
                    }
                }
            }
            ranges.add(new SeriesRange(key, query.from(), query.to(), query.step(), points));
        });
        return ranges;
    }

    @Test
    void answers_in_order_and_without_gaps_while_others_append_and_checkpoints_run() throws Exception {
        int writers = 4;
        int samples = 3_000;
        var done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var appends = new ArrayList<Future<?>>();
            for (int w = 0; w < writers; w++) {
                var key = SeriesKey.of("m", Map.of("n", "" + w));
                appends.add(threads.submit(() -> {
                    for (int i = 0; i < samples; i += 10) {
                        var batch = new ArrayList<Entry>();
                        for (int j = i; j < i + 10; j++) {
                            batch.add(entry(key, j * 20L, j));
                        }
                        store.append(batch);
                    }
                    return null;
                }));
            }
            var reader = threads.submit(() -> {
                long before = 0;
                while (!done.get()) {
                    for (int w = 0; w < writers; w++) {
                        var values = values(SeriesKey.of("m", Map.of("n", "" + w)));
                        for (int i = 0; i < values.size(); i++) {
                            assertThat(values.get(i)).isEqualTo(i);
                        }
                        before = w == 0 ? Math.max(before, values.size()) : before;
                    }
                }
                return before;
            });
            var checkpoints = threads.submit(() -> {
                while (!done.get()) {
                    store.maintain();
                }
                return null;
            });
            for (var append : appends) {
                append.get();
            }
            done.set(true);
            assertThat(reader.get()).isPositive();
            checkpoints.get();
        }
        for (int w = 0; w < writers; w++) {
            assertThat(values(SeriesKey.of("m", Map.of("n", "" + w)))).hasSize(samples);
        }
    }

    @Test
    void a_reader_that_is_interrupted_does_not_take_the_file_from_the_others() throws Exception {
        for (int hour = 0; hour < 23; hour++) {
            store.append(List.of(entry(INLET, hour * 3_600, hour)));
        }
        restart();

        Thread.currentThread().interrupt();
        int read = raw(INLET).size();
        boolean interrupted = Thread.interrupted();

        assertThat(interrupted).isTrue();
        assertThat(read).isEqualTo(23);
        assertThat(raw(INLET)).hasSize(23);
    }

    @Test
    void sets_a_damaged_chunk_file_aside_and_goes_on() throws Exception {
        store.append(List.of(entry(INLET, 0, 1)));
        store.close();
        byte[] garbage = new byte[20_000];
        new Random(1).nextBytes(garbage);
        Files.write(folder.resolve("chunks.mv"), garbage);

        store = open(1_000);
        store.append(List.of(entry(INLET, 60, 2)));

        assertThat(values(INLET)).containsExactly(2.0);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("chunks.mv.damaged-"));
        }
    }
}

package org.dcos.server.metrics;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;

import org.dcos.domain.metric.MetricStore.Entry;
import org.dcos.domain.metric.Sample;
import org.dcos.domain.metric.SeriesKey;

/**
 * A process of its own: appends without end, tells each number that was acknowledged, and makes checkpoints meanwhile.
 */
final class AppendUntilKilled {

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final int SERIES = 50;

    static SeriesKey key(int series) {
        return SeriesKey.of("m", Map.of("n", "" + series));
    }

    /** Every series has the sample of a number at this time, with the number as its value. */
    static Instant at(long number) {
        return START.plusSeconds(number * 30);
    }

    /** @param args folder, first number */
    public static void main(String[] args) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var clock = InstantSource.fixed(START.plus(Duration.ofDays(3_000)));
        try (var store = new EmbeddedMetricStore(Path.of(args[0]), clock, () -> Duration.ofDays(4_000), 1_000)) {
            out.println("ready");
            append(store, Long.parseLong(args[1]), out);
        }
    }

    private static void append(EmbeddedMetricStore store, long first, PrintStream out) throws IOException {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    store.maintain();
                }
            } catch (Exception e) {
                out.println("maintenance failed: " + e);
            }
        });
        for (long number = first;; number++) {
            var entries = new ArrayList<Entry>(SERIES);
            for (int series = 0; series < SERIES; series++) {
                entries.add(new Entry(key(series), new Sample(at(number), number)));
            }
            store.append(entries);
            out.println(number);
        }
    }

    private AppendUntilKilled() {}
}

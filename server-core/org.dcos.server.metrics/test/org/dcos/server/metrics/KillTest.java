package org.dcos.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.domain.metric.MetricStore;
import org.dcos.domain.metric.RangeQuery;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class KillTest {

    private static final int ROUNDS = 10;

    @TempDir Path folder;

    @Test
    @Timeout(120)
    void a_process_killed_at_any_moment_loses_nothing_acknowledged_and_duplicates_nothing() throws Exception {
        var random = new Random(9);
        long acknowledged = -1;
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged = appendAndKill(acknowledged + 1, 20 + random.nextInt(150));
            acknowledged = checkedUpTo(acknowledged);
        }
        assertThat(acknowledged).isGreaterThan(ROUNDS * 20);
    }

    /** @return the last number acknowledged before the kill */
    private long appendAndKill(long first, int lines) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp",
                classPath(), AppendUntilKilled.class.getName(), folder.toString(), "" + first)
                        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        long last = first - 1;
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("ready");
            for (int i = 0; i < lines; i++) {
                last = Long.parseLong(out.readLine());
            }
            process.toHandle().destroyForcibly(); // keeps the stream, in which more acknowledgements may be
            for (String line; (line = out.readLine()) != null && !line.isEmpty() && number(line) == last + 1;) {
                last++;
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return last;
    }

    private static String classPath() {
        return Stream
                .of(AppendUntilKilled.class, EmbeddedMetricStore.class, MetricStore.class, MVStore.class, Logger.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
                        .toString())
                .distinct().collect(Collectors.joining(File.pathSeparator));
    }

    /** The last line may be cut in the middle. */
    private static long number(String line) {
        return line.chars().allMatch(Character::isDigit) ? Long.parseLong(line) : -1;
    }

    /** @return the highest number in the store, acknowledged or not */
    private long checkedUpTo(long acknowledged) throws Exception {
        var clock = InstantSource.fixed(AppendUntilKilled.START.plus(Duration.ofDays(3_000)));
        try (var store = new EmbeddedMetricStore(folder, clock, () -> Duration.ofDays(4_000), 1_000)) {
            var ranges = store.query(new RangeQuery("m", Map.of(), AppendUntilKilled.START,
                    AppendUntilKilled.at(10_000_000), Duration.ZERO));
            assertThat(ranges).hasSize(AppendUntilKilled.SERIES);
            for (var range : ranges) {
                for (int i = 0; i < range.points().size(); i++) {
                    assertThat(range.points().get(i).average()).isEqualTo(i);
                    assertThat(range.points().get(i).at()).isEqualTo(AppendUntilKilled.at(i));
                }
                assertThat(range.points().size()).isGreaterThan((int) acknowledged);
            }
            return ranges.getFirst().points().size() - 1L;
        }
    }
}

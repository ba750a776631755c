package org.dcos.tests.records.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.dcos.domain.cmdb.Item;
import org.dcos.domain.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 within imports, relocations and splits of networks, at random moments: each is on disk whole or not at all,
 * what was acknowledged is there, and a relocation that was under way is resumed or rolled back by the next process.
 * Each round kills one process that does all three; {@code -Ddcos.crash.rounds} and {@code -Ddcos.crash.seed} choose
 * other rounds.
 */
@Timeout(3600)
class CrashTest {

    private static final int ROUNDS = Integer.getInteger("dcos.crash.rounds", 100);
    private static final long SEED = Long.getLong("dcos.crash.seed", 20_261_126L);
    /** After so many crashes one after the other new records are begun, so that they stay small. */
    private static final int CRASHES_OF_RECORDS = 5;

    private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

    @TempDir private Path folder;

    @Test
    void whateverIsKilledIsOnDiskWholeOrNotAtAll() throws Exception {
        POOL.setLevel(Level.WARNING); // it tells of each opening
        var random = new Random(SEED);
        Path fresh = prepared();
        var victim = new Victim(folder, copy(fresh, "trained"));
        Map<Works, Aim.Durations> durations = new EnumMap<>(Works.class);
        Map<Works, Tally> tallies = new EnumMap<>(Works.class);
        for (Works works : Works.values()) {
            durations.put(works, new Aim.Durations());
            tallies.put(works, new Tally(works));
        }
        Path records = folder;
        String before;
        try (var core = Core.open(fresh, UnaryOperator.identity())) {
            before = fingerprint(core);
        }
        String recorded = before;
        long begun = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            if (round % CRASHES_OF_RECORDS == 0) {
                records = copy(fresh, "records-" + round);
                recorded = before;
            }
            Works aimed = Works.values()[random.nextInt(Works.values().length)];
            var life = new Life(recorded, victim.live(records, random.nextLong(),
                    new Aim(aimed, durations.get(aimed), random)));
            try (var core = Core.open(records, UnaryOperator.identity())) {
                check(core, life, random, tallies);
                recorded = fingerprint(core);
            } catch (AssertionError | Problem | RuntimeException e) {
                throw new AssertionError("seed %d, round %d: %s; what was told: %s".formatted(SEED, round,
                        e.getMessage(), life.told()), e);
            }
        }
        tallies.values().forEach(System.out::println);
        System.out.println("%d rounds in %d s, seed %d".formatted(ROUNDS,
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(), SEED));
        tallies.values().forEach(Tally::check);
    }

    private Path copy(Path records, String name) throws IOException {
        Path copy = folder.resolve(name);
        try (var files = Files.walk(records)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(records.relativize(file)));
            }
        }
        return copy;
    }

    private Path prepared() throws Exception {
        Path records = Files.createDirectory(folder.resolve("fresh"));
        try (var core = Core.open(records, UnaryOperator.identity())) {
            for (Works works : Works.values()) {
                works.work().prepare(core);
            }
        }
        return records;
    }

    private static String fingerprint(Core core) {
        return Fingerprint.of(core.all(Item.class)).toString();
    }

    private static void check(Core core, Life life, Random random, Map<Works, Tally> tallies) throws Problem {
        String recorded = fingerprint(core);
        assertThat(recorded).as("all that was acknowledged, and of what came later each operation whole or not at all")
                .isIn(life.possible());
        for (Works works : Works.values()) {
            tallies.get(works).add(life, recorded, works.work().check(core, life, random));
        }
    }
}

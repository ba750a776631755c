package org.dcos.tests.records.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;

import org.dcos.domain.problem.Problem;

/** The process that is killed. It does each sort of work on a thread of its own, all of them on the same records. */
final class Worker {

    private static final int FAILED = 3;

    private Worker() {}

    /** @param args the folder of the records, a seed, and after how many operations of each sort it ends by itself */
    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[1]);
        int operations = Integer.parseInt(args[2]);
        try (var core = Core.open(Path.of(args[0]), TellingStore::new)) {
            var threads = new ArrayList<Thread>();
            for (Works works : Works.values()) {
                threads.add(Thread.ofPlatform().name(works.name()).start(() -> work(works, core, seed, operations)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void work(Works works, Core core, long seed, int operations) {
        var random = new Random(seed + works.ordinal());
        try {
            for (int i = 0; i < operations; i++) {
                works.work().operate(core, "w" + Long.toUnsignedString(seed, Character.MAX_RADIX), random, i);
            }
        } catch (Problem | IOException | RuntimeException | Error e) {
            System.err.println("%s failed: %s".formatted(works, e));
            Runtime.getRuntime().halt(FAILED);
        }
    }
}

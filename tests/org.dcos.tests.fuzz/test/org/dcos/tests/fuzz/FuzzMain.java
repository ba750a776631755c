package org.dcos.tests.fuzz;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.dcos.tests.fuzz.Fuzzer.Failure;

/** {@code FuzzMain ROOT TARGET SECONDS}: mutates the corpus for that time, and keeps what it finds in it. */
public final class FuzzMain {

    private static final int FRAMES = 12;
    private static final Duration ENDLESS = Duration.ofSeconds(10);

    private FuzzMain() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments[1];
        var corpus = Corpus.of(Path.of(arguments[0]), name);
        var fuzzer = new Fuzzer(name, Fuzzer.load(name), System.nanoTime());
        long thread = Thread.currentThread().threadId();
        var watch = Thread.ofPlatform().daemon().start(() -> watch(fuzzer, thread));
        var failure = fuzzer.begin(corpus.all());
        int before = fuzzer.steps();
        long end = System.nanoTime() + Duration.ofSeconds(Long.parseLong(arguments[2])).toNanos();
        if (failure.isEmpty()) {
            failure = fuzzer.go(() -> System.nanoTime() < end);
        }
        watch.interrupt();
        System.out.printf("%s: %,d cases, %d steps reached, %d of them anew%n", name, fuzzer.cases(), fuzzer.steps(),
                fuzzer.steps() - before);
        keep(corpus, fuzzer, fuzzer.steps() > before, failure);
        if (failure.isPresent()) {
            System.exit(1);
        }
    }

    private static void keep(Corpus corpus, Fuzzer fuzzer, boolean fresh, Optional<Failure> failure) throws Exception {
        if (failure.isPresent()) {
            corpus.keepFailed(failure.get().input());
            System.out.println(failure.get().reason());
            Arrays.stream(failure.get().reason().getStackTrace()).limit(FRAMES).forEach(System.out::println);
            System.out.printf("failed, and kept in the corpus: %s%n", Corpus.line(failure.get().input()));
        } else if (fresh) {
            var found = fuzzer.found(corpus.given());
            corpus.keepFound(found);
            System.out.printf("%d inputs are kept in %s%n", found.size(), corpus.folder().resolve(Corpus.FOUND));
        }
    }

    /** One that does not end is told. */
    private static void watch(Fuzzer fuzzer, long thread) {
        long cases = -1;
        long begun = 0;
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            long used = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
            if (fuzzer.cases() != cases) {
                cases = fuzzer.cases();
                begun = used;
            } else if (used - begun > ENDLESS.toNanos()) {
                System.err.println("does not end: " + HexFormat.of().formatHex(fuzzer.now()));
                System.exit(2);
            }
        }
    }
}

package org.dcos.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.dcos.tests.fuzz.decoder.Targets;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every decoder with the whole corpus, and with what is made of it in a bounded time; longer by './dcos fuzz'. */
class DecodersTest {

    private static final Duration ENOUGH = Duration.ofSeconds(120);
    private static final Duration SEARCH = Duration.ofMillis(1_500);
    private static final int CASES = 20_000;
    private static final int FIRST_STEPS = 20;

    static List<String> targets() {
        return List.copyOf(Targets.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("targets")
    void bears_whatever_comes_in_bounded_time_and_memory(String name) {
        Assertions.assertTimeoutPreemptively(ENOUGH, () -> {
            var fuzzer = new Fuzzer(name, Fuzzer.load(name), name.hashCode());
            assertBorne(name, fuzzer.begin(corpus(name).all()));
            assertThat(fuzzer.cases()).as("a corpus").isPositive();
            assertThat(fuzzer.steps()).as("code that is reached").isGreaterThan(FIRST_STEPS);
            long end = System.nanoTime() + SEARCH.toNanos();
            assertBorne(name, fuzzer.go(() -> fuzzer.cases() < CASES && System.nanoTime() < end));
        });
    }

    private static Corpus corpus(String name) {
        return Corpus.of(Path.of(System.getProperty("dcos.root")), name);
    }

    private static void assertBorne(String name, java.util.Optional<Fuzzer.Failure> failure) throws IOException {
        if (failure.isPresent()) {
            fail("%s does not bear this; add the line to corpus/%s/%s:%n%s".formatted(name, name, Corpus.FAILED,
                    Corpus.line(failure.get().input())), failure.get().reason());
        }
    }
}

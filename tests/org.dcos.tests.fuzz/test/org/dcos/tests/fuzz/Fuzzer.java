package org.dcos.tests.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

import org.dcos.tests.fuzz.Corpus.Input;

/** Mutates inputs, and keeps those that reach code which none did before. */
final class Fuzzer {

    private static final int MOST_FOUND = 50;

    private final Trial trial;
    private final Random random;
    private final Mutation mutation;
    private final List<Input> kept = new ArrayList<>();
    private final Coverage.Seen seen = new Coverage.Seen();
    private volatile byte[] now = {};
    private volatile long cases;

    /** An input that the target did not bear. */
    record Failure(Input input, Throwable reason) {}

    Fuzzer(String name, Target target, long seed) {
        this.trial = new Trial(target);
        this.random = new Random(seed);
        this.mutation = new Mutation(random, name.equals("redfish"));
    }

    static Target load(String name) throws ReflectiveOperationException {
        var targets = new CoverageLoader().loadClass(Fuzzer.class.getPackageName() + ".decoder.Targets");
        return (Target) ((java.util.Map<?, ?>) targets.getMethod("all").invoke(null)).get(name);
    }

    /** Every one of these, once. */
    Optional<Failure> begin(List<Input> inputs) {
        for (Input input : inputs) {
            var failure = run(input.name(), input.bytes());
            if (failure.isPresent()) {
                return failure;
            }
            seen.add();
            kept.add(input);
        }
        return Optional.empty();
    }

    /** As long as that is true, or until one fails. */
    Optional<Failure> go(BooleanSupplier on) {
        if (kept.isEmpty()) {
            kept.add(new Input("empty", new byte[0]));
        }
        while (on.getAsBoolean()) {
            byte[] input = mutation.of(pick(), pick());
            var failure = run("mutation", input);
            if (failure.isPresent()) {
                return failure;
            }
            if (seen.add()) {
                kept.add(new Input("found %08x".formatted(Arrays.hashCode(input)), input));
            }
        }
        return Optional.empty();
    }

    /** The latest are the most promising. */
    private byte[] pick() {
        int from = random.nextInt(3) == 0 ? Math.max(0, kept.size() - 30) : 0;
        return kept.get(from + random.nextInt(kept.size() - from)).bytes();
    }

    private Optional<Failure> run(String name, byte[] input) {
        now = input;
        cases++;
        return trial.of(input).map(reason -> new Failure(
                new Input(name.equals("mutation") ? "failed %08x".formatted(Arrays.hashCode(input)) : name, input),
                reason));
    }

    /** The input that is being tried, for who waits for its end in vain. */
    byte[] now() {
        return now.clone();
    }

    long cases() {
        return cases;
    }

    /** Steps from block to block that were taken at all. */
    int steps() {
        return seen.steps();
    }

    /** Of those that were found the few which, beside those given, reach the most; the short ones first. */
    List<Input> found(List<Input> given) {
        var reached = new Coverage.Seen();
        for (Input input : given) {
            trial.of(input.bytes());
            reached.add();
        }
        var names = new HashSet<>(given.stream().map(Input::name).toList());
        record Gain(Input input, int steps) {}
        var gains = new ArrayList<Gain>();
        for (Input input : kept.stream().filter(one -> !names.contains(one.name()))
                .sorted(Comparator.comparingInt(one -> one.bytes().length)).toList()) {
            trial.of(input.bytes());
            int before = reached.steps();
            reached.add();
            if (reached.steps() > before) { // how often a step was taken does not count here
                gains.add(new Gain(input, reached.steps() - before));
            }
        }
        return gains.stream().sorted(Comparator.comparingInt(Gain::steps).reversed()).limit(MOST_FOUND)
                .map(Gain::input).toList();
    }
}

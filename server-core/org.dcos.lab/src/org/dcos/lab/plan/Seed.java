package org.dcos.lab.plan;

import java.util.List;

/**
 * Numbers that look random and are the same each time: every draw is a hash of the seed and of what the number is for,
 * so that adding servers never changes those already there. The mixing function is SplitMix64's (Steele, Lea, Flood:
 * Fast Splittable Pseudorandom Number Generators, 2014).
 */
public final class Seed {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** A new seed for the {@code index}-th thing of the kind that {@code salt} stands for. */
    public static long of(long seed, long salt, long index) {
        return mix(mix(seed + GOLDEN_GAMMA * (salt + 1)) + GOLDEN_GAMMA * (index + 1));
    }

    public static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** At least 0, less than 1. */
    public static double fraction(long seed) {
        return (mix(seed) >>> 11) * 0x1.0p-53;
    }

    /** At least {@code least}, at most {@code most}. */
    public static int between(long seed, int least, int most) {
        return least + (int) (fraction(seed) * (most - least + 1));
    }

    public static <T> T oneOf(long seed, List<T> choices) {
        return choices.get(between(seed, 0, choices.size() - 1));
    }

    private Seed() {}
}

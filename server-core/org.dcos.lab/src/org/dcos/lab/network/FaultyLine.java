package org.dcos.lab.network;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What the faults do to datagrams; pure apart from the random numbers given to it. */
final class FaultyLine {

    static final long SLOWEST_MILLIS = 5_000;
    static final long FASTEST_SLOW_MILLIS = 1_000;
    /** Half of a flapping line's period. */
    static final long FLAP_MILLIS = 30_000;

    private static final int LONGEST_NOISE = 200;
    private static final int MOST_FLIPPED_BITS = 8;

    /**
     * Whether a datagram gets through to the controller.
     *
     * @param phase moves the flapping, so that not all lines flap together
     */
    static boolean delivers(Fault fault, long elapsedMillis, long phase) {
        return switch (fault) {
            case SILENT -> false;
            case FLAPPING -> Math.floorMod(Math.floorDiv(elapsedMillis + phase, FLAP_MILLIS), 2L) != 0;
            case NONE, SLOW, WRONG_PASSWORD, GARBAGE -> true;
        };
    }

    static long delayMillis(Fault fault, RandomGenerator random) {
        return fault == Fault.SLOW ? random.nextLong(FASTEST_SLOW_MILLIS, SLOWEST_MILLIS + 1) : 0;
    }

    /** The answer as it arrives; a garbage line changes it in one of three ways. */
    static byte[] answer(Fault fault, byte[] answer, RandomGenerator random) {
        if (fault != Fault.GARBAGE) {
            return answer;
        }
        return switch (random.nextInt(3)) {
            case 0 -> {
                byte[] noise = new byte[random.nextInt(1, LONGEST_NOISE)];
                random.nextBytes(noise);
                yield noise;
            }
            case 1 -> Arrays.copyOf(answer, random.nextInt(answer.length));
            default -> flipped(answer.clone(), random);
        };
    }

    private static byte[] flipped(byte[] bytes, RandomGenerator random) {
        for (int i = random.nextInt(1, MOST_FLIPPED_BITS + 1); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return bytes;
    }

    private FaultyLine() {}
}

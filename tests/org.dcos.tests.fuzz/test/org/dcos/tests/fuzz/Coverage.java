package org.dcos.tests.fuzz;

/**
 * Which steps from block to block the code has taken in one case, and how often, roughly. One thread alone may run code
 * that is noted here. Public, since that code calls it.
 */
public final class Coverage {

    private static final int SIZE = 1 << 16;
    private static final byte[] COUNTS = new byte[SIZE];
    private static final int[] TOUCHED = new int[SIZE];
    private static int touched;
    private static int previous;

    private Coverage() {}

    /** Called at the begin of each block. */
    public static void block(int number) {
        int step = (number ^ previous) & SIZE - 1;
        if (COUNTS[step] == 0) {
            TOUCHED[touched++] = step;
        }
        if (COUNTS[step] != Byte.MAX_VALUE) {
            COUNTS[step]++;
        }
        previous = number >>> 1;
    }

    static void begin() {
        for (int i = 0; i < touched; i++) {
            COUNTS[TOUCHED[i]] = 0;
        }
        touched = 0;
        previous = 0;
    }

    /** What was seen of all cases so far. */
    static final class Seen {

        private final byte[] classes = new byte[SIZE];
        private int steps;

        /** Adds what the case since {@link Coverage#begin} has done. @return whether any of it is new */
        boolean add() {
            boolean fresh = false;
            for (int i = 0; i < touched; i++) {
                int step = TOUCHED[i];
                int often = 1 << often(COUNTS[step]);
                if ((classes[step] & often) == 0) {
                    steps += classes[step] == 0 ? 1 : 0;
                    classes[step] |= (byte) often;
                    fresh = true;
                }
            }
            return fresh;
        }

        int steps() {
            return steps;
        }
    }

    /** 1, 2, 3, some, many: so that a loop that runs once more is not news each time. */
    private static int often(int count) {
        return count <= 3 ? count - 1 : count < 8 ? 3 : count < 32 ? 4 : count < 127 ? 5 : 6;
    }

}

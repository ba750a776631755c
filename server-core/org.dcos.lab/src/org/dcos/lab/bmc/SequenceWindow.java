package org.dcos.lab.bmc;

/**
 * Tells whether a session sequence number is new (IPMI v2.0 r1.1 §6.12.13): at most 16 above the highest seen, or up to
 * 15 below it and not seen yet. Numbers wrap at 2^32.
 */
final class SequenceWindow {

    private static final int AHEAD = 16;
    private static final int BEHIND = 15;

    private int highest;
    /** Bit i: the number i below the highest has been seen. */
    private int seen = 1;

    /** @param highest 0 for a new session */
    SequenceWindow(int highest) {
        this.highest = highest;
    }

    /** @return true the first time only */
    boolean accept(int sequence) {
        int ahead = sequence - highest;
        if (sequence == 0 || ahead > AHEAD || ahead < -BEHIND) {
            return false;
        }
        if (ahead > 0) {
            seen = seen << ahead | 1;
            highest = sequence;
            return true;
        }
        int bit = 1 << -ahead;
        boolean isNew = (seen & bit) == 0;
        seen |= bit;
        return isNew;
    }
}

package org.dcos.net.ipmi.client;

/**
 * Which session sequence numbers of a BMC have been seen: a packet counts once, and only near the newest one (IPMI
 * v2.0 r1.1 §6.12.13: sliding window, numbers start at 1, 0 is never valid in a session).
 */
final class SequenceWindow {

    /** Furthest that a number may be ahead of the newest one. */
    static final int AHEAD = 15;

    /** Furthest that it may be behind. */
    static final int BEHIND = 16;

    private int newest;
    private int seen; // bit n: newest - n was seen

    /** True once for each number within the window. */
    boolean accept(int sequence) {
        int step = sequence - newest; // wraps as sequence numbers do
        if (sequence == 0 || step > AHEAD || step < -BEHIND) {
            return false;
        }
        if (step > 0) {
            seen = seen << step | 1;
            newest = sequence;
            return true;
        }
        int bit = 1 << -step;
        if ((seen & bit) != 0 || newest == 0) {
            return false;
        }
        seen |= bit;
        return true;
    }
}

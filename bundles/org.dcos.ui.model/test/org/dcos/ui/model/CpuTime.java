package org.dcos.ui.model;

import java.lang.management.ManagementFactory;

/** What a piece of work costs: the processor's time of this thread, which a busy machine does not stretch. */
public final class CpuTime {

    /** The least of some rounds. */
    public static double millis(int rounds, Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            long began = threads.getCurrentThreadCpuTime();
            work.run();
            best = Math.min(best, threads.getCurrentThreadCpuTime() - began);
        }
        return best / 1e6;
    }

    private CpuTime() {}
}

package org.dcos.tests.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;

/** Gives a target one input, and sees what it does: faults, memory, time. */
final class Trial {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MEMORY = 1 << 20;
    private static final long MEMORY_FOR_A_BYTE = 1_000;
    /** Of a processor's time, so that a busy machine is no fault. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Target target;

    Trial(Target target) {
        this.target = target;
    }

    /** What is wrong with what the target did. */
    Optional<Throwable> of(byte[] input) {
        long most = MEMORY + MEMORY_FOR_A_BYTE * input.length;
        Optional<Throwable> fault = Optional.empty();
        for (int i = 0; i < 2; i++) { // what is made once, at the first time, does not count
            Coverage.begin();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            long begun = THREADS.getCurrentThreadCpuTime();
            try {
                target.take(input);
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                return Optional.of(e);
            }
            long took = THREADS.getCurrentThreadCpuTime() - begun;
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            if (allocated <= most && took <= LONGEST.toNanos()) {
                return Optional.empty();
            }
            fault = Optional.of(new AssertionError(
                    "%,d bytes of memory, %,d at most, and %d ms of a processor for an input of %,d bytes".formatted(
                            allocated, most,
                            took / 1_000_000, input.length)));
        }
        return fault;
    }
}

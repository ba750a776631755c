package org.dcos.console;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;

/**
 * Notices when the UI thread is kept from events for too long: remembers how long it took and what it was doing. On in
 * test runs, with the system property {@code org.dcos.watchdog} set to the most milliseconds one event may take; a
 * service of the workbench then. Start-up does not count.
 */
public final class UiWatchdog implements AutoCloseable {

    public static final String PROPERTY = "org.dcos.watchdog";

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int MOST_STALLS = 1_000;
    private static final long PAUSE_MILLIS = 10;
    private static final long IDLE = 0;

    /**
     * @param took  from the beginning of the event to its end
     * @param busy  of it, how long the thread was computing: the rest it waited, or another process had the processor
     * @param stack what the UI thread was doing when the time was over
     */
    public record Stall(Duration took, Duration busy, String stack) {}

    private final Thread watched = Thread.currentThread();
    private final long mostNanos;
    private final List<Stall> stalls = new ArrayList<>();
    private final Thread sampler;
    private long busyBefore;
    private volatile long begun = IDLE;
    private volatile String sampled = "";
    private volatile boolean open = true;

    /** For the display of the calling thread. */
    public UiWatchdog(Display display, Duration most) {
        mostNanos = most.toNanos();
        display.addListener(SWT.PreEvent, _ -> begin());
        display.addListener(SWT.PostEvent, _ -> end());
        display.addListener(SWT.PreExternalEventDispatch, _ -> end());
        sampler = Thread.ofPlatform().daemon().name("ui-watchdog").start(this::sample);
    }

    /** Those so far. */
    public List<Stall> stalls() {
        synchronized (stalls) {
            return List.copyOf(stalls);
        }
    }

    /** Forgets those so far. */
    public void clear() {
        synchronized (stalls) {
            stalls.clear();
        }
    }

    @Override
    public void close() {
        open = false;
        sampler.interrupt();
    }

    private void begin() {
        if (begun == IDLE) {
            sampled = "";
            busyBefore = CLOCK.getCurrentThreadCpuTime();
            begun = System.nanoTime();
        }
    }

    /** An event within an event, as in a dialog's own loop, ends the outer one: it waits for the operator. */
    private void end() {
        long from = begun;
        begun = IDLE;
        long took = from == IDLE ? 0 : System.nanoTime() - from;
        if (took > mostNanos) {
            synchronized (stalls) {
                if (stalls.size() < MOST_STALLS) {
                    stalls.add(new Stall(Duration.ofNanos(took),
                            Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - busyBefore), sampled));
                }
            }
        }
    }

    private void sample() {
        while (open) {
            long from = begun;
            if (from != IDLE && sampled.isEmpty() && System.nanoTime() - from > mostNanos) {
                sampled = Arrays.stream(watched.getStackTrace()).map(frame -> "    at " + frame)
                        .collect(Collectors.joining("\n"));
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }
}

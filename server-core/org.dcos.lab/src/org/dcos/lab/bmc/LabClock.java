package org.dcos.lab.bmc;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks of a controller.
 *
 * @param wall           what the sensors and the event log follow
 * @param monotonicNanos what sessions and power transitions follow, as {@link System#nanoTime}
 */
public record LabClock(InstantSource wall, LongSupplier monotonicNanos) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    public static LabClock system() {
        return new LabClock(InstantSource.system(), System::nanoTime);
    }

    /** For elapsed times alone. */
    public long elapsedMillis() {
        return monotonicNanos.getAsLong() / NANOS_PER_MILLI;
    }
}

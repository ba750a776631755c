package org.dcos.domain.alert;

import java.util.Optional;

/** What makes a rule true. */
public sealed interface Condition {

    /** The BMC does not answer, or what answers does not let us in. */
    record BmcUnreachable() implements Condition {}

    /**
     * A sensor crosses its own thresholds, as its SDR has them; clears when the value is back within the threshold by
     * the sensor's own hysteresis, and at least by {@code hysteresisPercent} of the threshold's amount.
     *
     * @param level WARNING: a non-critical threshold; CRITICAL: a critical or non-recoverable one
     */
    record SensorOwnThreshold(Severity level, double hysteresisPercent) implements Condition {}

    /**
     * A sensor goes above (or below) a limit of ours.
     *
     * @param sensor  name, {@code *} stands for any text: {@code *Inlet*}
     * @param unit    only sensors with this unit
     * @param above   true: raised above {@code raiseAt}, cleared below {@code clearAt}; false: the other way round
     */
    record SensorLimit(String sensor, Optional<String> unit, boolean above, double raiseAt, double clearAt)
            implements Condition {}
}

package org.dcos.domain.alert;

import org.dcos.domain.sensor.SensorReading.Level;

/** Why an alert ended, in parts. */
public sealed interface Ending {

    record ValueBack(double value, String unit) implements Ending {}

    record StateBack(Level level) implements Ending {}

    record Because(Reason reason) implements Ending {}

    /** What has no numbers to tell. */
    enum Reason {
        BMC_ANSWERS, RULE_GONE, RULE_CHANGED,
        /** The server was deleted or has no BMC any more. */
        UNWATCHED,
        /** The BMC no longer reports this sensor. */
        SENSOR_GONE,
        /** The alert on its critical threshold took over. */
        TAKEN_OVER,
        /** Another alert says the same. */
        TWICE
    }
}

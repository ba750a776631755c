package org.dcos.server.alert;

/** What a condition says to one reading. */
enum Verdict {
    /** The condition does not concern this sensor. */
    NOT_COVERED,
    /** There is no reading now: nothing is raised and nothing cleared. */
    UNKNOWN,
    /** Fine: what was raised is cleared. */
    FALSE,
    /** Back within the limit, but not by the hysteresis: what was raised stays, nothing new is raised. */
    BETWEEN,
    TRUE
}

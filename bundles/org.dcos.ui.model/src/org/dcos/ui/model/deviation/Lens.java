package org.dcos.ui.model.deviation;

/** Which deviations are looked at. */
public enum Lens {
    /** Those that somebody has to do something about. */
    DUE,
    /** Of these, those that the operator looks after. */
    MINE,
    /** Those that are of no interest until a date. */
    IGNORED,
    /** Accepted or gone. */
    SETTLED
}

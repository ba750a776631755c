package org.dcos.domain.deviation;

/** What became of a deviation. */
public enum DeviationState {
    /** Nobody has decided yet. */
    OPEN,
    /** The hardware is to be put right. */
    TO_FIX,
    /** Of no interest until a date. */
    IGNORED,
    /** The record was corrected. */
    ACCEPTED,
    /** No longer seen, by a look that was complete for it. */
    GONE;

    /** Whether somebody still has to do something about it. */
    public boolean due() {
        return this == OPEN || this == TO_FIX;
    }
}

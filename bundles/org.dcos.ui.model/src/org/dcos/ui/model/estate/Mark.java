package org.dcos.ui.model.estate;

/** How something is, as one mark: filled dot, ring, triangle, square, dashed ring; NONE draws nothing. */
public enum Mark {
    NONE, OFF, WELL, STALE, WARNING, CRITICAL;

    /** The one that deserves attention more. A machine that is off is as well as one that is on. */
    public Mark worse(Mark other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

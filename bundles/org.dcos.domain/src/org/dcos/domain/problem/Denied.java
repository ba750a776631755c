package org.dcos.domain.problem;

/** The caller is not known, or may not do this. */
public final class Denied extends Problem {

    private static final long serialVersionUID = 1L;

    /** Whether who calls is unknown, or known but without the right. */
    public enum Reason {
        NOT_AUTHENTICATED, NOT_ALLOWED
    }

    private final Reason reason;

    public Denied(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

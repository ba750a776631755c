package org.dcos.domain.problem;

/** The server-core, or what it needs, cannot be reached now; the same request may work later. */
public final class Unavailable extends Problem {

    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
        super(message);
    }

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

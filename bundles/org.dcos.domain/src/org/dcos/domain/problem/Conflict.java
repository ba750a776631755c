package org.dcos.domain.problem;

/** Somebody else changed or holds the thing: load it again and decide anew. */
public final class Conflict extends Problem {

    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
        super(message);
    }
}

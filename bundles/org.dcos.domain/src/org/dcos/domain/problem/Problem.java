package org.dcos.domain.problem;

/** Why a request was not carried out. Nothing of it was done. The message is for people: what, where, what to do. */
public abstract sealed class Problem extends Exception permits NotFound, Invalid, Conflict, Denied, Unavailable {

    private static final long serialVersionUID = 1L;

    protected Problem(String message) {
        super(message);
    }

    protected Problem(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.dcos.ui.canvas.mark;

import org.dcos.ui.canvas.theme.Token;

/** How something is. Each has a shape of its own, so that it survives without its colour; worst last. */
public enum Mark {
    /** Nothing to say; nothing is drawn. */
    NONE(Token.MUTED),
    /** Filled dot: on and well. */
    OK(Token.OK),
    /** Ring: off. */
    OFF(Token.MUTED),
    /** Short bar: never heard of. */
    UNKNOWN(Token.MUTED),
    /** Dashed ring: known, but too old to be current; its age stands beside it. */
    STALE(Token.STALE),
    /** Triangle: needs a look. */
    WARNING(Token.WARNING),
    /** Square: needs a hand. */
    CRITICAL(Token.CRITICAL);

    private final Token token;

    Mark(Token token) {
        this.token = token;
    }

    public Token token() {
        return token;
    }

    /** The worse of two, for places that stand for many. */
    public Mark worse(Mark other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

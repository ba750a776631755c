package org.dcos.ui.canvas.bringup;

import org.dcos.ui.canvas.theme.Token;

/** How far a machine has come. Each has as many filled steps as are behind it, so that it is told without colour. */
public enum Progress {
    /** Awaited: nothing was heard of it. */
    PLANNED(0, Token.MUTED),
    /** Its BMC asked for an address. */
    SEEN(1, Token.ACCENT),
    /** It is known which one it is. */
    IDENTIFIED(2, Token.ACCENT),
    /** It is what was bought, and secured. */
    ACCEPTED(3, Token.ACCENT),
    /** In the pool. */
    AVAILABLE(4, Token.OK),
    /** Not on its way: in use, in maintenance. Has no steps. */
    OTHER(0, Token.MUTED);

    /** Steps that there are. */
    public static final int STEPS = 4;

    private final int done;
    private final Token token;

    Progress(int done, Token token) {
        this.done = done;
        this.token = token;
    }

    public int done() {
        return done;
    }

    public Token token() {
        return token;
    }
}

package org.dcos.ui.canvas.ipmap;

import org.dcos.ui.canvas.picture.Hatch;
import org.dcos.ui.canvas.theme.Token;

/** What a block of addresses is used for. Each has a pattern of its own, so that it survives without its colour. */
public enum IpState {
    /** A prefix that is divided into others. */
    CONTAINER(Token.MUTED, Hatch.NONE),
    /** In use. */
    ACTIVE(Token.ACCENT, Hatch.NONE),
    /** Kept for somebody. */
    RESERVED(Token.MUTED, Hatch.RISING),
    /** Given back, not to be used again yet. */
    QUARANTINED(Token.WARNING, Hatch.CROSS),
    /** Leased by a DHCP server. */
    DHCP(Token.OK, Hatch.DOTS);

    private final Token token;
    private final Hatch hatch;

    IpState(Token token, Hatch hatch) {
        this.token = token;
        this.hatch = hatch;
    }

    public Token token() {
        return token;
    }

    public Hatch hatch() {
        return hatch;
    }
}

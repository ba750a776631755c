package org.dcos.server.cmdb.sheet;

import java.io.IOException;

/** A file is no table. The message says why and what to do. */
public final class Unreadable extends IOException {

    private static final long serialVersionUID = 1L;

    public Unreadable(String message) {
        super(message);
    }

    public Unreadable(String message, Throwable cause) {
        super(message, cause);
    }
}

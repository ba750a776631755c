package org.dcos.lab.network;

import java.io.IOException;
import java.io.Serial;

/** The lab cannot be started here; the message says why, and what to do about it. */
public final class LabCannotStart extends IOException {

    @Serial private static final long serialVersionUID = 1L;

    public LabCannotStart(String message) {
        super(message);
    }

    public LabCannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}

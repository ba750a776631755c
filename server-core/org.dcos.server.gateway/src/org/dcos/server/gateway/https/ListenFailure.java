package org.dcos.server.gateway.https;

import java.io.IOException;

/** The port cannot be opened. The message is one sentence with the cure. */
public final class ListenFailure extends IOException {

    private static final long serialVersionUID = 1L;

    public ListenFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Why the operating system refused, in words. */
    static ListenFailure of(ListenAddress address, Throwable cause) {
        var texts = new StringBuilder();
        for (Throwable t = cause; t != null; t = t.getCause()) {
            texts.append(t.getMessage()).append(' ');
        }
        String reasons = texts.toString();
        if (reasons.contains("already in use")) {
            return new ListenFailure(
                    "Cannot listen on %s: another program listens there. Stop it, or choose another port with --listen."
                            .formatted(address),
                    cause);
        }
        if (reasons.contains("assign requested address")) {
            return new ListenFailure(
                    ("Cannot listen on %s: this machine has no such address. "
                            + "`ip address` lists those it has; 0.0.0.0 means all.")
                                    .formatted(address),
                    cause);
        }
        if (reasons.contains("ermission denied")) {
            return new ListenFailure(
                    "Cannot listen on %s: user %s may not open ports below 1024. Choose a higher one with --listen."
                            .formatted(address, System.getProperty("user.name")),
                    cause);
        }
        return new ListenFailure("Cannot listen on %s: %s.".formatted(address, cause.getMessage()), cause);
    }
}

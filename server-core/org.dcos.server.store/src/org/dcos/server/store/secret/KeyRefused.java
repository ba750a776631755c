package org.dcos.server.store.secret;

/** There is no usable key. The message is a sentence for the operator; it never has anything of a key in it. */
public final class KeyRefused extends Exception {

    private static final long serialVersionUID = 1L;

    KeyRefused(String message) {
        super(message);
    }

    KeyRefused(String message, Throwable cause) {
        super(message, cause);
    }
}

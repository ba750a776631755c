package org.dcos.server.store.database;

/** The database cannot be used as it is. The message is a sentence for the operator: what is wrong and what to do. */
public final class DatabaseRefused extends Exception {

    private static final long serialVersionUID = 1L;

    DatabaseRefused(String message, Throwable cause) {
        super(message, cause);
    }

    DatabaseRefused(String message) {
        super(message);
    }
}

package org.dcos.server.store.database;

import java.sql.SQLException;
import java.util.Optional;

import jakarta.persistence.OptimisticLockException;

/** Which rule of the database a transaction broke. */
public enum Breach {
    /** Somebody else saved the row first. */
    VERSION,
    /** A value that has to be unique is taken; SQL state 23505. */
    UNIQUE,
    /** Something refers to what is gone, or would; SQL states 23503 and 23506. */
    REFERENCE;

    /** @return empty when the failure is of another kind: a bug, or a broken disk */
    public static Optional<Breach> of(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return Optional.of(VERSION);
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return switch (sql.getSQLState()) {
                    case "23505" -> Optional.of(UNIQUE);
                    case "23503", "23506" -> Optional.of(REFERENCE);
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }
}

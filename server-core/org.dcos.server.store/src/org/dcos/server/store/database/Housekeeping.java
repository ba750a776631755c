package org.dcos.server.store.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Lets H2 tidy its file now and then, while nobody writes. H2 does it on a thread of its own that lives as long as its
 * write delay is not 0, and which also stores what is not stored yet, at any moment: in the middle of a transaction
 * too.
 */
final class Housekeeping {

    /** Between two turns: so that the file does not grow faster than it is tidied. */
    private static final int FLUSHES = 50;
    /** H2's thread looks for work at a tenth of its delay, of at least one millisecond. */
    private static final String ON = "set write_delay 10";
    /** Waits for what the thread is doing. */
    private static final String OFF = "set write_delay 0";
    private static final Duration LOOK = Duration.ofMillis(20);

    private int flushes;

    /** Called after each flush by one thread at a time, with no transaction under way. */
    void afterFlush(Statement statement) throws SQLException {
        if (++flushes < FLUSHES) {
            return;
        }
        flushes = 0;
        statement.execute(ON);
        try {
            pause();
        } finally {
            statement.execute(OFF);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException _) { // nobody interrupts a thread of the database
            Thread.currentThread().interrupt();
        }
    }
}

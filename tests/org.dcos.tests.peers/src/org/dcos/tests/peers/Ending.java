package org.dcos.tests.peers;

import java.util.concurrent.TimeUnit;

/** Ends processes that a test has started. */
final class Ending {

    private Ending() {}

    /** Asks it to end, and kills it when it has not after so many seconds. */
    static void of(Process process, int seconds) {
        process.destroy();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

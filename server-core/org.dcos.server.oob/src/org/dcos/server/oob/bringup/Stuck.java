package org.dcos.server.oob.bringup;

import java.time.Instant;
import java.util.Optional;

import org.dcos.domain.bringup.Arrival.Cause;
import org.dcos.domain.bringup.Arrival.Trouble;

/** A step cannot be done. */
final class Stuck extends Exception {

    private static final long serialVersionUID = 1L;

    private final Cause cause;
    private final String cure;
    private final boolean quarantine;

    private Stuck(Cause cause, String sentence, String cure, boolean quarantine) {
        super(sentence);
        this.cause = cause;
        this.cure = cure;
        this.quarantine = quarantine;
    }

    /** A person has to decide. */
    static Stuck until(Cause cause, String sentence, String cure) {
        return new Stuck(cause, sentence, cure, true);
    }

    /** It may come right by itself. */
    static Stuck forNow(Cause cause, String sentence, String cure) {
        return new Stuck(cause, sentence, cure, false);
    }

    boolean quarantine() {
        return quarantine;
    }

    Trouble trouble(Optional<Instant> next) {
        return new Trouble(cause, getMessage(), cure, quarantine, next);
    }
}

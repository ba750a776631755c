package org.dcos.domain.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that needs a look. One rule on one subject has at most one open alert.
 *
 * @param rule     the rule that raised it
 * @param server   where
 * @param subject  what within the server: a sensor's name; empty for the server as a whole
 * @param what     one line in English: {@code Inlet Temp 44.1 °C above 42.0 °C}
 * @param where    name and place when it was raised: {@code srv-a03-04 · A03 U28}, or {@link #NOWHERE}
 * @param why      what made the rule true, with values, limits and times, in English
 * @param since    when the condition became true
 * @param fired    when the hold time was over
 * @param resolved when it ended
 * @param acknowledgedBy who looks after it
 * @param note     what that person said
 * @param finding  what {@code what} and {@code why} say, in parts; alerts of before there were parts have none
 * @param ending   why it ended, in parts
 */
public record Alert(UUID id, long version, UUID rule, UUID server, String subject, Severity severity, AlertState state,
        String what, String where, String why, Instant since, Optional<Instant> fired, Optional<Instant> resolved,
        Optional<String> acknowledgedBy, Optional<Instant> acknowledged, String note, Optional<Finding> finding,
        Optional<Ending> ending) {

    /** Where a server is that was deleted before its alert was stored. */
    public static final String NOWHERE = "a server that is no longer recorded";

    /** One that has sentences only. */
    public Alert(UUID id, long version, UUID rule, UUID server, String subject, Severity severity, AlertState state,
            String what, String where, String why, Instant since, Optional<Instant> fired, Optional<Instant> resolved,
            Optional<String> acknowledgedBy, Optional<Instant> acknowledged, String note) {
        this(id, version, rule, server, subject, severity, state, what, where, why, since, fired, resolved,
                acknowledgedBy, acknowledged, note, Optional.empty(), Optional.empty());
    }

    /** The same as the store has it. */
    public Alert stored(long asVersion, String at) {
        return new Alert(id, asVersion, rule, server, subject, severity, state, what, at, why, since, fired, resolved,
                acknowledgedBy, acknowledged, note, finding, ending);
    }

    /** The same with another severity. */
    public Alert with(Severity changed) {
        return new Alert(id, version, rule, server, subject, changed, state, what, where, why, since, fired, resolved,
                acknowledgedBy, acknowledged, note, finding, ending);
    }

    /** The same, looked after by somebody. */
    public Alert acknowledged(String by, Instant at, String said) {
        return new Alert(id, version, rule, server, subject, severity, AlertState.ACKNOWLEDGED, what, where, why, since,
                fired, resolved, Optional.of(by), Optional.of(at), said, finding, ending);
    }

    /** The same, ended. @param whyAndHowItEnded in English */
    public Alert resolved(Instant at, String whyAndHowItEnded, Ending reason) {
        return new Alert(id, version, rule, server, subject, severity, AlertState.RESOLVED, what, where,
                whyAndHowItEnded, since, fired, Optional.of(at), acknowledgedBy, acknowledged, note, finding,
                Optional.of(reason));
    }
}

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
 * @param what     one line: {@code Inlet Temp 44.1 °C above 42.0 °C}
 * @param where    name and place when it was raised: {@code srv-a03-04 · A03 U28}
 * @param why      what made the rule true, with values, limits and times
 * @param since    when the condition became true
 * @param fired    when the hold time was over
 * @param resolved when it ended
 * @param acknowledgedBy who looks after it
 * @param note     what that person said
 */
public record Alert(UUID id, long version, UUID rule, UUID server, String subject, Severity severity, AlertState state,
        String what, String where, String why, Instant since, Optional<Instant> fired, Optional<Instant> resolved,
        Optional<String> acknowledgedBy, Optional<Instant> acknowledged, String note) {}

package org.dcos.domain.eventlog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of a BMC's event log, as it is kept.
 *
 * @param id       ascending in the order in which entries were read
 * @param server   the server that the BMC belonged to when it was read
 * @param at       by the BMC's clock; empty where that had not been set
 * @param seen     when it was read, by our clock
 * @param moment   when it happened, by our clock: {@code at} less what the BMC's clock was off when it was read; else
 *                 that of the next entry of the log, else {@code seen}
 * @param record   its number in the BMC's log
 * @param sensor   name of the sensor, else its number in words; empty for entries of the maker's own kind
 * @param type     sensor type in words
 * @param text     what happened, in English
 * @param asserted whether it began (true) or ended
 * @param bytes    the record as the BMC has it, in hex
 */
public record LogEntry(long id, UUID bmc, Optional<UUID> server, Optional<Instant> at, Instant seen, Instant moment,
        int record, String sensor, String type, String text, boolean asserted, EventSeverity severity, String bytes) {}

package org.dcos.ui.model.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.eventlog.EventSeverity;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.ui.model.Samples;

/** Entries of a log. */
final class Entries {

    static final UUID BMC = new UUID(7, 1);

    static LogEntry entry(long id, Duration ago, String sensor, String text, boolean asserted,
            EventSeverity severity) {
        Instant moment = Samples.NOW.minus(ago);
        return new LogEntry(id, BMC, Optional.of(Samples.WEB.id()), Optional.of(moment.plusSeconds(90)), Samples.NOW,
                moment, (int) id, sensor, sensor.startsWith("Fan") ? "Fan" : "Temperature", text, asserted, severity,
                "1f0002a1b2c365200004013057502a2a");
    }

    private Entries() {}
}

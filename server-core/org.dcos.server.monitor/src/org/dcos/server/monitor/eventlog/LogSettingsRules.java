package org.dcos.server.monitor.eventlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.eventlog.EventLogSettings;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Invalid.Violation;

/** The bounds of {@link EventLogSettings}. */
final class LogSettingsRules {

    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);
    private static final Duration TEN_YEARS = Duration.ofDays(3_653);

    /** @throws Invalid naming every value out of range */
    static void check(EventLogSettings settings) throws Invalid {
        List<Violation> violations = new ArrayList<>();
        if (settings.interval().compareTo(SHORTEST_INTERVAL) < 0
                || settings.interval().compareTo(Duration.ofDays(1)) > 0) {
            violations.add(new Violation("interval",
                    "Event logs are looked at every 10 s to 1 day, not every %,d s."
                            .formatted(settings.interval().toSeconds())));
        }
        if (settings.retention().compareTo(Duration.ofDays(1)) < 0 || settings.retention().compareTo(TEN_YEARS) > 0) {
            violations.add(new Violation("retention",
                    "Entries are kept for 1 day to 10 years, not for %,d days."
                            .formatted(settings.retention().toDays())));
        }
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
    }

    private LogSettingsRules() {}
}

package org.dcos.domain.deviation;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** When audits run. @param interval between two runs, 5 minutes to 90 days; empty: only when somebody asks */
public record AuditSettings(Optional<Duration> interval) {

    /** Once a day. */
    public static final AuditSettings DEFAULT = new AuditSettings(Optional.of(Duration.ofDays(1)));
    /** Name of these settings in the settings store. */
    public static final String SERVICE = "audit";
    public static final Duration SHORTEST = Duration.ofMinutes(5);
    public static final Duration LONGEST = Duration.ofDays(90);

    private static final String INTERVAL = "interval";
    private static final String NEVER = "never";

    /** From text values by name, as {@link #values()} gives them. */
    public static AuditSettings of(Map<String, String> values) {
        String text = values.getOrDefault(INTERVAL, "");
        try {
            return text.isEmpty() ? DEFAULT
                    : new AuditSettings(text.equals(NEVER) ? Optional.empty() : Optional.of(Duration.parse(text)));
        } catch (DateTimeException _) {
            return DEFAULT;
        }
    }

    public Map<String, String> values() {
        return Map.of(INTERVAL, interval.map(Duration::toString).orElse(NEVER));
    }
}

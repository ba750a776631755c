package org.dcos.domain.eventlog;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;

/**
 * How event logs are collected.
 *
 * @param interval        between two looks at the log of a BMC, 10 s to 1 day
 * @param retention       how long entries are kept after they were read, 1 day to 10 years
 * @param clearNearlyFull whether a log that has less than a fifth of its room left is cleared on the BMC when all of it
 *                        is kept
 */
public record EventLogSettings(Duration interval, Duration retention, boolean clearNearlyFull) {

    public static final EventLogSettings DEFAULT = new EventLogSettings(Duration.ofMinutes(10), Duration.ofDays(365),
            false);

    /** Name of these settings in the settings store. */
    public static final String SERVICE = "event-log";

    /** A log is nearly full from so many percent on. */
    public static final int NEARLY_FULL = 80;

    private static final String INTERVAL = "interval";
    private static final String RETENTION = "retention";
    private static final String CLEAR = "clearNearlyFull";

    /** From text values by name, as {@link #values()} gives them; what is missing or no duration has its default. */
    public static EventLogSettings of(Map<String, String> values) {
        return new EventLogSettings(duration(values, INTERVAL, DEFAULT.interval),
                duration(values, RETENTION, DEFAULT.retention), Boolean.parseBoolean(values.getOrDefault(CLEAR, "")));
    }

    /** Durations as ISO 8601 writes them: {@code PT10M}. */
    public Map<String, String> values() {
        return Map.of(INTERVAL, interval.toString(), RETENTION, retention.toString(), CLEAR,
                Boolean.toString(clearNearlyFull));
    }

    private static Duration duration(Map<String, String> values, String name, Duration otherwise) {
        try {
            return values.containsKey(name) ? Duration.parse(values.get(name)) : otherwise;
        } catch (DateTimeException _) {
            return otherwise;
        }
    }
}

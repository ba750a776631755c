package org.dcos.domain.monitor;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;

/**
 * How often is asked, and for how long values are kept.
 *
 * @param powerInterval  between two questions for the power state of a BMC, 1 s to 1 h
 * @param sensorInterval between two readings of the sensors of a BMC, 2 s to 1 day
 * @param maxConversations most BMCs spoken with at the same time, 1 to 4096
 * @param retention      how long samples are kept, 1 hour to 5 years
 */
public record CollectionSettings(Duration powerInterval, Duration sensorInterval, int maxConversations,
        Duration retention) {

    public static final CollectionSettings DEFAULT = new CollectionSettings(Duration.ofSeconds(30),
            Duration.ofSeconds(60), 512, Duration.ofDays(90));

    /** Name of these settings in the settings store. */
    public static final String SERVICE = "collection";

    /** From text values by name, as {@link #values()} gives them; what is missing or no duration has its default. */
    public static CollectionSettings of(Map<String, String> values) {
        return new CollectionSettings(duration(values, "powerInterval", DEFAULT.powerInterval),
                duration(values, "sensorInterval", DEFAULT.sensorInterval),
                number(values, "maxConversations", DEFAULT.maxConversations),
                duration(values, "retention", DEFAULT.retention));
    }

    /** Durations as ISO 8601 writes them: {@code PT30S}. */
    public Map<String, String> values() {
        return Map.of("powerInterval", powerInterval.toString(), "sensorInterval", sensorInterval.toString(),
                "maxConversations", Integer.toString(maxConversations), "retention", retention.toString());
    }

    private static Duration duration(Map<String, String> values, String name, Duration otherwise) {
        try {
            return values.containsKey(name) ? Duration.parse(values.get(name)) : otherwise;
        } catch (DateTimeException _) {
            return otherwise;
        }
    }

    private static int number(Map<String, String> values, String name, int otherwise) {
        try {
            return values.containsKey(name) ? Integer.parseInt(values.get(name)) : otherwise;
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    /** A power state older than this is stale: two rounds missed, and a little more. */
    public Duration freshFor() {
        return powerInterval.multipliedBy(5).dividedBy(2);
    }
}

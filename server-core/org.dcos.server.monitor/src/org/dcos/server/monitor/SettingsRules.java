package org.dcos.server.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Invalid.Violation;

/** The bounds of {@link CollectionSettings}. */
final class SettingsRules {

    private static final Duration FIVE_YEARS = Duration.ofDays(5 * 365 + 2);
    private static final int MOST_CONVERSATIONS = 4_096;

    /** @throws Invalid naming every value out of range */
    static void check(CollectionSettings settings) throws Invalid {
        var violations = new ArrayList<Violation>();
        between(violations, "powerInterval", settings.powerInterval(), Duration.ofSeconds(1), Duration.ofHours(1));
        between(violations, "sensorInterval", settings.sensorInterval(), Duration.ofSeconds(2), Duration.ofDays(1));
        between(violations, "retention", settings.retention(), Duration.ofHours(1), FIVE_YEARS);
        if (settings.maxConversations() < 1 || settings.maxConversations() > MOST_CONVERSATIONS) {
            violations.add(new Violation("maxConversations",
                    "%d conversations at a time are not between 1 and %d.".formatted(settings.maxConversations(),
                            MOST_CONVERSATIONS)));
        }
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
    }

    private static void between(List<Violation> violations, String field, Duration value, Duration least,
            Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            violations.add(new Violation(field,
                    "%s is not between %s and %s.".formatted(words(value), words(least), words(most))));
        }
    }

    private static String words(Duration time) {
        if (time.toDaysPart() > 0 && time.equals(Duration.ofDays(time.toDays()))) {
            return time.toDays() == 1 ? "1 day" : time.toDays() + " days";
        }
        if (!time.isZero() && time.equals(Duration.ofHours(time.toHours()))) {
            return time.toHours() == 1 ? "1 hour" : time.toHours() + " hours";
        }
        return time.equals(Duration.ofSeconds(time.toSeconds())) ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private SettingsRules() {}
}

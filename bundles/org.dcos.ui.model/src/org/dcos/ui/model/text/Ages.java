package org.dcos.ui.model.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How old a value is, in one number and one unit: {@code 20 s}, {@code 6 min}, {@code 3 h}, {@code 12 d}. */
public final class Ages {

    private final Texts texts;

    public Ages(Texts texts) {
        this.texts = texts;
    }

    public String of(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 90) {
            return texts.get("age.seconds", seconds);
        }
        if (seconds < 90 * 60) {
            return texts.get("age.minutes", seconds / 60);
        }
        if (seconds < 36 * 3600) {
            return texts.get("age.hours", seconds / 3600);
        }
        return texts.get("age.days", seconds / 86_400);
    }

    /** Empty when there is no such moment. */
    public String since(Optional<Instant> moment, Instant now) {
        return moment.map(at -> of(Duration.between(at, now))).orElse("");
    }
}

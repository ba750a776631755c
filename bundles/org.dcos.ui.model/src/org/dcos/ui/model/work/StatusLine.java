package org.dcos.ui.model.work;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import org.dcos.domain.connection.Connection;
import org.dcos.domain.connection.ConnectionState;
import org.dcos.domain.power.PowerState;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Texts;

/** The words at the bottom and at the top right of the window. */
public final class StatusLine {

    private final Texts texts;
    private final InstantSource clock;
    private final ZoneId zone;

    public StatusLine(Texts texts, InstantSource clock, ZoneId zone) {
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    /** {@code 1,284 servers · 1,271 on · 11 off · 2 stale}. */
    public String counts(Estate estate) {
        var now = clock.instant();
        long on = 0;
        long off = 0;
        long stale = 0;
        for (var server : estate.servers().values()) {
            var status = estate.status(server.id());
            if (estate.mark(server, Optional.empty(), now) == Mark.STALE) {
                stale++;
            } else if (status.power() == PowerState.ON) {
                on++;
            } else if (status.power() == PowerState.OFF) {
                off++;
            }
        }
        return estate.empty() ? "" : texts.get("status.counts", estate.servers().size(), on, off, stale);
    }

    /** {@code Sweep 12:44:02, 1,282 of 1,284 answered in 3.1 s}; empty before the first. */
    public String sweep(Estate estate) {
        return estate.sweep().filter(sweep -> sweep.asked() > 0)
                .map(sweep -> texts.get("status.sweep",
                        DateTimeFormatter.ofPattern("HH:mm:ss").format(sweep.ended().atZone(zone)),
                        sweep.answered(), sweep.asked(), seconds(sweep.took())))
                .orElse("");
    }

    /** {@code Embedded}, or the host; with what is wrong when it is. */
    public String connection(Optional<Connection> connection, ConnectionState state) {
        var name = connection.map(open -> open.embedded() ? texts.get("connection.embedded") : open.name())
                .orElse(texts.get("connection.none"));
        return switch (state) {
            case ConnectionState.Closed _ -> name;
            case ConnectionState.Connecting _ -> texts.get("connection.connecting", name);
            case ConnectionState.Connected _ -> name;
            case ConnectionState.Retrying retrying -> texts.get("connection.retrying", name,
                    Math.max(0, Duration.between(clock.instant(), retrying.nextTry()).toSeconds()));
            case ConnectionState.Refused refused -> texts.get("connection.refused", name,
                    texts.of("refused", refused.reason()));
        };
    }

    public Mark mark(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Closed _ -> Mark.OFF;
            // @formatter:off: it would glue the patterns together
            case ConnectionState.Connecting _, ConnectionState.Retrying _ -> Mark.STALE;
            // @formatter:on
            case ConnectionState.Connected _ -> Mark.WELL;
            case ConnectionState.Refused _ -> Mark.CRITICAL;
        };
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0);
    }
}

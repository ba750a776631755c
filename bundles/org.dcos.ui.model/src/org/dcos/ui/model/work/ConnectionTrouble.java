package org.dcos.ui.model.work;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.dcos.domain.connection.ConnectionState;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Texts;

/** What has to be known about a connection that does not stand, in whole sentences, and what to do. */
public final class ConnectionTrouble {

    /**
     * @param words empty while there is no trouble
     * @param ask   whether only signing in anew helps
     */
    public record Told(Mark mark, String words, boolean ask) {
        public static final Told NOTHING = new Told(Mark.NONE, "", false);
    }

    private final Texts texts;
    private final ZoneId zone;
    private Told told = Told.NOTHING;

    public ConnectionTrouble(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /**
     * Follows the states in their order: while it is tried again, what was told before still holds.
     *
     * @param name  of the server-core
     * @param shown whether something of it is on the screen, which is now of old
     */
    public Told after(String name, ConnectionState state, boolean shown) {
        var before = told;
        var now = switch (state) {
            case ConnectionState.Connecting connecting -> connecting.attempt() == 1 ? Told.NOTHING : before;
            case ConnectionState.Retrying lost -> lost(lost, shown);
            case ConnectionState.Refused refused -> new Told(Mark.CRITICAL,
                    texts.get("trouble." + refused.reason().name(), name, texts.sentences().of(refused.why())), true);
            // @formatter:off: it would glue the patterns together
            case ConnectionState.Closed _, ConnectionState.Connected _ -> Told.NOTHING;
            // @formatter:on
        };
        told = now;
        return now;
    }

    private Told lost(ConnectionState.Retrying lost, boolean shown) {
        var words = shown ? texts.get("trouble.lost", texts.sentences().of(lost.why()), time(lost.since()))
                : texts.get("trouble.silent", texts.sentences().of(lost.why()));
        return new Told(Mark.STALE, words, false);
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss").format(at.atZone(zone));
    }
}

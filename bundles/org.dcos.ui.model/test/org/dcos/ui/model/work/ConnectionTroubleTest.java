package org.dcos.ui.model.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

import org.dcos.domain.connection.ConnectionState;
import org.dcos.domain.connection.ConnectionState.Reason;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class ConnectionTroubleTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final ConnectionState LOST = new ConnectionState.Retrying(NOON, 1, NOON.plusSeconds(2),
            "dc:8443 refuses connections.");

    private final ConnectionTrouble trouble = new ConnectionTrouble(Texts.load(Locale.ENGLISH), ZoneOffset.UTC);

    @Test
    void a_drop_says_why_and_how_old_the_screen_is() {
        var told = trouble.after("dc:8443", LOST, true);

        assertThat(told.words()).isEqualTo("Not connected; it is tried again by itself. "
                + "dc:8443 refuses connections. What you see is as of 12:00:00.");
        assertThat(told.mark()).isEqualTo(Mark.STALE);
        assertThat(told.ask()).as("nobody has to act").isFalse();
    }

    @Test
    void where_nothing_is_shown_nothing_is_old() {
        assertThat(trouble.after("dc:8443", LOST, false).words()).doesNotContain("as of");
    }

    @Test
    void while_it_is_tried_again_the_same_is_told() {
        var told = trouble.after("dc:8443", LOST, true);

        assertThat(trouble.after("dc:8443", new ConnectionState.Connecting(2), true)).isEqualTo(told);
        assertThat(trouble.after("dc:8443", new ConnectionState.Connected(NOON, "1"), true).words()).isEmpty();
        assertThat(trouble.after("dc:8443", new ConnectionState.Connecting(1), true).words()).isEmpty();
    }

    @Test
    void every_refusal_has_a_sentence_and_asks_for_a_hand() {
        for (var reason : Reason.values()) {
            var told = trouble.after("dc:8443", new ConnectionState.Refused(reason, "dc:8443 speaks v2."), true);

            assertThat(told.words()).as(reason.name()).contains("dc:8443").doesNotContain("!");
            assertThat(told.ask()).isTrue();
        }
    }
}

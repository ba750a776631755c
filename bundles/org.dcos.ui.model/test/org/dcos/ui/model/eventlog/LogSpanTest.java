package org.dcos.ui.model.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.dcos.domain.eventlog.EventSeverity;
import org.dcos.domain.eventlog.LogEntry;
import org.junit.jupiter.api.Test;

class LogSpanTest {

    private static LogEntry fan(long id, int minutesAgo, String text, boolean asserted) {
        return Entries.entry(id, Duration.ofMinutes(minutesAgo), "Fan 2", text, asserted, EventSeverity.CRITICAL);
    }

    @Test
    void whatBeganAndEndedLastedUntilThen() {
        var began = fan(1, 30, "Lower critical going low, reading 480 rpm", true);
        var ended = fan(2, 10, "Lower critical going low, reading 900 rpm", false);

        assertThat(LogSpan.of(List.of(began, ended))).singleElement().satisfies(span -> {
            assertThat(span.begin()).isEqualTo(began);
            assertThat(span.to()).contains(ended.moment());
        });
    }

    @Test
    void whatBeganAgainAndHasNotEndedLastsStill() {
        var spans = LogSpan.of(List.of(fan(1, 30, "Lower critical going low", true),
                fan(2, 20, "Lower critical going low", false), fan(3, 10, "Lower critical going low", true)));

        assertThat(spans).hasSize(2);
        assertThat(spans.getLast().to()).isEmpty();
    }

    @Test
    void whatNeverEndsInThisLogIsAMoment() {
        assertThat(LogSpan.of(List.of(fan(1, 30, "Predictive failure", true), fan(2, 20, "Predictive failure", true))))
                .isEmpty();
    }

    @Test
    void theEndOfSomethingElseEndsNothing() {
        var spans = LogSpan.of(List.of(fan(1, 30, "Lower critical going low", true),
                fan(2, 20, "Lower non-critical going low", false)));

        assertThat(spans).isEmpty();
    }
}

package org.dcos.ui.canvas.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.RecordsData;
import org.dcos.ui.canvas.history.HistoryPicture.Change;
import org.dcos.ui.canvas.mark.Mark;
import org.junit.jupiter.api.Test;

class HistoryLayoutTest {

    private static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant NOW = FROM.plus(Duration.ofHours(100));

    /** 10 pixels an hour; changes after 10 h, 10 h 6 min, 50 h. */
    private final HistoryPicture picture = new HistoryPicture(FROM, NOW, ZoneOffset.UTC,
            List.of(change("a", 600, Mark.NONE), change("b", 606, Mark.WARNING), change("c", 3000, Mark.NONE)));
    private final HistoryLayout layout = HistoryLayout.of(picture, 1000 + 2 * HistoryLayout.MARGIN);

    @Test
    void changes_close_together_are_one_tick_with_the_worst_mark() {
        assertThat(layout.ticks()).hasSize(2);
        assertThat(layout.ticks().getFirst().changes()).extracting(Change::id).containsExactly("a", "b");
        assertThat(layout.ticks().getFirst().mark()).isEqualTo(Mark.WARNING);
    }

    @Test
    void a_place_near_a_change_is_the_change() {
        assertThat(layout.moment(layout.x(picture.changes().get(2).at()) + 4))
                .contains(picture.changes().get(2).at());
    }

    @Test
    void any_other_place_is_the_time_that_its_pixels_tell() {
        assertThat(layout.moment(HistoryLayout.MARGIN + 250)).contains(FROM.plus(Duration.ofHours(25)));
    }

    @Test
    void the_right_end_is_now() {
        assertThat(layout.moment(layout.right() - 2)).isEmpty();
        assertThat(layout.moment(-50)).contains(FROM);
    }

    @Test
    void walks_from_change_to_change() {
        var last = layout.before(Optional.empty()).orElseThrow();
        assertThat(last.id()).isEqualTo("c");

        var first = layout.before(Optional.of(last.at())).orElseThrow();
        assertThat(first.id()).isEqualTo("b");
        assertThat(layout.before(Optional.of(first.at()))).isEmpty();
        assertThat(layout.after(Optional.of(first.at()))).contains(last);
        assertThat(layout.after(Optional.of(last.at()))).isEmpty();
    }

    @Test
    void labels_do_not_run_into_each_other() {
        var labels = HistoryLayout.of(RecordsData.history(), 800).labels();

        for (int i = 1; i < labels.size(); i++) {
            assertThat(labels.get(i).x() - labels.get(i - 1).x()).isGreaterThan(60);
        }
    }

    @Test
    void changes_out_of_order_are_refused() {
        assertThatThrownBy(() -> new HistoryPicture(FROM, NOW, ZoneOffset.UTC,
                List.of(change("a", 600, Mark.NONE), change("b", 10, Mark.NONE)))).hasMessageContaining("not in order");
    }

    private static Change change(String id, int minutes, Mark mark) {
        return new Change(id, FROM.plus(Duration.ofMinutes(minutes)), 1, mark, id);
    }
}

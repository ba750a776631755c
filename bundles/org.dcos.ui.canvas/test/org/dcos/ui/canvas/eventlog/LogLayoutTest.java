package org.dcos.ui.canvas.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.CpuTime;
import org.dcos.ui.canvas.chart.ChartPicture.Stretch;
import org.dcos.ui.canvas.eventlog.LogLayout.Cluster;
import org.dcos.ui.canvas.eventlog.LogPicture.Entry;
import org.dcos.ui.canvas.eventlog.LogPicture.Lane;
import org.dcos.ui.canvas.eventlog.LogPicture.Span;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.picture.Step;
import org.junit.jupiter.api.Test;

class LogLayoutTest {

    private static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofDays(1));
    private static final Stretch DAY = new Stretch(FROM, TO);
    private static final List<Lane> LANES = List.of(new Lane("critical", Mark.CRITICAL),
            new Lane("warning", Mark.WARNING), new Lane("information", Mark.NONE));

    private static LogPicture picture(List<Entry> entries, Span... spans) {
        return new LogPicture("Log", FROM, TO, ZoneOffset.UTC, LANES, entries, List.of(spans));
    }

    private static Entry entry(String id, int lane, double hours) {
        return new Entry(id, lane, FROM.plusMillis(Math.round(hours * 3_600_000)), LANES.get(lane).mark());
    }

    @Test
    void entriesOnEachOtherAreOneWithTheirNumber() {
        var layout = LogLayout.of(picture(List.of(entry("a", 0, 1), entry("b", 0, 1.1), entry("c", 0, 9),
                entry("d", 1, 1))), DAY, 600, 120);

        assertThat(layout.clusters()).extracting(Cluster::ids).containsExactly(List.of("a", "b"), List.of("c"),
                List.of("d"));
    }

    @Test
    void nearerTheyAreApart() {
        var layout = LogLayout.of(picture(List.of(entry("a", 0, 1), entry("b", 0, 1.1))),
                new Stretch(FROM.plus(Duration.ofMinutes(50)), FROM.plus(Duration.ofMinutes(75))), 600, 120);

        assertThat(layout.clusters()).allMatch(Cluster::single).hasSize(2);
    }

    @Test
    void clustersOfALaneDoNotOverlap() {
        var layout = LogLayout.of(picture(many(4_000)), DAY, 410, 120);

        for (int lane = 0; lane < LANES.size(); lane++) {
            int mine = lane;
            var boxes = layout.clusters().stream().filter(cluster -> cluster.lane() == mine).map(Cluster::box)
                    .toList();
            for (int i = 1; i < boxes.size(); i++) {
                assertThat(boxes.get(i).x()).isGreaterThanOrEqualTo(boxes.get(i - 1).right());
            }
        }
        assertThat(layout.clusters().stream().mapToInt(cluster -> cluster.ids().size()).sum()).isEqualTo(4_000);
    }

    @Test
    void whatHasNotEndedGoesOnToTheRightEnd() {
        var layout = LogLayout.of(picture(List.of(entry("a", 0, 6)),
                new Span(0, FROM.plus(Duration.ofHours(6)), Optional.empty(), Mark.CRITICAL)), DAY, 600, 120);

        var bar = layout.bars().getFirst();
        assertThat(bar.open()).isTrue();
        assertThat(bar.box().x()).isEqualTo(layout.x(FROM.plus(Duration.ofHours(6))));
        assertThat(bar.box().right()).isEqualTo(layout.plot().right());
    }

    @Test
    void aPlaceAndItsMomentAreTheSame() {
        var layout = LogLayout.of(picture(List.of()), DAY, 600, 120);
        var noon = FROM.plus(Duration.ofHours(12));

        assertThat(Duration.between(noon, layout.at(layout.x(noon))).abs()).isLessThan(Duration.ofMinutes(3));
    }

    @Test
    void leftAndRightStayInTheLaneUpAndDownLeaveIt() {
        var layout = LogLayout.of(picture(List.of(entry("a", 0, 2), entry("b", 1, 3), entry("c", 0, 9))), DAY, 600,
                120);

        assertThat(layout.step("a", Step.RIGHT)).contains("c");
        assertThat(layout.step("a", Step.DOWN)).contains("b");
        assertThat(layout.step("", Step.RIGHT)).contains("a");
    }

    @Test
    void fourThousandEntriesAreLaidOutInAFewMilliseconds() {
        var picture = picture(many(4_000));

        double millis = CpuTime.millis(8, () -> LogLayout.of(picture, DAY, 1600, 160));

        assertThat(millis).isLessThan(10);
    }

    static List<Entry> many(int count) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) {
            int lane = i % 50 == 0 ? 0 : i % 7 == 0 ? 1 : 2;
            entries.add(entry("e" + i, lane, 24.0 * i / count));
        }
        return entries;
    }
}

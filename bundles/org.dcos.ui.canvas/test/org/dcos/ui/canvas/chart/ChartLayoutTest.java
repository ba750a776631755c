package org.dcos.ui.canvas.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.dcos.ui.canvas.chart.ChartPicture.Point;
import org.dcos.ui.canvas.chart.ChartPicture.Series;
import org.dcos.ui.canvas.chart.ChartPicture.Threshold;
import org.dcos.ui.canvas.mark.Mark;
import org.junit.jupiter.api.Test;

class ChartLayoutTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofMinutes(60));

    @Test
    void the_edges_of_time_are_the_edges_of_the_plot() {
        var layout = layout(picture(List.of(), 20, 30));

        assertThat(layout.x(FROM)).isEqualTo(layout.plot().x());
        assertThat(layout.x(NOW)).isEqualTo(layout.plot().right());
        assertThat(layout.at(layout.plot().centreX())).isBetween(FROM.plusSeconds(1780), FROM.plusSeconds(1820));
    }

    @Test
    void values_grow_upwards_between_round_limits() {
        var layout = layout(picture(List.of(), 21, 38));

        assertThat(layout.y(layout.low())).isEqualTo(layout.plot().bottom());
        assertThat(layout.y(layout.high())).isCloseTo(layout.plot().y(), within(1e-9));
        assertThat(layout.low()).isLessThanOrEqualTo(21);
        assertThat(layout.high()).isGreaterThanOrEqualTo(38);
        assertThat(layout.values()).allMatch(value -> value % layout.step() == 0);
    }

    @Test
    void a_near_threshold_is_in_sight_and_a_far_one_is_not() {
        var layout = layout(
                picture(List.of(new Threshold("near", 42, Mark.CRITICAL), new Threshold("far", 400, Mark.CRITICAL)),
                        21, 38));

        assertThat(layout.high()).isBetween(42.0, 100.0);
    }

    @Test
    void a_level_line_has_air_around_it() {
        var layout = layout(picture(List.of(), 230, 230));

        assertThat(layout.low()).isLessThan(230);
        assertThat(layout.high()).isGreaterThan(230);
    }

    @Test
    void the_axis_does_not_go_below_zero_for_what_cannot() {
        assertThat(layout(picture(List.of(), 0, 3)).low()).isZero();
        assertThat(layout(picture(List.of(), -5, 3)).low()).isNegative();
    }

    @Test
    void no_data_still_has_axes() {
        var layout = layout(new ChartPicture("", FROM, NOW, true, "now", ZoneOffset.UTC, List.of(), List.of()));

        assertThat(layout.high()).isGreaterThan(layout.low());
        assertThat(layout.times()).isNotEmpty();
    }

    @Test
    void dragging_backwards_selects_the_same_stretch() {
        var layout = layout(picture(List.of(), 20, 30));

        assertThat(layout.between(400, 200)).isEqualTo(layout.between(200, 400));
        assertThat(layout.between(-50, 5000).from()).isEqualTo(FROM);
    }

    @Test
    void the_crosshair_finds_the_nearest_point_of_each_series() {
        var picture = picture(List.of(), 20, 30);
        var layout = layout(picture);

        var crosshair = Crosshair.at(picture, layout, (int) layout.x(FROM.plus(Duration.ofMinutes(30)))).orElseThrow();

        assertThat(crosshair.at()).isEqualTo(FROM.plus(Duration.ofMinutes(30)));
        assertThat(crosshair.values().getFirst()).map(Point::value).contains(30.0);
    }

    @Test
    void the_crosshair_shows_nothing_in_a_gap() {
        var gap = Series.of("gap", List.of(Point.of(FROM, 1), Point.of(NOW, 2)));
        var picture = new ChartPicture("", FROM, NOW, true, "now", ZoneOffset.UTC, List.of(gap), List.of());
        var layout = layout(picture);

        assertThat(Crosshair.at(picture, layout, layout.plot().centreX())).isEmpty();
    }

    @Test
    void a_gap_splits_a_line() {
        var points = List.of(Point.of(FROM, 1), Point.of(FROM.plusSeconds(60), 2), Point.gap(FROM.plusSeconds(120)),
                Point.of(FROM.plusSeconds(180), 3));
        var picture = new ChartPicture("", FROM, NOW, true, "now", ZoneOffset.UTC, List.of(Series.of("s", points)),
                List.of());

        assertThat(Run.of(picture)).extracting(run -> run.points().size()).containsExactly(2, 1);
    }

    @Test
    void a_long_silence_splits_a_line_too() {
        var points = IntStream.of(0, 60, 120, 900, 960).mapToObj(s -> Point.of(FROM.plusSeconds(s), s)).toList();
        var picture = new ChartPicture("", FROM, NOW, true, "now", ZoneOffset.UTC,
                List.of(new Series("s", Mark.NONE, points, Duration.ofMinutes(3))), List.of());

        assertThat(Run.of(picture)).extracting(run -> run.points().size()).containsExactly(3, 2);
    }

    @Test
    void refuses_a_stretch_that_ends_before_it_begins() {
        assertThatThrownBy(() -> ChartPicture.empty(NOW).between(NOW, FROM)).hasMessageContaining("must be before");
    }

    private static ChartLayout layout(ChartPicture picture) {
        return ChartLayout.of(picture, 600, 240, 1);
    }

    /** One series, from low to high and back to low in an hour. */
    private static ChartPicture picture(List<Threshold> thresholds, double low, double high) {
        double[] values = DoubleStream.of(low, high, low).toArray();
        var points = IntStream.range(0, 3).mapToObj(i -> Point.of(FROM.plus(Duration.ofMinutes(30L * i)), values[i]))
                .toList();
        return new ChartPicture("°C", FROM, NOW, true, "now", ZoneOffset.UTC, List.of(Series.of("s", points)),
                thresholds);
    }
}

package org.dcos.ui.canvas.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;

import org.dcos.ui.canvas.RecordsData;
import org.dcos.ui.canvas.picture.Step;
import org.junit.jupiter.api.Test;

class TraceLayoutTest {

    private final TracePicture trace = RecordsData.trace();

    @Test
    void stands_in_one_line_where_there_is_room() {
        var layout = TraceLayout.of(trace, 2400);

        assertThat(layout.stops()).extracting(stop -> stop.box().y()).containsOnly(TraceLayout.MARGIN);
        assertThat(layout.runs()).allMatch(run -> run.corners().size() == 2);
    }

    @Test
    void wraps_into_lines_of_equal_length() {
        var layout = TraceLayout.of(trace, 1360);

        assertThat(layout.stops().stream().collect(Collectors.groupingBy(stop -> stop.box().y(), Collectors.counting()))
                .values()).containsExactly(3L, 3L);
        assertThat(layout.width()).isLessThanOrEqualTo(1360);
    }

    @Test
    void the_cable_at_the_end_of_a_line_goes_round_to_the_next() {
        var run = TraceLayout.of(trace, 1360).runs().get(2);

        assertThat(run.corners()).hasSize(6);
        assertThat(run.corners().getFirst().x()).isGreaterThan(run.corners().getLast().x());
    }

    @Test
    void one_station_per_line_is_the_least() {
        assertThat(TraceLayout.of(trace, 50).stops()).extracting(stop -> stop.box().x())
                .containsOnly(TraceLayout.MARGIN);
    }

    @Test
    void finds_stations_and_cables_under_the_pointer() {
        var layout = TraceLayout.of(trace, 1360);
        var cable = layout.runs().getFirst();
        var station = layout.stops().getFirst().box();

        assertThat(layout.at(station.centreX(), station.centreY())).contains("srv");
        assertThat(layout.at(cable.corners().getFirst().x() + 4, cable.corners().getFirst().y())).contains("c1");
        assertThat(layout.at(2, 2)).isEmpty();
    }

    @Test
    void cursor_keys_follow_the_way() {
        var layout = TraceLayout.of(trace, 1360);

        assertThat(layout.step("srv", Step.RIGHT)).contains("c1");
        assertThat(layout.step("c1", Step.RIGHT)).contains("pp1");
        assertThat(layout.step("srv", Step.DOWN)).contains("sw");
        assertThat(layout.step("srv", Step.END)).contains("line");
    }

    @Test
    void two_stations_in_a_row_are_refused() {
        var station = trace.parts().getFirst();

        assertThatThrownBy(() -> new TracePicture(List.of(station, station))).hasMessageContaining("take turns");
    }
}

package org.dcos.ui.canvas.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.dcos.ui.canvas.rack.RackPicture.Rack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RackViewTest {

    private final RackView view = new RackView();

    @BeforeEach
    void shows_twelve_racks() {
        view.resize(800, 600);
        view.picture(new RackPicture(IntStream.range(0, 12)
                .mapToObj(i -> new Rack("r" + i, "R" + i, "A", 42, "", Mark.NONE,
                        List.of(Device.server("low" + i, "low", 1, 1), Device.server("top" + i, "top", 42, 1))))
                .toList()));
    }

    @Test
    void fits_the_height_until_somebody_zooms() {
        assertThat(view.fitted()).isTrue();
        double before = view.layout().unitHeight();

        view.resize(800, 900);

        assertThat(view.layout().unitHeight()).isGreaterThan(before);
    }

    @Test
    void keeps_the_zoom_when_resized_after_zooming() {
        view.zoomTo(20);

        view.resize(500, 300);

        assertThat(view.layout().unitHeight()).isEqualTo(20);
        assertThat(view.fitted()).isFalse();
    }

    @Test
    void zoom_stays_within_its_limits() {
        view.zoomTo(1000);
        assertThat(view.layout().unitHeight()).isEqualTo(RackRowLayout.LARGEST_UNIT);

        view.zoomTo(0.1);
        assertThat(view.layout().unitHeight()).isEqualTo(RackRowLayout.SMALLEST_UNIT);
    }

    @Test
    void what_is_under_the_pointer_stays_there_when_zooming() {
        view.zoomTo(12);
        var box = view.seen("low1").orElseThrow();

        view.zoomBy(1.5, box.centreX(), box.centreY());

        assertThat(view.at(box.centreX(), box.centreY()))
                .hasValueSatisfying(hit -> assertThat(((RackHit.OnDevice) hit).device().id()).isEqualTo("low1"));
    }

    @Test
    void scrolling_stops_at_the_ends() {
        view.scrollTo(-50, -50);
        assertThat(view.viewport().y()).isZero();

        view.scrollTo(0, 1_000_000);
        assertThat(view.viewport().bottom()).isEqualTo(view.layout().height());
    }

    @Test
    void reveals_a_device_that_is_out_of_sight() {
        view.reveal("low11");

        var box = view.seen("low11").orElseThrow();
        assertThat(box.y()).isGreaterThanOrEqualTo(0);
        assertThat(box.bottom()).isLessThanOrEqualTo(600);
    }

    @Test
    void does_not_scroll_to_a_device_that_is_seen() {
        view.scrollTo(0, 40);

        view.reveal("low0");

        assertThat(view.viewport().y()).isEqualTo(40);
    }

    @Test
    void the_name_of_a_rack_stays_in_sight_while_its_units_scroll_below() {
        view.zoomTo(30);
        view.scrollTo(0, 400);
        var rack = view.layout().racks().getFirst();

        assertThat(view.layout().pinned(rack, view.viewport()).orElseThrow().y()).isEqualTo(400);
        assertThat(view.at(rack.header().centreX(), 5)).contains(new RackHit.OnRack(rack.rack()));
    }

    @Test
    void a_name_in_its_own_place_is_not_pinned() {
        var rack = view.layout().racks().getFirst();

        assertThat(view.layout().pinned(rack, view.viewport())).isEmpty();
    }

    @Test
    void a_smaller_picture_leaves_no_scroll_position_beyond_its_end() {
        view.scrollTo(0, 5000);

        view.picture(new RackPicture(List.of(new Rack("x", "X", "A", 42, "", Mark.NONE, List.of()))));

        assertThat(view.viewport().y()).isZero();
    }
}

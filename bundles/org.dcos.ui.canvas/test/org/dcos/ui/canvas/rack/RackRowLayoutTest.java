package org.dcos.ui.canvas.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.CpuTime;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.dcos.ui.canvas.rack.RackPicture.Rack;
import org.dcos.ui.canvas.rack.RackRowLayout.Detail;
import org.dcos.ui.canvas.rack.RackRowLayout.Move;
import org.dcos.ui.canvas.rack.RackRowLayout.Placed;
import org.junit.jupiter.api.Test;

class RackRowLayoutTest {

    /** Two racks of 42 units, 10 pixels each: a01 with devices in units 40 and 7-8, a02 with one in unit 9. */
    private final RackPicture picture = new RackPicture(List.of(
            rack("a01", "A", Device.server("web", "web-40", 40, 1), Device.server("db", "db-07", 7, 2)),
            rack("a02", "A", Device.server("mail", "mail-09", 9, 1))));
    private final RackRowLayout layout = RackRowLayout.of(picture, Face.FRONT, 10, 1000);

    @Test
    void puts_unit_1_at_the_bottom() {
        var rack = layout.racks().getFirst();

        assertThat(layout.units(rack, 1, 1).bottom()).isEqualTo(rack.bay().bottom());
        assertThat(layout.units(rack, 42, 1).y()).isEqualTo(rack.bay().y());
    }

    @Test
    void a_device_covers_its_units() {
        var rack = layout.racks().getFirst();

        var box = layout.find("db").orElseThrow().box();

        assertThat(box.height()).isEqualTo(20);
        assertThat(box.bottom()).isEqualTo(rack.bay().bottom() - 6 * 10);
    }

    @Test
    void edges_are_whole_pixels_and_leave_no_hole_at_any_zoom() {
        var full = new RackPicture(List.of(rack("a01", "A", IntStream.rangeClosed(1, 42)
                .mapToObj(u -> Device.server("d" + u, "d" + u, u, 1)).toArray(Device[]::new))));

        for (double unit = 6; unit <= 40; unit += 0.37) {
            var placed = RackRowLayout.of(full, Face.FRONT, unit, 800).racks().getFirst().devices();
            for (int i = 1; i < placed.size(); i++) {
                assertThat(placed.get(i).box().y()).isEqualTo(placed.get(i - 1).box().bottom());
            }
        }
    }

    @Test
    void finds_the_device_under_the_pointer() {
        var box = layout.find("db").orElseThrow().box();

        assertThat(layout.at(box.centreX(), box.centreY()))
                .hasValueSatisfying(hit -> assertThat(((RackHit.OnDevice) hit).device().id()).isEqualTo("db"));
    }

    @Test
    void the_pixel_below_a_device_is_the_unit_below_it() {
        var box = layout.find("db").orElseThrow().box();

        assertThat(layout.at(box.x() + 5, box.bottom()))
                .hasValueSatisfying(hit -> assertThat(((RackHit.OnUnit) hit).unit()).isEqualTo(6));
    }

    @Test
    void finds_the_free_unit_under_the_pointer() {
        var rack = layout.racks().getFirst();
        var box = layout.units(rack, 23, 1);

        assertThat(layout.at(box.centreX(), box.centreY())).contains(new RackHit.OnUnit(rack.rack(), 23));
    }

    @Test
    void the_header_and_the_rails_are_the_rack() {
        var rack = layout.racks().get(1);

        assertThat(layout.at(rack.header().centreX(), rack.header().centreY()))
                .contains(new RackHit.OnRack(rack.rack()));
        assertThat(layout.at(rack.frame().x() + 2, rack.frame().centreY())).contains(new RackHit.OnRack(rack.rack()));
    }

    @Test
    void between_racks_is_nothing() {
        var rack = layout.racks().getFirst();

        assertThat(layout.at(rack.frame().right() + 4, rack.frame().centreY())).isEmpty();
    }

    @Test
    void seen_from_the_rear_a_front_device_shows_its_back_unless_something_is_in_front_of_it() {
        var mixed = new RackPicture(List.of(rack("a01", "A", Device.server("web", "web", 10, 2),
                Device.server("pdu", "pdu", 10, 1).face(Face.REAR), Device.server("db", "db", 20, 2))));

        var rear = RackRowLayout.of(mixed, Face.REAR, 10, 1000);

        assertThat(rear.racks().getFirst().devices()).extracting(p -> p.device().id(), Placed::back)
                .containsExactly(tuple("db", true), tuple("pdu", false));
    }

    @Test
    void a_device_recorded_outside_its_rack_is_left_out() {
        var wrong = new RackPicture(List.of(rack("a01", "A", Device.server("web", "web", 42, 2))));

        assertThat(RackRowLayout.of(wrong, Face.FRONT, 10, 1000).find("web")).isEmpty();
    }

    @Test
    void wraps_when_the_viewport_is_narrow() {
        var many = racks(10, "A");

        var narrow = RackRowLayout.of(many, Face.FRONT, 13, 700);

        assertThat(narrow.racks().getLast().line()).isPositive();
        assertThat(narrow.width()).isLessThanOrEqualTo(700);
    }

    @Test
    void shrinks_racks_a_little_rather_than_wrapping_one() {
        int nominal = RackWidths.at(13).rack();

        var layout = RackRowLayout.of(racks(4, "A"), Face.FRONT, 13, 4 * nominal);

        assertThat(layout.racks()).allMatch(rack -> rack.line() == 0 && rack.frame().width() < nominal);
    }

    @Test
    void each_row_of_the_room_begins_a_line_with_its_title() {
        var racks = new ArrayList<>(racks(2, "Row A").racks());
        racks.addAll(racks(2, "Row B").racks());

        var layout = RackRowLayout.of(new RackPicture(racks), Face.FRONT, 10, 2000);

        assertThat(layout.titles()).extracting(RackRowLayout.RowTitle::text).containsExactly("Row A", "Row B");
        assertThat(layout.racks()).extracting(RackRowLayout.RackBox::line).containsExactly(0, 0, 1, 1);
    }

    @Test
    void racks_of_one_line_stand_on_the_same_floor() {
        var uneven = new RackPicture(List.of(new Rack("s", "S", "A", 24, "", Mark.NONE, List.of()),
                new Rack("t", "T", "A", 48, "", Mark.NONE, List.of())));

        var racks = RackRowLayout.of(uneven, Face.FRONT, 10, 1000).racks();

        assertThat(racks.get(0).frame().bottom()).isEqualTo(racks.get(1).frame().bottom());
    }

    @Test
    void fits_the_height_of_the_viewport() {
        double unit = RackRowLayout.fit(picture, 560);

        var layout = RackRowLayout.of(picture, Face.FRONT, unit, 1000);

        assertThat(layout.height()).isBetween(545, 560);
    }

    @Test
    void only_what_touches_an_area_is_visible() {
        var layout = RackRowLayout.of(racks(250, "A"), Face.FRONT, 13, 1000);

        var seen = layout.visible(new Box(0, 0, 1000, 590));

        assertThat(seen).extracting(RackRowLayout.RackBox::line).containsExactly(0, 0, 0, 0);
    }

    @Test
    void says_less_when_units_are_low() {
        assertThat(RackRowLayout.of(picture, Face.FRONT, 8, 1000).detail()).isEqualTo(Detail.BLOCKS);
        assertThat(RackRowLayout.of(picture, Face.FRONT, 12, 1000).detail()).isEqualTo(Detail.LABELS);
    }

    @Test
    void cursor_keys_walk_down_and_stop_at_the_bottom() {
        assertThat(layout.move("web", Move.DOWN)).contains("db");
        assertThat(layout.move("db", Move.DOWN)).contains("db");
        assertThat(layout.move("db", Move.UP)).contains("web");
    }

    @Test
    void cursor_keys_go_to_the_neighbour_nearest_in_height() {
        assertThat(layout.move("db", Move.RIGHT)).contains("mail");
        assertThat(layout.move("mail", Move.LEFT)).contains("db");
        assertThat(layout.move("mail", Move.RIGHT)).contains("mail");
    }

    @Test
    void cursor_keys_pass_over_an_empty_rack() {
        var gap = new RackPicture(List.of(picture.racks().get(0), rack("a00", "A"), picture.racks().get(1)));

        assertThat(RackRowLayout.of(gap, Face.FRONT, 10, 1000).move("db", Move.RIGHT)).contains("mail");
    }

    @Test
    void home_and_end_are_the_top_and_the_bottom_of_the_rack() {
        assertThat(layout.move("db", Move.HOME)).contains("web");
        assertThat(layout.move("web", Move.END)).contains("db");
    }

    @Test
    void a_first_key_without_selection_begins_at_the_top_left() {
        assertThat(layout.move("", Move.DOWN)).contains("web");
        assertThat(RackRowLayout.of(RackPicture.EMPTY, Face.FRONT, 10, 1000).move("", Move.DOWN)).isEmpty();
    }

    @Test
    void ten_thousand_devices_are_laid_out_in_a_moment() {
        var racks = racks(250, "A");

        double millis = CpuTime.millis(5, () -> RackRowLayout.of(racks, Face.FRONT, 6, 1600));

        assertThat(millis).isLessThan(50);
    }

    private static RackPicture racks(int count, String row) {
        return new RackPicture(IntStream.range(0, count).mapToObj(i -> rack(row + i, row, IntStream.rangeClosed(1, 40)
                .mapToObj(u -> Device.server(row + i + "-" + u, "srv", u, 1)).toArray(Device[]::new))).toList());
    }

    private static Rack rack(String id, String row, Device... devices) {
        return new Rack(id, id, row, 42, "", Mark.NONE, List.of(devices));
    }
}

package org.dcos.ui.canvas.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.RecordsData;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.DropTarget.State;
import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.dcos.ui.canvas.rack.RackPicture.Numbering;
import org.dcos.ui.canvas.rack.RackPicture.Rack;
import org.dcos.ui.canvas.rack.RackPicture.Reservation;
import org.dcos.ui.canvas.rack.RackRowLayout.Move;
import org.junit.jupiter.api.Test;

class DropTargetTest {

    private final Device web = Device.server("web", "web", 10, 2);
    private final Device mail = Device.server("mail", "mail", 13, 1);
    private final Device back = Device.server("back", "back", 20, 1).face(Face.REAR);
    private final RackPicture picture = new RackPicture(List.of(
            new Rack("a", "A", "", 42, "", Mark.NONE, List.of(web, mail, back))
                    .reserved(List.of(new Reservation(30, 4, "li.wei", RecordsData.card("Reserved")))),
            new Rack("b", "B", "", 20, "", Mark.NONE, List.of()).numbering(Numbering.FROM_TOP)));
    private final RackRowLayout layout = RackRowLayout.of(picture, Face.FRONT, 10, 1000);

    @Test
    void the_device_snaps_to_whole_units() {
        var target = over("a", 5, 2, web);

        assertThat(target.lowestUnit()).isEqualTo(5);
        assertThat(target.raised()).isFalse();
        assertThat(target.state()).isEqualTo(State.FREE);
        assertThat(target.box().height()).isEqualTo(20);
    }

    @Test
    void what_is_in_the_way_is_told() {
        var target = over("a", 12, 2, web);

        assertThat(target.state()).isEqualTo(State.TAKEN);
        assertThat(target.taken()).containsExactly(mail);
    }

    @Test
    void it_is_not_in_its_own_way_nor_is_what_stands_at_the_other_side() {
        assertThat(over("a", 11, 1, web).taken()).isEmpty();
        assertThat(over("a", 20, 1, web).state()).isEqualTo(State.FREE);
    }

    @Test
    void a_reserved_place_is_told_as_such() {
        assertThat(over("a", 29, 2, web).state()).isEqualTo(State.RESERVED);
        assertThat(over("a", 34, 2, web).state()).isEqualTo(State.FREE);
    }

    @Test
    void it_stays_within_the_rack() {
        var rack = layout.racks().getFirst();

        assertThat(DropTarget.at(layout, rack.bay().centreX(), rack.bay().y() + 1, web).orElseThrow().lowestUnit())
                .isEqualTo(41);
        assertThat(DropTarget.at(layout, rack.frame().right() + 3, rack.bay().y() + 1, web)).isEmpty();
    }

    @Test
    void a_rack_numbered_from_the_top_has_unit_1_there() {
        var rack = layout.racks().get(1);

        var target = DropTarget.at(layout, rack.bay().centreX(), rack.bay().y() + 10, web).orElseThrow();

        assertThat(target.lowestUnit()).isEqualTo(1);
        assertThat(target.box().y()).isEqualTo(rack.bay().y());
    }

    @Test
    void half_units_snap_to_halves() {
        var half = Device.server("half", "half", 1, 1).spanning(1, 0.5);
        var rack = layout.racks().getFirst();
        var box = layout.span(rack, 7.5, 8);

        var target = DropTarget.at(layout, box.centreX(), box.centreY(), half).orElseThrow();

        assertThat(target.lowestUnit()).isEqualTo(7);
        assertThat(target.raised()).isTrue();
    }

    @Test
    void the_keyboard_jumps_over_what_is_taken() {
        assertThat(DropTarget.step(layout, web, Move.UP)).hasValueSatisfying(
                target -> assertThat(target.lowestUnit()).isEqualTo(11));
        assertThat(DropTarget.step(layout, mail, Move.DOWN)).hasValueSatisfying(
                target -> assertThat(target.lowestUnit()).isEqualTo(12));
        var high = Device.server("web", "web", 11, 2);
        var moved = RackRowLayout.of(new RackPicture(List.of(
                new Rack("a", "A", "", 42, "", Mark.NONE, List.of(high, mail)))), Face.FRONT, 10, 1000);
        assertThat(DropTarget.step(moved, high, Move.UP)).hasValueSatisfying(
                target -> assertThat(target.lowestUnit()).isEqualTo(14));
    }

    @Test
    void the_neighbour_rack_is_reached_at_the_same_height_above_the_floor() {
        assertThat(DropTarget.step(layout, web, Move.RIGHT)).hasValueSatisfying(target -> {
            assertThat(target.rack().id()).isEqualTo("b");
            assertThat(target.lowestUnit()).isEqualTo(20 - 9 - 2 + 1);
        });
        assertThat(DropTarget.step(layout, web, Move.LEFT)).isEmpty();
    }

    private DropTarget over(String id, int unit, int count, Device device) {
        var rack = layout.racks().stream().filter(box -> box.rack().id().equals(id)).findFirst().orElseThrow();
        var box = layout.units(rack, unit, count);
        return DropTarget.at(layout, box.centreX(), box.centreY(), device).orElseThrow();
    }
}

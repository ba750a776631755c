package org.dcos.ui.canvas.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.RecordsData;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.dcos.ui.canvas.rack.RackPicture.Rack;
import org.dcos.ui.canvas.rack.RackRowLayout.Move;
import org.dcos.ui.canvas.rack.RackRowLayout.Placed;
import org.junit.jupiter.api.Test;

class RackPlanTest {

    private final RackPicture picture = RecordsData.planned();
    private final RackRowLayout layout = RackRowLayout.of(picture, Face.FRONT, 14, 1000);

    @Test
    void a_rack_numbered_from_the_top_stands_on_its_head() {
        var rack = layout.racks().get(3);

        assertThat(layout.units(rack, 1, 1).y()).isEqualTo(rack.bay().y());
        assertThat(layout.units(rack, 42, 1).bottom()).isEqualTo(rack.bay().bottom());
        var box = layout.units(rack, 40, 1);
        assertThat(layout.at(box.centreX(), box.centreY())).contains(new RackHit.OnUnit(rack.rack(), 40));
    }

    @Test
    void two_halves_fill_a_unit_without_a_hole() {
        var rack = layout.racks().get(3);
        var lower = layout.find("half3").orElseThrow().box();
        var upper = layout.find("upper3").orElseThrow().box();

        assertThat(upper.y()).isEqualTo(lower.bottom());
        assertThat(lower.height() + upper.height()).isEqualTo(layout.units(rack, 3, 1).height());
    }

    @Test
    void strips_stand_beside_the_rails_and_are_found() {
        var rack = layout.racks().getFirst();
        var left = layout.find("pdu-A01-a").orElseThrow().box();

        assertThat(left.right()).isLessThan(rack.bay().x());
        assertThat(layout.find("pdu-A01-b").orElseThrow().box().x()).isGreaterThanOrEqualTo(rack.bay().right());
        assertThat(layout.at(left.centreX(), left.centreY()))
                .hasValueSatisfying(hit -> assertThat(hit).isInstanceOf(RackHit.OnDevice.class));
        assertThat(layout.move("pdu-A01-a", Move.UP)).contains(rack.devices().getFirst().device().id());
    }

    @Test
    void a_strip_takes_no_unit() {
        assertThat(layout.racks().getFirst().devices()).extracting(Placed::device).extracting(Device::id)
                .doesNotContain("pdu-A01-a");
    }

    @Test
    void gauges_make_room_below_the_name() {
        var plain = RackRowLayout.of(new RackPicture(picture.racks().stream().map(rack -> rack.gauges(List.of()))
                .toList()), Face.FRONT, 14, 1000);

        assertThat(layout.racks().getFirst().frame().y() - plain.racks().getFirst().frame().y())
                .isEqualTo(RackRowLayout.GAUGES);
        assertThat(RackRowLayout.fit(picture, 800)).isLessThan(RackRowLayout.fit(new RackPicture(
                picture.racks().stream().map(rack -> rack.gauges(List.of())).toList()), 800));
    }

    @Test
    void a_unit_knows_what_it_is_kept_for() {
        var rack = picture.racks().get(2);

        assertThat(rack.reservation(11)).isPresent();
        assertThat(rack.reservation(12)).isEmpty();
    }

    @Test
    void a_device_of_no_height_is_refused() {
        assertThatThrownBy(() -> Device.server("x", "x", 1, -1)).hasMessageContaining("-1 units high");
    }

    @Test
    void racks_of_before_stand_as_they_did() {
        var rack = new Rack("a", "A", "", 42, "", Mark.NONE, List.of());

        assertThat(RackRowLayout.of(new RackPicture(List.of(rack)), Face.FRONT, 10, 500).racks().getFirst().header()
                .height()).isEqualTo(RackRowLayout.HEADER);
    }
}

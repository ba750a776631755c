package org.dcos.ui.canvas.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.dcos.ui.canvas.RecordsData;
import org.dcos.ui.canvas.floor.FloorLayout.Aisle;
import org.dcos.ui.canvas.floor.FloorLayout.Air;
import org.dcos.ui.canvas.floor.FloorPicture.Gap;
import org.dcos.ui.canvas.floor.FloorPicture.Row;
import org.dcos.ui.canvas.picture.Step;
import org.junit.jupiter.api.Test;

class FloorLayoutTest {

    private final FloorPicture room = RecordsData.room();
    private final FloorLayout layout = FloorLayout.of(room);

    @Test
    void what_looks_into_an_aisle_makes_it_cold_or_hot() {
        assertThat(layout.aisles()).extracting(Aisle::air).containsExactly(Air.HOT, Air.COLD, Air.HOT, Air.COLD,
                Air.HOT);
    }

    @Test
    void fronts_that_look_at_backs_make_an_aisle_mixed() {
        var rows = List.of(new Row("A", Facing.DOWN, List.of()), new Row("B", Facing.DOWN, List.of()));

        assertThat(FloorLayout.of(new FloorPicture(rows)).aisles()).extracting(Aisle::air).containsExactly(Air.HOT,
                Air.MIXED, Air.COLD);
    }

    @Test
    void racks_stand_shoulder_to_shoulder() {
        var first = layout.find("A01").orElseThrow().box();
        var second = layout.find("A02").orElseThrow().box();

        assertThat(second.x()).isEqualTo(first.right());
        assertThat(second.y()).isEqualTo(first.y());
    }

    @Test
    void a_gap_keeps_its_place_and_is_no_rack() {
        var before = layout.find("B06").orElseThrow().box();
        var after = layout.find("B08").orElseThrow().box();

        assertThat(after.x() - before.right()).isEqualTo(FloorLayout.TILE_WIDTH);
        assertThat(layout.at(before.right() + 5, before.centreY())).isEmpty();
        assertThat(layout.blanks()).hasSize(2);
    }

    @Test
    void finds_the_rack_under_the_pointer() {
        var box = layout.find("C05").orElseThrow().box();

        assertThat(layout.at(box.x(), box.bottom() - 1)).hasValueSatisfying(
                tile -> assertThat(tile.rack().id()).isEqualTo("C05"));
        assertThat(layout.at(box.x(), box.bottom())).isEmpty();
    }

    @Test
    void cursor_keys_walk_along_the_row_and_across_the_aisle() {
        assertThat(layout.step("A05", Step.RIGHT)).contains("A06");
        assertThat(layout.step("A05", Step.DOWN)).contains("B05");
        assertThat(layout.step("A01", Step.LEFT)).contains("A01");
        assertThat(layout.step("", Step.DOWN)).contains("A01");
    }

    @Test
    void the_share_of_power_is_of_the_budget() {
        var rack = layout.find("B04").orElseThrow().rack();

        assertThat(FloorScale.share(rack, FloorColour.POWER).orElseThrow())
                .isEqualTo(rack.powerWatts().orElseThrow() / 9000);
        assertThat(FloorScale.colour(FloorColour.POWER, 0.5)).isNotEqualTo(FloorScale.colour(FloorColour.POWER, 0.95));
    }

    @Test
    void a_gap_of_no_width_is_refused() {
        assertThatThrownBy(() -> new Gap(0, "")).hasMessageContaining("need at least 1");
    }
}

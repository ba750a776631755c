package org.dcos.ui.canvas.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.dcos.ui.canvas.CpuTime;
import org.dcos.ui.canvas.RecordsData;
import org.dcos.ui.canvas.picture.Step;
import org.dcos.ui.canvas.relation.RelationPicture.Edge;
import org.dcos.ui.canvas.relation.RelationPicture.Impact;
import org.dcos.ui.canvas.relation.RelationPicture.Relation;
import org.junit.jupiter.api.Test;

class RelationLayoutTest {

    private final RelationPicture picture = RecordsData.relations(3, true);
    private final RelationGroups groups = RelationGroups.of(picture, "+%d %s", Set.of());
    private final RelationLayout layout = RelationLayout.of(groups.picture());

    @Test
    void many_of_the_same_are_gathered() {
        assertThat(layout.find("group:A01-s2")).hasValueSatisfying(
                placed -> assertThat(placed.node().name()).isEqualTo("+20 servers"));
        assertThat(groups.groupOf("A01-s24")).contains("group:A01-s2");
        assertThat(layout.find("A01-s24")).isEmpty();
    }

    @Test
    void one_that_has_a_neighbour_of_its_own_stays_out_of_the_group() {
        assertThat(layout.find("A01-s1")).isPresent();
    }

    @Test
    void an_open_group_shows_all() {
        var open = RelationGroups.of(picture, "+%d %s", Set.of("group:A01-s2"));

        assertThat(RelationLayout.of(open.picture()).find("A01-s24")).isPresent();
    }

    @Test
    void what_feeds_others_stands_to_the_left_of_them() {
        for (var line : layout.lines()) {
            var from = layout.find(line.edge().from()).orElseThrow().box();
            var to = layout.find(line.edge().to()).orElseThrow().box();
            assertThat(from.right()).isLessThan(to.x());
        }
    }

    @Test
    void nodes_do_not_touch_and_lie_within_the_drawing() {
        var nodes = layout.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            var box = nodes.get(i).box();
            assertThat(box.x() >= 0 && box.y() >= 0 && box.right() <= layout.width() && box.bottom() <= layout.height())
                    .isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(box.intersects(nodes.get(j).box())).isFalse();
            }
        }
    }

    @Test
    void lines_begin_and_end_at_the_edges_of_their_nodes() {
        for (var line : layout.lines()) {
            assertThat(line.points().getFirst().x())
                    .isEqualTo(layout.find(line.edge().from()).orElseThrow().box().right());
            assertThat(line.points().getLast().x()).isEqualTo(layout.find(line.edge().to()).orElseThrow().box().x());
        }
    }

    @Test
    void cursor_keys_lead_to_the_nearest() {
        var down = layout.step("A01-b", Step.RIGHT).orElseThrow();

        assertThat(layout.find(down).orElseThrow().box().x())
                .isGreaterThan(layout.find("A01-b").orElseThrow().box().x());
    }

    @Test
    void the_root_and_what_it_takes_along_are_marked() {
        assertThat(layout.find("feed-b").orElseThrow().node().impact()).isEqualTo(Impact.ROOT);
        assertThat(layout.find("group:A03-s2").orElseThrow().node().impact()).isEqualTo(Impact.LOST);
    }

    @Test
    void three_hundred_nodes_are_laid_out_at_once() {
        var large = RecordsData.relations(10, true);
        var all = large.nodes().stream().map(node -> "group:" + node.id()).collect(Collectors.toSet());
        var ungrouped = RelationGroups.of(large, "+%d %s", all).picture();

        assertThat(ungrouped.nodes()).hasSizeGreaterThan(280);
        assertThat(CpuTime.millis(5, () -> RelationLayout.of(ungrouped))).isLessThan(100);
    }

    @Test
    void a_relation_to_nothing_is_refused() {
        assertThatThrownBy(() -> new RelationPicture(List.of(), List.of(new Edge("a", "b", Relation.POWER))))
                .hasMessageContaining("a → b");
    }
}

package org.dcos.ui.canvas.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class LayeringTest {

    @Test
    void what_hangs_on_others_stands_after_all_of_them() {
        var layering = new Layering(4, edges("01 12 02 23"));

        assertThat(List.of(layering.layer(0), layering.layer(1), layering.layer(2), layering.layer(3)))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void an_edge_over_several_layers_has_a_waypoint_in_each() {
        var layering = new Layering(4, edges("01 12 23 03"));

        assertThat(layering.way(3)).hasSize(4).startsWith(0).endsWith(3);
        assertThat(layering.inLayer(1)).hasSize(2);
    }

    @Test
    void a_cycle_is_drawn_too() {
        var layering = new Layering(3, edges("01 12 20"));

        assertThat(layering.layers()).isEqualTo(3);
        assertThat(layering.way(2)).startsWith(0).endsWith(2);
    }

    @Test
    void a_thing_that_hangs_on_itself_does_no_harm() {
        assertThat(new Layering(1, edges("00")).layers()).isEqualTo(1);
    }

    @Test
    void crossings_that_need_not_be_are_taken_out() {
        assertThat(new Layering(6, edges("05 14 23")).crossings()).isZero();
        assertThat(new Layering(7, edges("05 14 23 06 46")).crossings()).isZero();
    }

    @Test
    void vertices_keep_their_room() {
        var layering = new Layering(9, edges("01 02 03 04 15 26 37 48"));
        layering.align(52, 16);

        for (int layer = 0; layer < layering.layers(); layer++) {
            var row = layering.inLayer(layer);
            for (int i = 1; i < row.size(); i++) {
                assertThat(layering.place(row.get(i)) - layering.place(row.get(i - 1))).isGreaterThan(51.99);
            }
        }
    }

    @Test
    void one_stands_in_the_middle_of_what_hangs_on_it() {
        var layering = new Layering(4, edges("01 02 03"));
        layering.align(52, 16);

        assertThat(layering.place(0)).isCloseTo((layering.place(1) + layering.place(2) + layering.place(3)) / 3,
                within(0.01));
    }

    /** {@code 01 12}: from vertex 0 to 1, from 1 to 2. */
    private static List<int[]> edges(String pairs) {
        return List.of(pairs.split(" ")).stream().map(pair -> new int[] {pair.charAt(0) - '0', pair.charAt(1) - '0'})
                .toList();
    }
}

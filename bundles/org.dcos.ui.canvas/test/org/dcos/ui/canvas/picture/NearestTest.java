package org.dcos.ui.canvas.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

import org.dcos.ui.canvas.geometry.Box;
import org.junit.jupiter.api.Test;

class NearestTest {

    /** a b above c d, c a little to the right. */
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    {
        boxes.put("a", new Box(0, 0, 10, 10));
        boxes.put("b", new Box(20, 0, 10, 10));
        boxes.put("c", new Box(3, 20, 10, 10));
        boxes.put("d", new Box(23, 20, 10, 10));
    }

    @Test
    void walks_to_the_nearest_box_ahead() {
        assertThat(Nearest.from("a", Step.RIGHT, boxes)).contains("b");
        assertThat(Nearest.from("b", Step.DOWN, boxes)).contains("d");
        assertThat(Nearest.from("c", Step.UP, boxes)).contains("a");
    }

    @Test
    void stays_where_nothing_is_ahead() {
        assertThat(Nearest.from("a", Step.UP, boxes)).contains("a");
    }

    @Test
    void begins_at_the_first_and_ends_at_the_last() {
        assertThat(Nearest.from("", Step.LEFT, boxes)).contains("a");
        assertThat(Nearest.from("b", Step.HOME, boxes)).contains("a");
        assertThat(Nearest.from("b", Step.END, boxes)).contains("d");
        assertThat(Nearest.from("", Step.LEFT, Map.of())).isEmpty();
    }
}

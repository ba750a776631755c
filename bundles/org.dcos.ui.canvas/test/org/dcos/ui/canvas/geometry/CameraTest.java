package org.dcos.ui.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CameraTest {

    private final Camera camera = new Camera(0.25, 4, 1.5);

    @BeforeEach
    void looks_at_a_drawing_twice_as_large_as_its_viewport() {
        camera.resize(500, 400);
        camera.content(1000, 800);
    }

    @Test
    void fits_the_drawing_until_somebody_zooms() {
        assertThat(camera.scale()).isEqualTo(0.5);

        camera.resize(1000, 800);

        assertThat(camera.scale()).isEqualTo(1);
    }

    @Test
    void a_small_drawing_stands_in_the_middle_and_is_not_blown_up() {
        camera.content(100, 100);

        assertThat(camera.scale()).isEqualTo(1.5);
        assertThat(camera.toView(new Box(0, 0, 100, 100))).isEqualTo(new Box(175, 125, 150, 150));
    }

    @Test
    void what_is_under_the_pointer_stays_there_while_zooming() {
        int before = camera.worldX(123);

        camera.zoomBy(2.5, 123, 77);

        assertThat(camera.worldX(123)).isBetween(before - 1, before + 1);
        assertThat(camera.fitted()).isFalse();
    }

    @Test
    void does_not_leave_the_drawing() {
        camera.zoomTo(1);

        camera.panBy(5000, -5000);

        assertThat(camera.seen()).isEqualTo(new Box(500, 0, 500, 400));
    }

    @Test
    void reveals_with_as_little_scrolling_as_needed() {
        camera.zoomTo(1);
        camera.scrollTo(0, 0);

        camera.reveal(new Box(600, 100, 40, 40), 10);

        assertThat(camera.seen().x()).isEqualTo(650 - 500);
        assertThat(camera.seen().y()).isZero();
    }

    @Test
    void neighbours_stay_neighbours_at_any_scale() {
        for (double scale = 0.25; scale < 4; scale += 0.17) {
            camera.zoomTo(scale);
            var left = camera.toView(new Box(13, 0, 60, 10));
            var right = camera.toView(new Box(73, 0, 60, 10));

            assertThat(left.right()).isEqualTo(right.x());
        }
    }

    @Test
    void scales_out_of_order_are_refused() {
        assertThatThrownBy(() -> new Camera(2, 1, 1)).hasMessageContaining("not in order");
    }
}

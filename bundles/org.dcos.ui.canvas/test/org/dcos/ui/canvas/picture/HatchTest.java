package org.dcos.ui.canvas.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.dcos.ui.canvas.geometry.Box;
import org.junit.jupiter.api.Test;

class HatchTest {

    private final Box box = new Box(13, 7, 41, 19);

    @Test
    void every_line_lies_in_its_box() {
        assertThat(Stream.of(Hatch.rising(box, 6), Hatch.falling(box, 6)).flatMap(List::stream)).isNotEmpty()
                .allMatch(line -> box.contains(line.x1(), line.y1()) && box.contains(line.x2(), line.y2()));
    }

    @Test
    void lines_are_diagonals_and_go_on_from_box_to_box() {
        assertThat(Hatch.rising(box, 6)).allMatch(line -> line.x1() + line.y1() == line.x2() + line.y2()
                && (line.x1() + line.y1()) % 6 == 0);
        assertThat(Hatch.falling(box, 6)).allMatch(line -> line.x1() - line.y1() == line.x2() - line.y2()
                && (line.x1() - line.y1()) % 6 == 0);
    }
}

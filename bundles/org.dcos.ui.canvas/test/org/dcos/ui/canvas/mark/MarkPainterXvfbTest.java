package org.dcos.ui.canvas.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.dcos.ui.canvas.Pixels;
import org.dcos.ui.canvas.TestDisplay;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@Tag("xvfb")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class MarkPainterXvfbTest {

    private static final int SIZE = 16;

    private final Display display = TestDisplay.get();
    private final Ink ink = Ink.of(display);

    @Test
    void well_is_filled_and_off_is_hollow() {
        assertThat(centre(Mark.OK)).isEqualTo(colour(Token.OK));
        assertThat(centre(Mark.OFF)).isEqualTo(colour(Token.PANEL));
    }

    @Test
    void critical_fills_its_corners_and_warning_does_not() {
        assertThat(draw(Mark.CRITICAL).at(1, 1)).isEqualTo(colour(Token.CRITICAL));
        assertThat(draw(Mark.WARNING).at(1, 1)).isEqualTo(colour(Token.PANEL));
        assertThat(centre(Mark.WARNING)).isEqualTo(colour(Token.WARNING));
    }

    @Test
    void every_mark_has_a_shape_of_its_own_without_its_colour() {
        var shapes = new HashSet<List<Boolean>>();

        for (var mark : Mark.values()) {
            var pixels = draw(mark);
            var shape = new ArrayList<Boolean>();
            for (int i = 0; i < SIZE * SIZE; i++) {
                shape.add(!pixels.at(i % SIZE, i / SIZE).equals(colour(Token.PANEL)));
            }
            shapes.add(shape);
        }

        assertThat(shapes).hasSize(Mark.values().length);
    }

    private Rgb centre(Mark mark) {
        return draw(mark).at(SIZE / 2, SIZE / 2);
    }

    private Pixels draw(Mark mark) {
        return Pixels.of(display, SIZE, SIZE, gc -> {
            gc.setBackground(ink.color(Token.PANEL));
            gc.fillRectangle(0, 0, SIZE, SIZE);
            new MarkPainter(ink).paint(gc, mark, 0, 0, SIZE);
        });
    }

    private Rgb colour(Token token) {
        return ink.palette().of(token);
    }
}

package org.dcos.ui.canvas.icon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;

import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.canvas.theme.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IconTest {

    @ParameterizedTest
    @EnumSource
    void is_made_of_known_strokes_inside_its_square(Icon icon) {
        assertThat(Stroke.of(icon)).isNotEmpty().allSatisfy(stroke -> {
            switch (stroke) {
                case Stroke.Move(double x, double y) ->
                        assertThat(DoubleStream.of(x, y).boxed()).allMatch(IconTest::inside);
                case Stroke.Line(double x, double y) ->
                        assertThat(DoubleStream.of(x, y).boxed()).allMatch(IconTest::inside);
                case Stroke.Curve(var _, var _, var _, var _, double x, double y) ->
                        assertThat(DoubleStream.of(x, y).boxed()).allMatch(IconTest::inside);
                case Stroke.Circle(double x, double y, double r, var _) ->
                        assertThat(DoubleStream.of(x - r, x + r, y - r, y + r).boxed()).allMatch(IconTest::inside);
                case Stroke.Rect(double x, double y, double w, double h, var _) ->
                        assertThat(DoubleStream.of(x, y, x + w, y + h).boxed()).allMatch(IconTest::inside);
                case Stroke.Close _ -> {}
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void its_files_are_what_the_code_draws(Icon icon) throws Exception {
        for (var theme : Theme.values()) {
            var folder = Path.of("icons", theme == Theme.DARK ? "dark" : "");

            assertThat(Files.readString(folder.resolve(icon.fileName())))
                    .isEqualTo(IconSvg.of(icon, theme.palette().of(Token.MUTED)));
        }
    }

    /** Half a stroke of 1.5 stays inside too. */
    private static boolean inside(double place) {
        return place >= 0.75 && place <= 15.25;
    }
}

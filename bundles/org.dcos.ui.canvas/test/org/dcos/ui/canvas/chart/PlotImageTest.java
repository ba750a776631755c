package org.dcos.ui.canvas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import org.dcos.ui.canvas.chart.ChartPicture.Point;
import org.dcos.ui.canvas.chart.ChartPicture.Series;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Palette;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;

/** Curves as pixels; needs no display, since it is drawn headless. */
class PlotImageTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofMinutes(60));

    private final Palette palette = Theme.LIGHT.palette();

    @Test
    void has_as_many_pixels_as_the_screen() {
        var picture = level(Mark.NONE, IntStream.rangeClosed(0, 60));
        var layout = ChartLayout.of(picture, 600, 240, 0);

        var image = PlotImage.render(picture, layout, palette, 200);

        assertThat(image.width).isEqualTo(2 * layout.plot().width());
        assertThat(image.height).isEqualTo(2 * layout.plot().height());
    }

    @Test
    void a_line_is_where_the_layout_says_and_in_its_colour() {
        var picture = level(Mark.NONE, IntStream.rangeClosed(0, 60));

        assertThat(onLine(picture, 30)).isEqualTo(palette.series(0));
    }

    @Test
    void a_critical_series_has_the_colour_of_its_state() {
        var picture = level(Mark.CRITICAL, IntStream.rangeClosed(0, 60));

        assertThat(onLine(picture, 30)).isEqualTo(palette.of(Token.CRITICAL));
    }

    @Test
    void a_gap_stays_a_gap() {
        var picture = level(Mark.NONE, IntStream.rangeClosed(0, 60).filter(m -> m < 20 || m > 40));

        assertThat(onLine(picture, 30)).isEqualTo(palette.of(Token.PANEL));
        assertThat(onLine(picture, 10)).isEqualTo(palette.series(0));
    }

    private Rgb onLine(ChartPicture picture, int minute) {
        var layout = ChartLayout.of(picture, 600, 240, 0);
        var image = PlotImage.render(picture, layout, palette, 200);
        int x = (int) Math.round(2 * (layout.x(FROM.plus(Duration.ofMinutes(minute))) - layout.plot().x()));
        int y = (int) Math.round(2 * (layout.y(27.3) - layout.plot().y()));
        return at(image, x, y);
    }

    private static Rgb at(ImageData image, int x, int y) {
        var rgb = image.palette.getRGB(image.getPixel(x, y));
        return new Rgb(rgb.red, rgb.green, rgb.blue);
    }

    /** Level at 27.3, which is no grid line. */
    private static ChartPicture level(Mark mark, IntStream minutes) {
        var points = minutes.mapToObj(m -> Point.of(FROM.plus(Duration.ofMinutes(m)), 27.3)).toList();
        return new ChartPicture("°C", FROM, NOW, true, "now", ZoneOffset.UTC,
                List.of(new Series("s", mark, points, Duration.ofMinutes(3))), List.of());
    }
}

package org.dcos.ui.canvas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;

import org.dcos.ui.canvas.Pixels;
import org.dcos.ui.canvas.TestDisplay;
import org.dcos.ui.canvas.chart.ChartPicture.Point;
import org.dcos.ui.canvas.chart.ChartPicture.Series;
import org.dcos.ui.canvas.chart.ChartPicture.Stretch;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@Tag("xvfb")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class SeriesChartXvfbTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofHours(1));
    private static final int WIDTH = 500;
    private static final int HEIGHT = 240;

    private final Display display = TestDisplay.get();
    private final Ink ink = Ink.of(display);
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Optional<Stretch>> zoomed = new ArrayList<>();
    private Shell shell;
    private SeriesChart chart;

    @BeforeEach
    void opens_a_shell_with_a_chart() {
        shell = new Shell(display, SWT.NO_TRIM);
        chart = new SeriesChart(shell, background::add);
        chart.setBounds(0, 0, WIDTH, HEIGHT);
        chart.setLegendShown(false);
        chart.onZoom(zoomed::add);
        background.clear();
    }

    @AfterEach
    void closes_it() {
        shell.dispose();
        ink.use(Theme.LIGHT);
    }

    @Test
    void curves_come_from_the_background_and_axes_stand_meanwhile() {
        chart.setPicture(picture());
        assertThat(paint().colours()).doesNotContainKey(curve()).containsKey(colour(Token.LINE));

        drain();

        assertThat(paint().colours()).containsKey(curve());
    }

    @Test
    void an_image_that_was_overtaken_is_not_shown() {
        chart.setPicture(picture());
        chart.setPicture(ChartPicture.empty(NOW));

        drain();

        assertThat(paint().colours()).doesNotContainKey(curve());
    }

    @Test
    void follows_the_theme() {
        chart.setPicture(picture());
        drain();

        ink.use(Theme.DARK);
        drain();

        assertThat(paint().at(WIDTH / 2, 3)).isEqualTo(colour(Token.PANEL));
        assertThat(paint().colours()).containsKey(curve());
    }

    @Test
    void dragging_asks_for_a_stretch_of_time() {
        chart.setPicture(picture());

        mouse(SWT.MouseDown, 150);
        mouse(SWT.MouseMove, 300);
        mouse(SWT.MouseUp, 300);

        assertThat(zoomed).singleElement().satisfies(stretch -> {
            assertThat(stretch.orElseThrow().from()).isAfter(FROM);
            assertThat(stretch.orElseThrow().to()).isBefore(NOW);
        });
    }

    @Test
    void a_click_that_hardly_moves_is_no_zoom() {
        chart.setPicture(picture());

        mouse(SWT.MouseDown, 150);
        mouse(SWT.MouseUp, 152);

        assertThat(zoomed).isEmpty();
    }

    @Test
    void a_double_click_goes_back() {
        chart.setPicture(picture());

        mouse(SWT.MouseDoubleClick, 150);

        assertThat(zoomed).containsExactly(Optional.empty());
    }

    @Test
    void the_pointer_shows_a_card_with_the_values() {
        chart.setPicture(picture());
        drain();
        var before = paint().colours();

        mouse(SWT.MouseMove, 250);

        assertThat(paint().colours().get(colour(Token.TEXT))).isGreaterThan(before.getOrDefault(colour(Token.TEXT), 0));
    }

    @Test
    void cursor_keys_move_the_crosshair_and_new_samples_leave_it_there() {
        chart.setPicture(picture());
        drain();
        int before = text();

        var left = new Event();
        left.keyCode = SWT.ARROW_LEFT;
        chart.notifyListeners(SWT.KeyDown, left);
        int shown = text();
        chart.setPicture(picture());
        drain();

        assertThat(shown).isGreaterThan(before);
        assertThat(text()).isEqualTo(shown);
    }

    @Test
    void is_disposed_with_a_picture_still_under_way() {
        chart.setPicture(picture());

        shell.dispose();
        drain();

        assertThat(chart.isDisposed()).isTrue();
    }

    private int text() {
        return paint().colours().getOrDefault(colour(Token.TEXT), 0);
    }

    private Pixels paint() {
        return Pixels.of(display, WIDTH, HEIGHT, this::print);
    }

    private void print(GC gc) {
        var event = new Event();
        event.gc = gc;
        event.width = WIDTH;
        event.height = HEIGHT;
        chart.notifyListeners(SWT.Paint, event);
    }

    private void drain() {
        for (Runnable next; (next = background.poll()) != null;) {
            next.run();
        }
        while (display.readAndDispatch()) {
            continue;
        }
    }

    private void mouse(int type, int x) {
        var event = new Event();
        event.button = 1;
        event.x = x;
        event.y = HEIGHT / 2;
        chart.notifyListeners(type, event);
    }

    private Rgb curve() {
        return ink.palette().series(0);
    }

    private Rgb colour(Token token) {
        return ink.palette().of(token);
    }

    private static ChartPicture picture() {
        var points = IntStream.rangeClosed(0, 60).mapToObj(m -> Point.of(FROM.plus(Duration.ofMinutes(m)), 20 + m % 13))
                .toList();
        return new ChartPicture("°C", FROM, NOW, true, "now", ZoneOffset.UTC, List.of(Series.of("", points)),
                List.of());
    }
}

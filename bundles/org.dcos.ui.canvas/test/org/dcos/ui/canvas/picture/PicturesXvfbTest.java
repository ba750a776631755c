package org.dcos.ui.canvas.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.dcos.domain.ip.Cidr;
import org.dcos.ui.canvas.CpuTime;
import org.dcos.ui.canvas.Pixels;
import org.dcos.ui.canvas.RecordsData;
import org.dcos.ui.canvas.TestDisplay;
import org.dcos.ui.canvas.floor.FloorCanvas;
import org.dcos.ui.canvas.history.HistorySlider;
import org.dcos.ui.canvas.ipmap.IpMapCanvas;
import org.dcos.ui.canvas.relation.RelationCanvas;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.canvas.trace.TraceCanvas;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
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
class PicturesXvfbTest {

    /** A display at 60 Hz shows a new picture every 16.7 ms. */
    private static final double FRAME_MILLIS = 16;

    private final Display display = TestDisplay.get();
    private final Ink ink = Ink.of(display);
    private Shell shell;

    @BeforeEach
    void opens_a_shell() {
        shell = new Shell(display, SWT.NO_TRIM);
    }

    @AfterEach
    void closes_it() {
        shell.dispose();
        ink.use(Theme.LIGHT);
    }

    @Test
    void every_picture_is_drawn_in_the_colours_of_the_theme() {
        for (var theme : Theme.values()) {
            ink.use(theme);
            pictures().forEach((name, picture) -> {
                var colours = paint(picture.apply(shell)).colours();
                assertThat(colours.getOrDefault(ink.palette().of(Token.PANEL), 0)).as(name).isGreaterThan(1000);
                assertThat(colours).as(name).hasSizeGreaterThan(20);
            });
        }
    }

    @Test
    void every_picture_at_its_size_is_painted_in_a_frame() {
        pictures().forEach((name, picture) -> {
            var canvas = picture.apply(shell);
            double millis = Pixels.on(display, 1600, 1000, gc -> CpuTime.millis(8, () -> print(canvas, gc)));
            assertThat(millis).as("milliseconds of " + name).isLessThan(FRAME_MILLIS);
        });
    }

    @Test
    void opening_and_closing_leaves_nothing_behind() {
        int first = 0;
        for (int round = 0; round < 8; round++) {
            var window = new Shell(display);
            pictures().values().forEach(picture -> paint(picture.apply(window)));
            window.dispose();
            if (round == 0) {
                first = display.getDeviceData().objects.length;
            }
        }

        assertThat(display.getDeviceData().objects.length - first).isLessThanOrEqualTo(5);
    }

    @Test
    void a_click_selects_and_tells_and_enter_opens() {
        var floor = (FloorCanvas) floor(shell);
        var selected = new ArrayList<Optional<String>>();
        var opened = new ArrayList<String>();
        floor.onSelect(selected::add);
        floor.onOpen(opened::add);

        mouse(floor, SWT.MouseDown, floor.place("C07").orElseThrow().centreX(),
                floor.place("C07").orElseThrow().centreY());
        key(floor, SWT.ARROW_RIGHT, 0);
        key(floor, SWT.CR, 0);

        assertThat(selected).containsExactly(Optional.of("C07"), Optional.of("C08"));
        assertThat(opened).containsExactly("C08");
    }

    @Test
    void dragging_over_free_addresses_asks_for_a_block() {
        var map = (IpMapCanvas) ipMap(shell);
        var wishes = new ArrayList<Cidr>();
        map.onWish(wishes::add);
        var from = map.place("free:10.20.200.0/24").orElseThrow();
        var to = map.place("free:10.20.203.0/24").orElseThrow();

        mouse(map, SWT.MouseDown, from.centreX(), from.centreY());
        mouse(map, SWT.MouseMove, to.centreX(), to.centreY());
        mouse(map, SWT.MouseUp, to.centreX(), to.centreY());

        assertThat(wishes).containsExactly(Cidr.parse("10.20.200.0/22"));
    }

    @Test
    void shift_and_cursor_keys_and_enter_ask_for_a_block_too() {
        var map = (IpMapCanvas) ipMap(shell);
        var wishes = new ArrayList<Cidr>();
        map.onWish(wishes::add);
        map.select("free:10.20.200.0/24");

        key(map, SWT.ARROW_RIGHT, SWT.SHIFT);
        key(map, SWT.CR, 0);

        assertThat(wishes).containsExactly(Cidr.parse("10.20.200.0/23"));
    }

    @Test
    void enter_looks_into_a_block_and_backspace_leads_back() {
        var map = (IpMapCanvas) ipMap(shell);
        map.select("10.20.16.0/24");

        key(map, SWT.CR, 0);
        assertThat(map.shown()).hasToString("10.20.16.0/24");

        key(map, SWT.BS, 0);
        assertThat(map.shown()).hasToString("10.20.16.0/20");
    }

    @Test
    void a_group_opens_by_enter_and_closes_by_backspace() {
        var graph = (RelationCanvas) relation(shell);
        int before = graph.graph().nodes().size();
        graph.select("group:A01-s2");

        key(graph, SWT.CR, 0);

        assertThat(graph.graph().nodes().size() - before).isEqualTo(21);
        assertThat(graph.selected()).contains("A01-s3");

        key(graph, SWT.BS, 0);

        assertThat(graph.graph().nodes()).hasSize(before);
    }

    @Test
    void a_thing_hidden_in_a_group_comes_out_to_be_selected() {
        var graph = (RelationCanvas) relation(shell);

        graph.select("A02-s20");

        assertThat(graph.selected()).contains("A02-s20");
    }

    @Test
    void the_thumb_is_dragged_to_a_change_and_goes_back_to_now_by_a_key() {
        var slider = (HistorySlider) history(shell);
        var moments = new ArrayList<Optional<Instant>>();
        slider.onMoment(moments::add);
        var tick = slider.axis().ticks().get(3);

        mouse(slider, SWT.MouseDown, tick.x() + 2, 34);
        mouse(slider, SWT.MouseUp, tick.x() + 2, 34);
        key(slider, SWT.ARROW_LEFT, 0);
        key(slider, SWT.END, 0);

        assertThat(moments).containsExactly(Optional.of(tick.at()),
                Optional.of(slider.axis().ticks().get(2).at()), Optional.empty());
    }

    private static Map<String, Function<Shell, Canvas>> pictures() {
        var all = new LinkedHashMap<String, Function<Shell, Canvas>>();
        all.put("floor", PicturesXvfbTest::floor);
        all.put("ipmap", PicturesXvfbTest::ipMap);
        all.put("trace", PicturesXvfbTest::trace);
        all.put("relation", PicturesXvfbTest::relation);
        all.put("history", PicturesXvfbTest::history);
        return all;
    }

    private static Canvas floor(Shell parent) {
        var canvas = new FloorCanvas(parent);
        canvas.setBounds(0, 0, 1600, 1000);
        canvas.setPicture(RecordsData.hall(10, 25));
        return canvas;
    }

    private static Canvas ipMap(Shell parent) {
        var canvas = new IpMapCanvas(parent);
        canvas.setBounds(0, 0, 1600, 1000);
        canvas.setPicture(RecordsData.site());
        return canvas;
    }

    private static Canvas trace(Shell parent) {
        var canvas = new TraceCanvas(parent);
        canvas.setBounds(0, 0, 1600, 1000);
        canvas.setPicture(RecordsData.trace());
        return canvas;
    }

    private static Canvas relation(Shell parent) {
        var canvas = new RelationCanvas(parent);
        canvas.setBounds(0, 0, 1600, 1000);
        canvas.setPicture(RecordsData.relations(10, true));
        return canvas;
    }

    private static Canvas history(Shell parent) {
        var canvas = new HistorySlider(parent);
        canvas.setBounds(0, 0, 1600, 66);
        canvas.setPicture(RecordsData.history());
        return canvas;
    }

    private Pixels paint(Canvas canvas) {
        return Pixels.of(display, 1600, 1000, gc -> print(canvas, gc));
    }

    private static void print(Canvas canvas, GC gc) {
        var event = new Event();
        event.gc = gc;
        event.width = canvas.getSize().x;
        event.height = canvas.getSize().y;
        canvas.notifyListeners(SWT.Paint, event);
    }

    private static void mouse(Canvas canvas, int type, int x, int y) {
        var event = new Event();
        event.button = 1;
        event.x = x;
        event.y = y;
        canvas.notifyListeners(type, event);
    }

    private static void key(Canvas canvas, int code, int modifiers) {
        var event = new Event();
        event.keyCode = code;
        event.stateMask = modifiers;
        canvas.notifyListeners(SWT.KeyDown, event);
    }
}

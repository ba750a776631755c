package org.dcos.ui.canvas.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.CpuTime;
import org.dcos.ui.canvas.Pixels;
import org.dcos.ui.canvas.TestDisplay;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.dcos.ui.canvas.rack.RackPicture.Rack;
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
class RackCanvasXvfbTest {

    private final Display display = TestDisplay.get();
    private final Ink ink = Ink.of(display);
    private Shell shell;
    private RackCanvas canvas;
    private final List<Optional<RackHit>> selected = new ArrayList<>();

    @BeforeEach
    void opens_a_shell_with_two_racks() {
        shell = new Shell(display, SWT.NO_TRIM);
        canvas = new RackCanvas(shell);
        canvas.setBounds(0, 0, 700, 620);
        canvas.setPicture(new RackPicture(List.of(rack("a01", Mark.OK), rack("a02", Mark.CRITICAL))));
        canvas.onSelect(selected::add);
    }

    @AfterEach
    void closes_it() {
        shell.dispose();
        ink.use(Theme.LIGHT);
    }

    @Test
    void a_click_on_a_device_selects_it_and_tells() {
        click(canvas.view().seen("a02-7").orElseThrow());

        assertThat(canvas.selectedDevice()).contains("a02-7");
        assertThat(selected).hasSize(1);
    }

    @Test
    void selecting_from_outside_tells_nobody() {
        canvas.select("a01-3");

        assertThat(canvas.selectedDevice()).contains("a01-3");
        assertThat(selected).isEmpty();
    }

    @Test
    void cursor_keys_walk_to_the_neighbour_rack() {
        canvas.select("a01-7");

        key(SWT.ARROW_RIGHT);

        assertThat(canvas.selectedDevice()).contains("a02-7");
    }

    @Test
    void enter_opens_what_is_selected() {
        var opened = new ArrayList<RackHit>();
        canvas.onOpen(opened::add);
        canvas.select("a01-7");

        key(SWT.CR);

        assertThat(opened).hasSize(1);
    }

    @Test
    void ctrl_and_wheel_zooms_and_zero_fits_again() {
        double fitted = canvas.view().layout().unitHeight();
        var wheel = new Event();
        wheel.stateMask = SWT.MOD1;
        wheel.count = 3;
        canvas.notifyListeners(SWT.MouseVerticalWheel, wheel);
        assertThat(canvas.view().layout().unitHeight()).isGreaterThan(fitted);

        var zero = new Event();
        zero.character = '0';
        canvas.notifyListeners(SWT.KeyDown, zero);

        assertThat(canvas.view().layout().unitHeight()).isEqualTo(fitted);
    }

    @Test
    void the_selection_stays_when_the_picture_changes_and_goes_when_its_device_does() {
        canvas.select("a02-7");

        canvas.setPicture(new RackPicture(List.of(rack("a02", Mark.OK))));
        assertThat(canvas.selection()).hasValueSatisfying(
                hit -> assertThat(((RackHit.OnDevice) hit).device().mark()).isEqualTo(Mark.OK));

        canvas.setPicture(new RackPicture(List.of(rack("a01", Mark.OK))));
        assertThat(canvas.selection()).isEmpty();
    }

    @Test
    void draws_faces_and_marks_in_the_colours_of_the_theme() {
        for (var theme : Theme.values()) {
            ink.use(theme);
            var colours = paint(ColourBy.STATE, Face.FRONT).colours();

            assertThat(colours).containsKeys(token(Token.PANEL), token(Token.RAIL), token(Token.DEVICE),
                    token(Token.OK), token(Token.CRITICAL), token(Token.DEVICE_EDGE));
        }
    }

    @Test
    void the_selected_device_has_the_accent_around_it() {
        canvas.select("a01-7");

        assertThat(paint(ColourBy.STATE, Face.FRONT).colours().get(token(Token.ACCENT))).isGreaterThan(300);
    }

    @Test
    void ten_thousand_devices_paint_in_a_frame() {
        canvas.setPicture(
                new RackPicture(IntStream.range(0, 250).mapToObj(i -> rack("h%03d".formatted(i), Mark.OK)).toList()));
        canvas.setSize(1600, 1000);
        for (double unit : new double[] {6, 9, 13, 40}) {
            canvas.zoomTo(unit);
            double millis = Pixels.on(display, 1600, 1000, gc -> CpuTime.millis(6, () -> print(gc)));
            assertThat(millis).as("milliseconds at unit height %s", unit).isLessThan(40);
        }
    }

    @Test
    void the_card_of_a_device_is_drawn_over_the_racks() {
        var asked = new ArrayList<String>();
        canvas.setCards(device -> {
            asked.add(device.id());
            return Optional.of(new Card(device.label(), Mark.CRITICAL, "Too hot", List.of()));
        });

        canvas.showCard("a01-7");

        assertThat(asked).containsExactly("a01-7");
    }

    @Test
    void the_card_stays_up_to_date_while_values_change_below_it() {
        var told = new ArrayList<Mark>();
        canvas.setCards(device -> {
            told.add(device.mark());
            return Optional.of(new Card(device.label(), device.mark(), "", List.of()));
        });
        canvas.showCard("a01-7");

        canvas.setPicture(new RackPicture(List.of(rack("a01", Mark.WARNING), rack("a02", Mark.CRITICAL))));

        assertThat(told).containsExactly(Mark.OK, Mark.WARNING);
    }

    @Test
    void new_values_do_not_move_what_is_seen() {
        canvas.zoomTo(30);
        canvas.view().scrollTo(0, 200);
        var before = canvas.view().viewport();

        canvas.setPicture(new RackPicture(List.of(rack("a01", Mark.WARNING), rack("a02", Mark.CRITICAL))));

        assertThat(canvas.view().viewport()).isEqualTo(before);
    }

    @Test
    void dragging_a_device_to_a_free_unit_tells_the_wish_and_changes_nothing() {
        var moves = new ArrayList<RackMove>();
        canvas.onMove(moves::add);

        drag(canvas.view().seen("a01-7").orElseThrow(), unit("a02", 42));

        assertThat(moves).hasSize(1);
        assertThat(moves.getFirst().device().id()).isEqualTo("a01-7");
        assertThat(moves.getFirst().to().rack().id()).isEqualTo("a02");
        assertThat(moves.getFirst().to().lowestUnit()).isEqualTo(42);
        assertThat(canvas.view().layout().find("a01-7")).isPresent();
    }

    @Test
    void a_device_dropped_on_another_goes_nowhere() {
        var moves = new ArrayList<RackMove>();
        canvas.onMove(moves::add);

        drag(canvas.view().seen("a01-7").orElseThrow(), unit("a02", 20));

        assertThat(moves).isEmpty();
    }

    @Test
    void alt_and_a_cursor_key_ask_for_the_next_free_unit() {
        var moves = new ArrayList<RackMove>();
        canvas.onMove(moves::add);
        canvas.select("a01-7");
        var event = new Event();
        event.keyCode = SWT.ARROW_UP;
        event.stateMask = SWT.ALT;

        canvas.notifyListeners(SWT.KeyDown, event);

        assertThat(moves).extracting(move -> move.to().lowestUnit()).containsExactly(41);
        assertThat(canvas.selectedDevice()).contains("a01-7");
    }

    @Test
    void escape_lets_go_of_what_is_dragged() {
        var moves = new ArrayList<RackMove>();
        canvas.onMove(moves::add);
        var from = canvas.view().seen("a01-7").orElseThrow();
        mouse(SWT.MouseDown, from);
        mouse(SWT.MouseMove, unit("a01", 42));

        key(SWT.ESC);
        mouse(SWT.MouseUp, unit("a01", 42));

        assertThat(moves).isEmpty();
    }

    @Test
    void opening_and_closing_leaves_nothing_behind() {
        int first = 0;
        for (int round = 0; round < 8; round++) {
            var window = new Shell(display);
            var racks = new RackCanvas(window);
            racks.setBounds(0, 0, 400, 300);
            racks.setPicture(new RackPicture(List.of(rack("a01", Mark.OK))));
            window.open();
            racks.redraw();
            racks.update();
            window.dispose();
            if (round == 0) {
                first = display.getDeviceData().objects.length;
            }
        }

        assertThat(display.getDeviceData().objects.length - first).isLessThanOrEqualTo(5);
    }

    private Pixels paint(ColourBy by, Face face) {
        canvas.setColourBy(by);
        canvas.setFace(face);
        return Pixels.of(display, 700, 620, this::print);
    }

    private void print(GC gc) {
        var event = new Event();
        event.gc = gc;
        event.width = canvas.getSize().x;
        event.height = canvas.getSize().y;
        canvas.notifyListeners(SWT.Paint, event);
    }

    private void click(Box box) {
        mouse(SWT.MouseDown, box);
    }

    private void drag(Box from, Box to) {
        mouse(SWT.MouseDown, from);
        mouse(SWT.MouseMove, to);
        mouse(SWT.MouseUp, to);
    }

    private void mouse(int type, Box at) {
        var event = new Event();
        event.button = 1;
        event.x = at.centreX();
        event.y = at.centreY();
        canvas.notifyListeners(type, event);
    }

    private Box unit(String rack, int unit) {
        var layout = canvas.view().layout();
        var box = layout.racks().stream().filter(found -> found.rack().id().equals(rack)).findFirst().orElseThrow();
        return layout.units(box, unit, 1).moved(-canvas.view().viewport().x(), -canvas.view().viewport().y());
    }

    private void key(int code) {
        var event = new Event();
        event.keyCode = code;
        canvas.notifyListeners(SWT.KeyDown, event);
    }

    private Rgb token(Token token) {
        return ink.palette().of(token);
    }

    private static Rack rack(String id, Mark mark) {
        return new Rack(id, id, "A", 42, "5.9 / 9 kW", Mark.NONE, IntStream.rangeClosed(1, 40)
                .mapToObj(u -> Device.server(id + "-" + u, "srv-" + id + "-" + u, u, 1).mark(mark)).toList());
    }
}

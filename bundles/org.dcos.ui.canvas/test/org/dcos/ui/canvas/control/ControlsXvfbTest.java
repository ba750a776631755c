package org.dcos.ui.canvas.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.dcos.ui.canvas.TestDisplay;
import org.dcos.ui.canvas.chart.ChartPicture;
import org.dcos.ui.canvas.chart.SeriesChart;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.RackCanvas;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("xvfb")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class ControlsXvfbTest {

    private static final int ROUNDS = 8;
    private static final int MOST_LEFT = 5;

    private final Display display = TestDisplay.get();
    private final Shell shell = new Shell(display, SWT.NO_TRIM);

    @AfterEach
    void closes_the_shell() {
        shell.dispose();
    }

    @Test
    void cursor_keys_change_a_segment_and_stop_at_the_ends() {
        var told = new ArrayList<Integer>();
        var sides = new Segmented(shell);
        sides.setItems("Side", List.of("Front", "Rear"));
        sides.onSelect(told::add);

        key(sides, SWT.ARROW_RIGHT, '\0');
        key(sides, SWT.ARROW_RIGHT, '\0');

        assertThat(sides.selected()).isEqualTo(1);
        assertThat(told).containsExactly(1);
    }

    @Test
    void keys_choose_in_a_choice_box_which_tells_what_the_operator_chose() {
        var told = new ArrayList<String>();
        var box = new ChoiceBox(shell);
        box.setItems("Front", "Rear", "Full");
        box.addListener(SWT.Selection, _ -> told.add(box.getText()));

        box.select(0);
        key(box, SWT.ARROW_UP, '\0');
        key(box, SWT.ARROW_DOWN, '\0');
        key(box, 'f', 'f');
        key(box, SWT.HOME, '\0');
        key(box, 'f', 'f');

        assertThat(told).as("not by program, nor where it ends").containsExactly("Rear", "Full", "Front", "Full");
    }

    @Test
    void a_choice_box_that_is_disabled_or_empty_chooses_nothing() {
        var empty = new ChoiceBox(shell);
        key(empty, SWT.ARROW_DOWN, '\0');
        key(empty, 'f', 'f');
        var disabled = new ChoiceBox(shell);
        disabled.setItems("Front", "Rear");
        disabled.select(7);
        disabled.setEnabled(false);
        key(disabled, SWT.ARROW_DOWN, '\0');

        assertThat(List.of(empty.getSelectionIndex(), disabled.getSelectionIndex())).containsOnly(-1);
        assertThat(disabled.getText()).isEmpty();
    }

    @Test
    void selecting_a_segment_by_program_tells_nobody() {
        var told = new ArrayList<Integer>();
        var sides = new Segmented(shell);
        sides.setItems("Side", List.of("Front", "Rear"));
        sides.onSelect(told::add);

        sides.select(1);

        assertThat(told).isEmpty();
    }

    @Test
    void fewer_segments_than_before_keep_a_valid_selection() {
        var colours = new Segmented(shell);
        colours.setItems("Colour by", List.of("State", "Power", "Age"));
        colours.select(2);

        colours.setItems("Colour by", List.of("State"));

        assertThat(colours.selected()).isZero();
    }

    @Test
    void space_enter_and_a_click_press_a_button() {
        var presses = new ArrayList<String>();
        var button = button(presses);

        key(button, ' ', ' ');
        key(button, SWT.CR, SWT.CR);
        mouse(button, SWT.MouseDown, 5);
        mouse(button, SWT.MouseUp, 5);

        assertThat(presses).hasSize(3);
    }

    @Test
    void a_press_that_leaves_the_button_is_none() {
        var presses = new ArrayList<String>();
        var button = button(presses);

        mouse(button, SWT.MouseDown, 5);
        mouse(button, SWT.MouseUp, 500);

        assertThat(presses).isEmpty();
    }

    @Test
    void a_disabled_button_is_not_pressed() {
        var presses = new ArrayList<String>();
        var button = button(presses);
        button.setEnabled(false);

        button.press();

        assertThat(presses).isEmpty();
    }

    @Test
    void cursor_keys_walk_through_sections() {
        var tabs = new SectionTabs(shell);
        tabs.setItems("Sections", List.of("Overview", "Sensors", "History"));

        key(tabs, SWT.END, '\0');
        key(tabs, SWT.ARROW_LEFT, '\0');

        assertThat(tabs.selected()).isEqualTo(1);
    }

    @Test
    void enter_follows_the_link_of_an_empty_state() {
        var ran = new ArrayList<String>();
        var empty = new EmptyState(shell);
        empty.show(Icon.IMPORT, "No servers yet.", "Import a baseline …", () -> ran.add("import"));

        key(empty, SWT.CR, SWT.CR);

        assertThat(ran).containsExactly("import");
    }

    @Test
    void enter_in_the_search_box_tells_its_text() {
        var told = new ArrayList<String>();
        var search = new SearchBox(shell);
        search.onEnter(told::add);
        search.field().setText("srv-a03");

        key(search.field(), SWT.CR, SWT.CR);

        assertThat(told).containsExactly("srv-a03");
    }

    @Test
    void a_longer_text_needs_a_wider_button() {
        var shorter = new FlatButton(shell);
        shorter.setText("Boot");
        var longer = new FlatButton(shell);
        longer.setText("Boot from the network");

        assertThat(longer.computeSize(SWT.DEFAULT, SWT.DEFAULT).x)
                .isGreaterThan(shorter.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
        assertThat(longer.computeSize(SWT.DEFAULT, SWT.DEFAULT).y)
                .isEqualTo(shorter.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
    }

    @ParameterizedTest
    @MethodSource("widgets")
    void opening_and_closing_leaves_nothing_behind(Function<Composite, Control> widget) {
        int first = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var window = new Shell(display);
            widget.apply(window).setBounds(0, 0, 400, 300);
            window.setSize(400, 300);
            window.open();
            window.update();
            while (display.readAndDispatch()) {
                continue;
            }
            window.dispose();
            if (round == 0) {
                first = display.getDeviceData().objects.length;
            }
        }

        assertThat(display.getDeviceData().objects.length - first).isLessThanOrEqualTo(MOST_LEFT);
    }

    static Stream<Function<Composite, Control>> widgets() {
        return Stream.of(RackCanvas::new, parent -> {
            var chart = new SeriesChart(parent, Runnable::run);
            chart.setPicture(ChartPicture.empty(Instant.EPOCH));
            return chart;
        }, SearchBox::new, parent -> {
            var pill = new Pill(parent);
            pill.show(Mark.STALE, "6 min");
            return pill;
        }, parent -> {
            var grid = new FactGrid(parent);
            grid.show(List.of(Fact.of("Serial", "2102311XDB10K4000123")));
            return grid;
        }, parent -> {
            var tree = new Tree(parent, SWT.NONE);
            ListDress.on(tree);
            return tree;
        }, parent -> {
            var table = new Table(parent, SWT.NONE);
            ListDress.on(table);
            return table;
        });
    }

    private FlatButton button(List<String> presses) {
        var button = new FlatButton(shell);
        button.setText("Identify");
        button.setBounds(0, 0, 90, 28);
        button.onPress(() -> presses.add("pressed"));
        return button;
    }

    private static void key(Control control, int code, char character) {
        var event = new Event();
        event.keyCode = code;
        event.character = character;
        control.notifyListeners(SWT.KeyDown, event);
    }

    private static void mouse(Control control, int type, int x) {
        var event = new Event();
        event.button = 1;
        event.x = x;
        event.y = 10;
        control.notifyListeners(type, event);
    }
}

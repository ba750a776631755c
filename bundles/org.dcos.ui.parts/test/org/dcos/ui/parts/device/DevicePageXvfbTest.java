package org.dcos.ui.parts.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dcos.ui.canvas.control.FactGrid;
import org.dcos.ui.canvas.control.SectionTabs;
import org.dcos.ui.canvas.eventlog.LogTimeline;
import org.dcos.ui.canvas.sensor.SensorBoard;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.TestDesk;
import org.dcos.ui.parts.TestSite;
import org.dcos.ui.parts.device.BmcOrderDialog.Field;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("xvfb")
class DevicePageXvfbTest {

    private static final List<String> SECTIONS = List.of("overview", "sensors", "log", "parts", "bmc",
            "history");

    private static TestDesk open(Locale locale, Theme theme, int width, int height) throws PartInitException {
        var test = new TestDesk(locale, theme, PageAnswers.connection());
        TestSite.open(test, new DevicePart());
        test.open(width, height);
        settle(test);
        test.desk().selection().select(new Selected.OfServer(PageAnswers.SERVER.id()));
        settle(test);
        return test;
    }

    /** The estate is shown a moment after it is loaded. */
    private static void settle(TestDesk test) {
        long end = System.nanoTime() + 400_000_000;
        while (System.nanoTime() < end) {
            if (!test.shell().getDisplay().readAndDispatch()) {
                Thread.onSpinWait();
            }
        }
    }

    private static <T extends Control> List<T> controls(Composite inside, Class<T> type) {
        var found = new ArrayList<T>();
        for (var child : inside.getChildren()) {
            if (type.isInstance(child) && child.isVisible()) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite below) {
                found.addAll(controls(below, type));
            }
        }
        return found;
    }

    private static void section(TestDesk test, String name) {
        var tabs = controls(test.shell(), SectionTabs.class).getFirst();
        while (tabs.selected() != SECTIONS.indexOf(name)) {
            var key = new Event();
            key.keyCode = tabs.selected() < SECTIONS.indexOf(name) ? SWT.ARROW_RIGHT : SWT.ARROW_LEFT;
            tabs.notifyListeners(SWT.KeyDown, key);
        }
        test.settle();
    }

    @ParameterizedTest
    @CsvSource({"en,LIGHT,431,592", "zh,LIGHT,431,592", "en,DARK,431,592", "zh,DARK,431,592", "en,LIGHT,1100,800"})
    void everySectionShowsWhatTheBmcTells(String language, Theme theme, int width, int height)
            throws PartInitException {
        try (var test = open(Locale.forLanguageTag(language), theme, width, height)) {
            section(test, "sensors");
            assertThat(controls(test.shell(), SensorBoard.class)).singleElement()
                    .satisfies(board -> assertThat(board.picture().groups()).hasSize(5));
            test.picture(test.shell(), "page-sensors-%s-%s-%d".formatted(language, theme, width));
            section(test, "log");
            var timeline = controls(test.shell(), LogTimeline.class).getFirst();
            assertThat(timeline.axis().clusters()).isNotEmpty();
            timeline.select("202");
            test.picture(test.shell(), "page-log-%s-%s-%d".formatted(language, theme, width));
            section(test, "parts");
            assertThat(controls(test.shell(), NatTable.class)).hasSize(1);
            test.picture(test.shell(), "page-parts-%s-%s-%d".formatted(language, theme, width));
            section(test, "bmc");
            assertThat(controls(test.shell(), FactGrid.class)).hasSizeGreaterThan(6);
            test.picture(test.shell(), "page-bmc-%s-%s-%d".formatted(language, theme, width));
            section(test, "overview");
            test.picture(test.shell(), "page-overview-%s-%s-%d".formatted(language, theme, width));
        }
    }

    @ParameterizedTest
    @CsvSource({"en,LIGHT", "zh,DARK"})
    void aChangeNeedsAReasonAndNumbersThatAreNumbers(String language, Theme theme) throws PartInitException {
        try (var test = open(Locale.forLanguageTag(language), theme, 600, 500)) {
            var texts = test.desk().texts();
            var dialog = new BmcOrderDialog(test.shell(), texts, texts.get("bmc.network.title", "srv-a03-04"),
                    texts.get("bmc.network.sentence"), texts.get("bmc.network.action"),
                    List.of(Field.choice(texts.get("bmc.network.source"), List.of("static", "DHCP"), 0),
                            Field.text(texts.get("bmc.network.address"), "10.20.3.75"),
                            Field.number(texts.get("bmc.network.vlan"), Optional.of(203),
                                    texts.get("bmc.network.vlan.wrong"))));
            dialog.setBlockOnOpen(false);
            dialog.open();
            test.settle();
            var fields = controls(dialog.getShell(), Text.class);
            var act = controls(dialog.getShell(), Button.class).stream()
                    .filter(button -> button.getText().equals(texts.get("bmc.network.action"))).findFirst()
                    .orElseThrow();
            assertThat(act.isEnabled()).isFalse();
            fields.getLast().setText("moves to another network");
            assertThat(act.isEnabled()).isTrue();
            fields.get(1).setText("two");
            assertThat(act.isEnabled()).isFalse();
            test.picture(dialog.getShell(), "page-order-%s-%s".formatted(language, theme));
            dialog.close();
        }
    }

    @Test
    void anEntryThatIsChosenOnTheTimeLineIsChosenInTheTable() throws PartInitException {
        try (var test = open(Locale.ENGLISH, Theme.LIGHT, 700, 700)) {
            section(test, "log");
            var timeline = controls(test.shell(), LogTimeline.class).getFirst();
            var cluster = timeline.axis().find("202").orElseThrow();
            var press = new Event();
            press.button = 1;
            press.x = cluster.box().centreX();
            press.y = cluster.box().centreY();
            timeline.notifyListeners(SWT.MouseDown, press);
            test.settle();

            assertThat(timeline.selected()).contains(cluster.id());
            test.picture(test.shell(), "page-log-chosen");
            assertThat(controls(test.shell(), NatTable.class)).hasSize(1);
        }
    }
}

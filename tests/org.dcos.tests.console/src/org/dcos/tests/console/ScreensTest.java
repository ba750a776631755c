package org.dcos.tests.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.dcos.client.Connections;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.problem.Problem;
import org.dcos.tests.console.demo.DemoBaseline;
import org.dcos.tests.console.demo.DemoConnection;
import org.dcos.ui.canvas.control.SectionTabs;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.canvas.heat.HeatCanvas;
import org.dcos.ui.canvas.terminal.TerminalCanvas;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.preferences.Preferences;
import org.dcos.ui.parts.shell.Perspectives;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.FrameworkUtil;

/**
 * Opens every screen in the language of this run and draws pictures of them, for the operator's pages. They go where
 * the system property {@code dcos.screens} says, of a window as large as {@code dcos.screens.width} and
 * {@code dcos.screens.height} say.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensTest {

    private static final Path FOLDER = Path.of(System.getProperty("dcos.screens", "target/screens"));
    private static final int WIDTH = Integer.getInteger("dcos.screens.width", 1600);
    private static final int HEIGHT = Integer.getInteger("dcos.screens.height", 970);
    private static final int FEW_COLOURS_BYTES = 8_000;

    private static final Path HOME = Path.of(System.getProperty("user.home"));
    private static final String RIGHT = "purchase-2026-11.xlsx";
    private static final String LIST = "servers-2026-12.csv";
    private static final String WRONG = "purchase-2026-11-draft.xlsx";
    private static final List<String> SECTIONS = List.of("overview", "sensors", "log", "parts", "bmc",
            "history");

    private Connection embedded;
    private final Desk desk = PlatformUI.getWorkbench().getService(Desk.class);

    @BeforeAll
    void take_the_embedded_server_core() throws Exception {
        Screen.until("the embedded server-core is connected", () -> desk.estate().connection().getValue().isPresent());
        var bundles = FrameworkUtil.getBundle(Connections.class).getBundleContext();
        embedded = bundles.getService(bundles.getServiceReference(Connections.class)).embedded(Duration.ofSeconds(60));
        Files.createDirectories(HOME);
        Files.write(HOME.resolve(RIGHT), DemoBaseline.right());
        Files.write(HOME.resolve(WRONG), DemoBaseline.wrong());
        Files.writeString(HOME.resolve(LIST), DemoBaseline.list());
    }

    @AfterAll
    void close_the_embedded_server_core() {
        embedded.close();
    }

    @BeforeEach
    void connect_to_the_demo() throws Problem {
        var demo = DemoConnection.recordedIn(embedded.serverCore(), Instant.now());
        Screen.run(() -> {
            Screen.window().getShell().setBounds(0, 0, WIDTH, HEIGHT);
            desk.connect(demo);
        });
        Screen.until("the estate is loaded", () -> !desk.estate().estate().getValue().empty());
        Screen.run(() -> {
            Perspectives.show(Screen.window(), Perspectives.OPERATE);
            desk.selection().select(new Selected.OfServer(demo.server("srv-a03-04")));
        });
    }

    @AfterEach
    void close_what_is_open() {
        Screen.closeDialogs();
    }

    @ParameterizedTest
    @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void every_screen_can_be_seen(Preferences.Theme theme) throws IOException {
        var look = theme.name().toLowerCase(Locale.ROOT);
        Screen.ui(() -> {
            PlatformUI.getWorkbench().getService(Preferences.class).theme(theme);
            return true;
        });

        device(look);
        shot("operate", look);
        view("floor", look);
        heat(look);
        serial(look);
        view("waves", look);
        finder(look);
        dialog("org.dcos.power.cycle", "power", look);
        orders(look);
        imported(RIGHT, "import", look);
        imported(WRONG, "import-errors", look);
        dialog("org.dcos.discover", "discover", look);
        dialog("org.dcos.connect", "connect", look);
        dialog("org.dcos.preferences", "preferences", look);
        dialog("org.dcos.keys", "keys", look);
        perspective(Perspectives.ALERTS, "alerts", look);
        records(look);
        Screen.run(() -> Perspectives.show(Screen.window(), Perspectives.BRING_UP));
        view("bringup", look);
        dialog("org.dcos.bringup.settings", "bringup-settings", look);
        view("dhcp", look);
        perspective(Perspectives.WELCOME, "welcome", look);
    }

    /** The page of the chosen server, section by section, and back to the sensors. */
    private static void device(String look) {
        for (int section = 0; section < SECTIONS.size(); section++) {
            Screen.section(section);
            Screen.settle();
            var page = Screen.ui(() -> {
                var panel = Screen.controls(SectionTabs.class).getFirst().getParent().getParent();
                var bounds = panel.getBounds();
                var corner = panel.getParent().toDisplay(bounds.x, bounds.y);
                return new Rectangle(corner.x, corner.y, bounds.width, bounds.height);
            });
            Screen.shot(file("device-" + SECTIONS.get(section), look), page);
        }
        Screen.section(SECTIONS.indexOf("sensors"));
    }

    /** The records of a kind, of one of them and of the networks. */
    private void records(String look) throws IOException {
        Screen.run(() -> Perspectives.show(Screen.window(), Perspectives.RECORDS));
        for (var view : List.of("records", "addresses", "relocations", "audit", "impact", "trace")) {
            view(view, look);
        }
        var file = OpenDialog.of("org.dcos.records.import", desk.words("imports.title"));
        file.type(0, HOME.resolve(LIST).toString()).enterKey(0);
        Screen.until("the rows are there", () -> file.rows().size() > 2);
        shot("records-import", look);
        Screen.closeDialogs();
        dialog("org.dcos.types.import", "device-types", look);
    }

    /** An order to the chosen server, and one to the racks of a row. */
    private void orders(String look) throws IOException {
        dialog("org.dcos.waves.order", "waves-order-one", look);
        var place = Screen.ui(() -> desk.selection().selected().getValue());
        var rack = Screen.ui(() -> desk.estate().estate().getValue().racks().values().stream()
                .filter(one -> one.name().equals("A03")).findFirst().orElseThrow());
        Screen.run(() -> desk.selection().select(new Selected.OfRow(rack.room(), rack.row())));
        dialog("org.dcos.waves.order", "waves-order", look);
        Screen.run(() -> desk.selection().select(place));
    }

    /** By inlet temperature, and back to health. */
    private static void heat(String look) throws IOException {
        view("heat", look);
        colours(SWT.ARROW_RIGHT);
        shot("heat-inlet", look);
        colours(SWT.ARROW_LEFT);
    }

    private static void colours(int arrow) {
        Screen.run(() -> Screen.controls(Segmented.class).stream().filter(one -> one.getParent().getParent()
                .getChildren()[1] instanceof HeatCanvas).forEach(one -> {
                    var key = new Event();
                    key.keyCode = arrow;
                    one.notifyListeners(SWT.KeyDown, key);
                    one.notifyListeners(SWT.KeyDown, key);
                }));
    }

    /** The serial console of the chosen server, with the keyboard in it; the shortcuts come back when it is left. */
    private static void serial(String look) throws IOException {
        view("serial", look);
        shot("serial-start", look);
        Screen.command("org.dcos.serial.open");
        Screen.until("the console is open", () -> Screen.controls(TerminalCanvas.class).stream()
                .anyMatch(terminal -> terminal.screen().line(0).text().startsWith("BIOS")));
        shot("serial", look);
    }

    private void finder(String look) throws IOException {
        var finder = OpenDialog.of("org.dcos.find", desk.words("find.title"));
        finder.type(0, "a03-0");
        shot("finder", look);
        Screen.closeDialogs();
    }

    /** A report of a file as the server-core checks it. */
    private void imported(String name, String picture, String look) throws IOException {
        var dialog = OpenDialog.of("org.dcos.baseline.import", desk.words("import.title"));
        dialog.type(0, "~/" + name).enter(0);
        Screen.until("the report is there", () -> !dialog.rows().isEmpty());
        shot(picture, look);
        Screen.closeDialogs();
    }

    private static void view(String name, String look) throws IOException {
        Screen.ui(() -> Screen.window().getActivePage().showView("org.dcos.view." + name));
        Screen.settle();
        shot(name, look);
    }

    private static void perspective(String id, String name, String look) throws IOException {
        Screen.run(() -> Perspectives.show(Screen.window(), id));
        shot(name, look);
    }

    private static void dialog(String command, String name, String look) throws IOException {
        Screen.command(command);
        Screen.until(name + " is open", () -> Screen.dialog().isPresent());
        shot(name, look);
        Screen.closeDialogs();
    }

    private static Path file(String name, String look) {
        return FOLDER.resolve("%s-%s-%s.png".formatted(name, look, Locale.getDefault().getLanguage()));
    }

    private static void shot(String name, String look) throws IOException {
        Screen.settle();
        var file = file(name, look);
        Screen.shot(file);
        assertThat(Files.size(file)).as("bytes of %s, which would be few were it empty", file)
                .isGreaterThan(FEW_COLOURS_BYTES);
    }
}

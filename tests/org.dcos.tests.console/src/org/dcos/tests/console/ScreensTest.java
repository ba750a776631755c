package org.dcos.tests.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

import org.dcos.tests.console.demo.DemoConnection;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.preferences.Preferences;
import org.dcos.ui.parts.shell.Perspectives;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Opens every screen in the language of this run and draws pictures of them, for the operator's pages. They go where
 * the system property {@code dcos.screens} says.
 */
class ScreensTest {

    private static final Path FOLDER = Path.of(System.getProperty("dcos.screens", "target/screens"));
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 970;
    private static final int FEW_COLOURS_BYTES = 8_000;

    private final Desk desk = PlatformUI.getWorkbench().getService(Desk.class);

    @BeforeEach
    void connect_to_the_demo() {
        Screen.until("the embedded server-core is connected", () -> desk.estate().connection().getValue().isPresent());
        var demo = new DemoConnection(Instant.now());
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

        shot("operate", look);
        dialog("org.dcos.find", "finder", look);
        dialog("org.dcos.power.cycle", "power", look);
        dialog("org.dcos.baseline.import", "import", look);
        dialog("org.dcos.discover", "discover", look);
        dialog("org.dcos.connect", "connect", look);
        dialog("org.dcos.preferences", "preferences", look);
        dialog("org.dcos.keys", "keys", look);
        perspective(Perspectives.ALERTS, "alerts", look);
        perspective(Perspectives.WELCOME, "welcome", look);
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

    private static void shot(String name, String look) throws IOException {
        Screen.settle();
        var file = FOLDER.resolve("%s-%s-%s.png".formatted(name, look, Locale.getDefault().getLanguage()));
        Screen.shot(file);
        assertThat(Files.size(file)).as("bytes of %s, which would be few were it empty", file)
                .isGreaterThan(FEW_COLOURS_BYTES);
    }
}

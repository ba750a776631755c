package org.dcos.tests.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.dcos.console.UiWatchdog;
import org.dcos.tests.console.demo.DemoConnection;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.Perspectives;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

/** Nothing keeps the UI thread for long, once every screen was open once. */
class ResponsivenessTest {

    private static final Duration MOST = Duration.ofMillis(100);

    private final Desk desk = PlatformUI.getWorkbench().getService(Desk.class);

    @Test
    void choosing_servers_and_changing_perspectives_never_takes_long() {
        Screen.until("the watchdog watches", () -> PlatformUI.getWorkbench().getService(UiWatchdog.class) != null);
        Screen.until("the embedded server-core is connected", () -> desk.estate().connection().getValue().isPresent());
        var watchdog = PlatformUI.getWorkbench().getService(UiWatchdog.class);
        var demo = new DemoConnection(Instant.now());
        Screen.run(() -> desk.connect(demo));
        Screen.until("the estate is loaded", () -> !desk.estate().estate().getValue().empty());
        walk(demo);
        walk(demo);
        watchdog.clear();

        walk(demo);

        assertThat(watchdog.stalls()).filteredOn(stall -> stall.busy().compareTo(MOST) > 0)
                .as("events that kept the UI thread busy for more than %s", MOST).isEmpty();
    }

    private void walk(DemoConnection demo) {
        for (var rack : new String[] {"a01", "a02", "b01", "c04"}) {
            Screen.run(() -> Perspectives.show(Screen.window(), Perspectives.OPERATE));
            for (int i = 1; i <= 3; i++) {
                var server = demo.server("srv-%s-%02d".formatted(rack, i));
                Screen.run(() -> desk.selection().select(new Selected.OfServer(server)));
                Screen.settle();
            }
            Screen.run(() -> Perspectives.show(Screen.window(), Perspectives.ALERTS));
            Screen.settle();
        }
    }
}

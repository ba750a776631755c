package org.dcos.tests.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.client.Connections;
import org.dcos.console.UiWatchdog;
import org.dcos.domain.Secret;
import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.connection.Connection;
import org.dcos.tests.peers.ServerProcess;
import org.dcos.ui.canvas.control.SearchBox;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.Perspectives;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;

/** Ten thousand servers in the list of a console: scrolled, narrowed and sorted without a stall. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyRecordsTest {

    private static final int SERVERS = 10_000;
    private static final int PER_RACK = 40;
    private static final Duration MOST = Duration.ofMillis(100);

    @TempDir static Path folder;

    private final Desk desk = PlatformUI.getWorkbench().getService(Desk.class);
    private ServerProcess server;
    private Connection connection;

    @BeforeAll
    void record_them() throws Exception {
        server = ServerProcess.start(folder, "127.0.0.1:0");
        var bundles = FrameworkUtil.getBundle(Connections.class).getBundleContext();
        var listens = server.listens().split(":");
        connection = bundles.getService(bundles.getServiceReference(Connections.class)).remote(listens[0],
                Integer.parseInt(listens[1]), Secret.of(server.token()), Optional.of(server.fingerprint()));
        connection.serverCore().records().commit(new ChangeOrder("", "", estate()));
        Screen.until("the console stands", () -> PlatformUI.getWorkbench().getService(UiWatchdog.class) != null);
        Screen.run(() -> {
            desk.connect(connection);
            Perspectives.show(Screen.window(), Perspectives.RECORDS);
        });
        Screen.ui(() -> Screen.window().getActivePage().showView("org.dcos.view.records"));
        Screen.until("all are listed", () -> listed() == SERVERS);
    }

    @AfterAll
    void end() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void they_are_scrolled_narrowed_and_sorted_without_a_stall() {
        walk();
        walk();
        var watchdog = PlatformUI.getWorkbench().getService(UiWatchdog.class);
        watchdog.clear();

        walk();

        assertThat(watchdog.stalls()).filteredOn(stall -> stall.busy().compareTo(MOST) > 0)
                .as("events that kept the UI thread busy for more than %s", MOST).isEmpty();
    }

    private void walk() {
        scroll(50);
        type("srv-0123");
        Screen.until("ten of them are left", () -> listed() == 10);
        type("");
        Screen.until("all are back", () -> listed() == SERVERS);
        sort();
        Screen.until("the first is above", () -> first().contains("srv-00000"));
        sort();
        Screen.until("the last is above", () -> first().contains("srv-09999"));
        sort();
        Screen.until("they are as they were", () -> first().contains("srv-00000"));
    }

    /** Drags the scroll bar down to the end and up again in so many steps each. */
    private static void scroll(int steps) {
        for (int step = 1; step <= 2 * steps; step++) {
            int down = Math.min(step, 2 * steps - step);
            Screen.run(() -> {
                var bar = table().getVerticalBar();
                bar.setSelection((bar.getMaximum() - bar.getThumb()) * down / steps);
                bar.notifyListeners(SWT.Selection, new Event());
            });
        }
    }

    /** Clicks the title of the first column. */
    private static void sort() {
        Screen.run(() -> {
            var click = new Event();
            click.x = 20;
            click.y = 8;
            click.button = 1;
            click.count = 1;
            table().notifyListeners(SWT.MouseDown, click);
            table().notifyListeners(SWT.MouseUp, click);
        });
    }

    private static List<String> first() {
        return Tables.first(table());
    }

    private static void type(String text) {
        Screen.run(() -> {
            var inside = table().getParent();
            var boxes = List.<SearchBox>of();
            while (boxes.isEmpty()) {
                inside = inside.getParent();
                boxes = Tables.below(inside, new ArrayList<Control>()).stream().filter(SearchBox.class::isInstance)
                        .map(SearchBox.class::cast).toList();
            }
            boxes.getFirst().field().setText(text);
        });
    }

    private static NatTable table() {
        return Screen.controls(NatTable.class).stream()
                .max((a, b) -> Integer.compare(a.getSize().x, b.getSize().x)).orElseThrow();
    }

    private static int listed() {
        return Screen.controls(NatTable.class).isEmpty() ? 0 : Tables.count(table());
    }

    private static List<Edit> estate() {
        var edits = new ArrayList<Edit>();
        var idc = new Idc(UUID.randomUUID(), 0, "Shanghai A");
        var room = new Room(UUID.randomUUID(), 0, idc.id(), "Room 201");
        edits.add(new Edit.Put(idc));
        edits.add(new Edit.Put(room));
        Rack rack = null;
        for (int i = 0; i < SERVERS; i++) {
            if (i % PER_RACK == 0) {
                rack = new Rack(UUID.randomUUID(), 0, room.id(), "R%02d".formatted(i / 1000),
                        "R%03d".formatted(i / PER_RACK), 42, OptionalInt.empty());
                edits.add(new Edit.Put(rack));
            }
            edits.add(new Edit.Put(new Server(UUID.randomUUID(), 0, "srv-%05d".formatted(i), "SN%08d".formatted(i),
                    Optional.of("AT-%05d".formatted(i)), "Huawei", "2288H V5", "platform",
                    Optional.of(new Mounting(rack.id(), i % PER_RACK + 1, 1, Face.FRONT)), LifecycleState.PLANNED)));
        }
        return edits;
    }
}

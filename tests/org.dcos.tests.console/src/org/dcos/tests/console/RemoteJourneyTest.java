package org.dcos.tests.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import org.dcos.domain.connection.ConnectionState;
import org.dcos.tests.peers.ServerProcess;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.parts.shell.ConnectionStrip;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** In the VPN: the server-core is another process, reached over TLS and recognised by its certificate. */
class RemoteJourneyTest extends RackJourney {

    private static final int ADDRESS = 0;
    private static final int PASSWORD = 2;

    private ServerProcess server;

    @BeforeAll
    void start_the_server() throws Exception {
        server = ServerProcess.start(folder.resolve("data"), "127.0.0.1:0");
    }

    @AfterAll
    void stop_the_server() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void a_wrong_password_is_told_in_the_dialog_which_stays() throws Exception {
        var connect = OpenDialog.of("org.dcos.connect", desk.words("connect.title"));
        connect.type(ADDRESS, server.listens()).type(PASSWORD, "not the password");
        connect.press(desk.words("connect.do"));

        var fingerprint = OpenDialog.titled(desk.texts().get("fingerprint.title", server.listens()));
        assertThat(fingerprint.digits()).as("to be compared").containsExactly(server.fingerprint());
        fingerprint.press(desk.words("fingerprint.trust"));

        connect.untilItSays(words -> words.contains("password"), "that the password is wrong");
        assertThat(connect.canPress(desk.words("connect.do"))).as("it can be mended").isTrue();
    }

    @Test
    @Order(2)
    void with_the_right_password_the_console_is_connected() throws Exception {
        var connect = OpenDialog.titled(desk.words("connect.title"));
        connect.type(PASSWORD, server.password());
        connect.press(desk.words("connect.do"));
        connect.untilClosed();

        untilConnected();
        assertThat(Screen.ui(this::troubles)).isEmpty();
    }

    @Test
    @Order(100)
    void a_server_core_that_is_killed_is_told_and_the_view_recovers_by_itself() throws Exception {
        choose(3);
        server.kill();

        Screen.until("the drop is told", () -> troubles().stream().anyMatch(words -> words.contains("tried again")));
        assertThat(devices()).as("what was known stays to be seen").hasSize(60);
        untilMarked(3, Mark.STALE);

        server = ServerProcess.start(folder.resolve("data"), server.listens());
        untilConnected();
        Screen.until("nothing is told any more", () -> troubles().isEmpty());
        untilMarked(4, Mark.OK);
    }

    @Test
    @Order(110)
    void another_certificate_is_told_and_refused_until_somebody_trusts_it() throws Exception {
        var before = server.fingerprint();
        server.close();
        delete(folder.resolve("data/tls"));
        server = ServerProcess.start(folder.resolve("data"), server.listens());

        Screen.until("the change is told",
                () -> troubles().stream().anyMatch(words -> words.contains("another certificate")));
        assertThat(Screen.ui(() -> desk.estate().state().getValue())).isInstanceOfSatisfying(
                ConnectionState.Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(ConnectionState.Reason.CERTIFICATE_CHANGED));

        var connect = OpenDialog.of("org.dcos.connect", desk.words("connect.title"));
        connect.type(ADDRESS, server.listens()).type(PASSWORD, server.password());
        connect.press(desk.words("connect.do"));
        var warning = OpenDialog.titled(desk.texts().get("fingerprint.changed", server.listens()));
        assertThat(warning.digits()).containsExactly(before, server.fingerprint());
        warning.press(desk.words("fingerprint.trust"));
        connect.untilClosed();
        untilConnected();
    }

    @Test
    @Order(120)
    void a_wrong_token_is_told_in_the_dialog_and_the_connection_stays() {
        var connect = OpenDialog.of("org.dcos.connect", desk.words("connect.title"));
        connect.press(desk.words("connect.token"));
        Screen.until("the token can be written", () -> connect.fieldCount() == 2);
        connect.type(ADDRESS, server.listens()).type(1, "no such token");
        connect.press(desk.words("connect.do"));

        connect.untilItSays(words -> words.contains("token"), "that the token is wrong");
        assertThat(Screen.ui(() -> desk.estate().state().getValue())).isInstanceOf(ConnectionState.Connected.class);
        connect.press(desk.words("cancel"));
        connect.untilClosed();
    }

    private void untilConnected() {
        Screen.until("it is connected to " + server.listens(),
                () -> desk.estate().state().getValue() instanceof ConnectionState.Connected
                        && desk.estate().connection().getValue().orElseThrow().name().equals(server.listens()));
    }

    /** What the strip under the top bar says. */
    private List<String> troubles() {
        return Screen.controls(ConnectionStrip.class).stream().map(ConnectionStrip::words).toList();
    }

    private static void delete(Path folder) throws Exception {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}

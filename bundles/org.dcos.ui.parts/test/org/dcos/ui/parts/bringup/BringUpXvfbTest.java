package org.dcos.ui.parts.bringup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.Arrival.Cause;
import org.dcos.domain.bringup.Arrival.Step;
import org.dcos.domain.bringup.Arrival.Trouble;
import org.dcos.domain.bringup.BringUpSettings;
import org.dcos.domain.bringup.BringUpSettings.FirstLogin;
import org.dcos.domain.bringup.BringUpSettings.Recognised;
import org.dcos.domain.bringup.Stage;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.model.bringup.Candidate;
import org.dcos.ui.parts.FakeConnection;
import org.dcos.ui.parts.TestDesk;
import org.dcos.ui.parts.TestSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("xvfb")
class BringUpXvfbTest {

    private static final Instant NOW = TestDesk.NOW;
    private static final Room ROOM = new Room(new UUID(2, 1), 1, new UUID(1, 1), "Room 201");

    private static List<Rack> racks() {
        var racks = new ArrayList<Rack>();
        for (int i = 1; i <= 4; i++) {
            racks.add(new Rack(new UUID(3, i), 1, ROOM.id(), "A", "A0" + i, 42, OptionalInt.of(9000)));
        }
        return racks;
    }

    private static List<Server> servers() {
        var servers = new ArrayList<Server>();
        for (int rack = 1; rack <= 4; rack++) {
            for (int i = 0; i < 14; i++) {
                int high = i % 5 == 3 ? 4 : i % 3 == 0 ? 1 : 2;
                servers.add(new Server(new UUID(4, rack * 100L + i), 1, "srv-a0%d-%02d".formatted(rack, i + 1),
                        "2102311XDB10K4%06d".formatted(rack * 100 + i), Optional.empty(), "Huawei", "2288H V5", "",
                        Optional.of(new Mounting(new UUID(3, rack), 1 + i * 2.0, Math.min(2, high), Face.FRONT)),
                        rack == 4 ? LifecycleState.ACTIVE : LifecycleState.PLANNED));
            }
        }
        return servers;
    }

    private static List<Arrival> arrivals() {
        var all = new ArrayList<Arrival>();
        var stages = Stage.values();
        for (int i = 0; i < 30; i++) {
            var server = new UUID(4, (1 + i / 14) * 100L + i % 14);
            all.add(arrival(i, stages[Math.max(0, 3 - i / 8)], Optional.of(server), Optional.empty()));
        }
        all.set(20, arrival(20, Stage.SEEN, Optional.of(new UUID(4, 206)), Optional.of(new Trouble(Cause.DIFFERENT,
                "It has 15 DIMMs, and 16 were bought: DIMM C2 is missing.",
                "Seat DIMM C2 and retry, or accept the difference.", true, Optional.empty()))));
        all.set(25, arrival(25, Stage.SEEN, Optional.of(new UUID(4, 211)), Optional.of(new Trouble(Cause.WRONG_LOGIN,
                "None of 3 first logins opens it.",
                "Add its first login in the settings, or import the maker's list.", false,
                Optional.of(NOW.plusSeconds(45))))));
        all.add(arrival(40, Stage.SEEN, Optional.empty(), Optional.of(new Trouble(Cause.JUNK_SERIAL,
                "It tells the serial number 'To be filled by O.E.M.'.",
                "Compare the label on the chassis and assign it to its server.", true, Optional.empty()))));
        all.add(arrival(41, Stage.SEEN, Optional.empty(), Optional.empty()));
        all.add(arrival(42, Stage.SEEN, Optional.empty(), Optional.of(new Trouble(Cause.STRANGER,
                "No planned server has the serial number 2102311XDB10K4999999.",
                "Record the server, or assign it to one, or dismiss it.", true, Optional.empty()))));
        return all;
    }

    private static Arrival arrival(int number, Stage stage, Optional<UUID> server, Optional<Trouble> trouble) {
        var steps = new ArrayList<Step>();
        for (var kind : Step.Kind.values()) {
            boolean done = kind.ordinal() < 4 * stage.ordinal();
            steps.add(new Step(kind, done, done ? Optional.of(NOW.minusSeconds(900 - 20L * number - kind.ordinal()))
                    : Optional.empty(), done ? "told in 0.4 s" : ""));
        }
        return new Arrival(new UUID(20, number), 1, "3c:ec:ef:00:01:%02x".formatted(number), "10.20.3." + number, 623,
                "MAC of Huawei, vendor class HUAWEI-iBMC", stage, trouble, server, number == 42
                        ? Optional.of(new BmcIdentity("", "5.12", "Huawei", "2288H V5", "2102311XDB10K4999999", "",
                                "", ""))
                        : Optional.empty(),
                steps, NOW.minusSeconds(1200 - 10L * number), NOW.minusSeconds(300 - number));
    }

    @SuppressWarnings("resource") // the desk closes it
    private static FakeConnection connection() {
        return new FakeConnection()
                .answer("idcs", _ -> FakeConnection.page(List.of(new Idc(new UUID(1, 1), 1, "Shanghai A"))))
                .answer("rooms", _ -> FakeConnection.page(List.of(ROOM)))
                .answer("Inventory.racks", _ -> FakeConnection.page(racks()))
                .answer("servers", _ -> FakeConnection.page(servers()))
                .answer("BringUp.arrivals", _ -> FakeConnection.page(arrivals()))
                .answer("BringUp.settings", _ -> settings());
    }

    private static BringUpSettings settings() {
        return new BringUpSettings(true, List.of(new Recognised("Huawei", "3c:ec:ef", "HUAWEI-iBMC*", "", "", ""),
                new Recognised("Supermicro", "0c:c4:7a", "", "", "", "")),
                List.of(
                        new FirstLogin("2288H*", "Administrator", Optional.of(Secret.of("x"))),
                        new FirstLogin("*", "ADMIN", Optional.empty())),
                "dcos", "oob", true, 16, false);
    }

    private static void shown(TestDesk world) throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            world.settle();
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, false", "zh, DARK, false", "zh, LIGHT, true"})
    void theBoardIsDrawnWithItsRacksStoryAndWhatIsToDo(String language, Theme theme, boolean large) throws Exception {
        try (var world = new TestDesk(Locale.of(language), theme, connection())) {
            var part = TestSite.open(world, new BringUpPart());
            world.open(1500, 940);
            part.large(large);
            shown(world);
            part.choose(new UUID(4, 206));
            world.settle();

            assertThat(part.can(Deed.ACCEPT)).isTrue();
            assertThat(part.can(Deed.IDENTIFY)).isTrue();
            world.picture(world.shell(), "bringup-%s-%s%s".formatted(theme, language, large ? "-large" : ""));
        }
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "zh, DARK"})
    void whereNothingIsPlannedItSaysWhatToDoFirst(String language, Theme theme) throws Exception {
        @SuppressWarnings("resource") // the desk closes it
        var fake = new FakeConnection().answer("BringUp.settings", _ -> new BringUpSettings(false, List.of(), List.of(),
                "dcos", "oob", true, 16, false));
        try (var world = new TestDesk(Locale.of(language), theme, fake)) {
            TestSite.open(world, new BringUpPart());
            world.open(1360, 700);
            shown(world);
            world.picture(world.shell(), "bringup-first-%s-%s".formatted(theme, language));

            assertThat(world.desk().estate().estate().getValue().racks()).isEmpty();
        }
    }

    @Test
    void theSettingsShowNoPassword() throws Exception {
        try (var world = new TestDesk(Locale.ENGLISH, Theme.LIGHT, connection())) {
            world.open(600, 400);
            shown(world);
            var dialog = new BringUpSettingsDialog(world.shell(), world.desk(),
                    new org.dcos.ui.model.bringup.BringUpForm(world.desk().estate(), world.desk().modelTexts(),
                            org.dcos.domain.ServerCore::bringUp));
            dialog.setBlockOnOpen(false);
            dialog.open();
            shown(world);
            world.picture(dialog.getShell(), "bringup-settings");
            assertThat(dialog.getShell().isVisible()).isTrue();
            dialog.close();
        }
    }

    @Test
    void theLikeliestServerIsChosenAtOnce() throws Exception {
        try (var world = new TestDesk(Locale.SIMPLIFIED_CHINESE, Theme.LIGHT, connection())) {
            world.open(600, 400);
            var dialog = new AssignDialog(world.shell(), world.desk().texts(), "3c:ec:ef:00:01:28", List.of(
                    new Candidate(new UUID(4, 1), "srv-a03-01", "2102311XDB10K4000301", "2288H V5", "A03 U1", true),
                    new Candidate(new UUID(4, 2), "srv-a01-02", "2102311XDB10K4000102", "2288H V5", "A01 U3",
                            false)));
            dialog.setBlockOnOpen(false);
            dialog.open();
            shown(world);
            world.picture(dialog.getShell(), "bringup-assign");
            assertThat(dialog.getShell().isVisible()).isTrue();
            dialog.close();
        }
    }
}

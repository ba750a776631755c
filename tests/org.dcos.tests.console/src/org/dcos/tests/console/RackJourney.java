package org.dcos.tests.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.Condition;
import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.domain.problem.Problem;
import org.dcos.tests.peers.Baseline;
import org.dcos.tests.peers.IpmiSim;
import org.dcos.tests.peers.IpmiSims;
import org.dcos.tests.peers.SimFiles;
import org.dcos.tests.peers.Wait;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.RackCanvas;
import org.dcos.ui.canvas.rack.RackPicture;
import org.dcos.ui.canvas.sensor.SensorBoard;
import org.dcos.ui.canvas.sensor.SensorPicture;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.Perspectives;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job once through, at the console: from a baseline file to racks that tell the truth about the BMCs of real
 * {@code ipmi_sim} processes, with {@code ipmitool} as the judge. Where the server-core is, the subclass says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Steps.class)
abstract class RackJourney {

    private static final int BMCS = 20;
    private static final int RACKS = 3;
    private static final Duration POWER_EVERY = Duration.ofSeconds(3);
    /** Sections of the device page. */
    private static final int SENSORS = 1;
    private static final int HISTORY = 5;
    private static final Duration SENSORS_EVERY = Duration.ofSeconds(3);
    private static final Duration SILENT_FOR = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;

    final Desk desk = PlatformUI.getWorkbench().getService(Desk.class);
    Path folder;
    private IpmiSims sims;

    @BeforeAll
    void start_the_bmcs(@TempDir Path shared) throws IOException {
        folder = shared;
        sims = IpmiSims.start(folder.resolve("sims"), BMCS);
        Screen.run(() -> {
            Screen.window().getShell().setBounds(0, 0, WIDTH, HEIGHT);
            Perspectives.show(Screen.window(), Perspectives.OPERATE);
        });
    }

    @AfterAll
    void stop_the_bmcs() {
        Screen.closeDialogs();
        if (sims != null) {
            sims.close();
        }
    }

    @Test
    @Order(10)
    void a_baseline_file_becomes_racks_in_the_import_dialog() throws Exception {
        var file = Files.write(folder.resolve("baseline.xlsx"), Baseline.xlsx());

        var dialog = OpenDialog.of("org.dcos.baseline.import", desk.words("import.title"));
        assertThat(dialog.canPress(desk.words("import.take"))).as("nothing to take yet").isFalse();
        dialog.type(0, file.toString()).enter(0);
        Screen.until("the report has a line for each server", () -> dialog.rows().size() >= Baseline.SERVERS);
        assertThat(dialog.rows()).filteredOn(row -> row.get(2).equals(Baseline.serial(7)))
                .containsExactly(List.of(desk.texts().get("effect.CREATED"), Baseline.name(7), Baseline.serial(7),
                        "Shanghai A / Room 201 / A01 U15"));
        dialog.press(desk.words("import.take"));
        dialog.untilClosed();

        Screen.until("the racks stand in the picture", () -> drawn().racks().size() == RACKS);
        assertThat(devices()).hasSize(Baseline.SERVERS);
    }

    @Test
    @Order(20)
    void a_sweep_ordered_in_the_discover_dialog_matches_every_bmc() throws Exception {
        hurry();

        var dialog = OpenDialog.of("org.dcos.discover", desk.words("discover.title"));
        dialog.type(0, sims.range()).type(1, IpmiSim.USER).type(2, IpmiSim.PASSWORD).type(3, "" + sims.port());
        dialog.press(desk.words("discover.start"));
        dialog.untilClosed();

        Screen.until("every BMC has told its power state",
                () -> estate().statuses().values().stream().filter(status -> status.powerAsOf().isPresent())
                        .count() == BMCS);
        assertThat(Screen.ui(Screen::dialog)).as("no trouble was told").isEmpty();
    }

    @Test
    @Order(30)
    void the_racks_show_each_power_state_as_ipmitool_tells_it() throws Exception {
        var told = sims.powers();
        assertThat(told).hasSize(BMCS).contains(true, false);
        for (int i = 0; i < BMCS; i++) {
            untilMarked(i, told.get(i) ? Mark.OK : Mark.OFF);
        }
        assertThat(devices().values()).filteredOn(device -> device.mark() == Mark.NONE)
                .as("servers whose BMC nobody knows").hasSize(Baseline.SERVERS - BMCS);
    }

    @Test
    @Order(40)
    void a_power_cycle_ordered_with_a_reason_reaches_the_chassis() throws Exception {
        choose(1);
        var cycle = desk.modelTexts().get("action.CYCLE");

        var dialog = OpenDialog.of("org.dcos.power.cycle", desk.modelTexts().get("confirm.title.one", cycle,
                Baseline.name(1)));
        assertThat(dialog.canPress(cycle)).as("without a reason").isFalse();
        dialog.type(0, "kernel hangs");
        dialog.press(cycle);
        dialog.untilClosed();

        assertThat(Wait.until("ipmitool sees it on again", SOON, sims.get(1)::power,
                on -> on && orders(1).containsAll(List.of("power 0", "power 1")))).isTrue();
        untilMarked(1, Mark.OK);
        Screen.section(HISTORY);
        Screen.until("the history has the reason", () -> table("history.at").stream()
                .anyMatch(row -> row.getLast().equals("kernel hangs")));
        Screen.section(SENSORS);
    }

    @Test
    @Order(50)
    void power_off_is_seen_by_ipmitool_and_power_on_by_ipmitool_on_the_rack() throws Exception {
        choose(2);
        var off = desk.modelTexts().get("action.OFF");

        var dialog = OpenDialog.of("org.dcos.power.off",
                desk.modelTexts().get("confirm.title.one", off, Baseline.name(2)));
        dialog.type(0, "moves to another rack");
        dialog.press(off);
        untilMarked(2, Mark.OFF);
        assertThat(sims.get(2).power()).as("what ipmitool sees").isFalse();

        sims.get(2).ipmitool("chassis", "power", "on");
        untilMarked(2, Mark.OK);
    }

    @Test
    @Order(60)
    void the_sensors_have_the_values_of_ipmitool() throws Exception {
        choose(4);
        var judge = sims.get(4).sdr();
        assertThat(judge).hasSize(8);

        Screen.until("all sensors are listed", () -> sensors().size() == judge.size());

        var shown = Screen.ui(this::sensors).stream()
                .collect(Collectors.toMap(SensorPicture.Row::name, row -> number(row.value())));
        assertThat(shown).as("what the console shows beside what ipmitool sdr prints")
                .allSatisfy((sensor, value) -> assertThat(value).isEqualTo(judge.get(sensor)));
    }

    @Test
    @Order(70)
    void a_value_over_its_threshold_raises_an_alert_and_clears_it_when_it_returns() throws Exception {
        sims.get(5).sensor(SimFiles.INLET, 47);

        Screen.until("the alert list has server 5", () -> alerts(5).size() == 1);
        assertThat(Screen.ui(() -> alerts(5)).getFirst()).element(2).asString().contains("Inlet Temp", "47");
        untilMarked(5, Mark.CRITICAL);

        sims.get(5).sensor(SimFiles.INLET, 24);
        Screen.until("the alert has gone", () -> alerts(5).isEmpty());
        untilMarked(5, Mark.OK);
    }

    @Test
    @Order(80)
    void a_bmc_that_dies_turns_stale_then_unreachable_and_resolves_when_it_is_back() throws Exception {
        untilMarked(7, Mark.OK);
        sims.get(7).kill();

        untilMarked(7, Mark.STALE);
        assertThat(devices().get(Baseline.name(7))).as("its last value is kept, with its age")
                .matches(device -> device.muted() && !device.ageText().isEmpty());
        Screen.until("the alert list has server 7", () -> alerts(7).size() == 1);

        sims.get(7).start();
        untilMarked(7, Mark.OK);
        Screen.until("the alert has gone", () -> alerts(7).isEmpty());
    }

    /** Asks often, and counts a BMC as silent soon: an operator has more time than a test. */
    private void hurry() throws Problem {
        var core = desk.core();
        core.collection().save(new CollectionSettings(POWER_EVERY, SENSORS_EVERY, 256, Duration.ofDays(7)));
        for (var rule : core.alerts().rules()) {
            if (rule.condition() instanceof Condition.BmcUnreachable) {
                core.alerts().save(new AlertRule(rule.id(), rule.version(), rule.name(), rule.enabled(),
                        rule.severity(), rule.condition(), SILENT_FOR));
            }
        }
    }

    final Estate estate() {
        return desk.estate().estate().getValue();
    }

    final void untilMarked(int number, Mark mark) {
        Screen.until("%s is drawn as %s".formatted(Baseline.name(number), mark),
                () -> Optional.ofNullable(devicesNow().get(Baseline.name(number)))
                        .filter(device -> device.mark() == mark).isPresent());
    }

    /** Chooses the server as a click on it does. */
    final void choose(int number) {
        Screen.run(() -> desk.selection().select(new Selected.OfServer(id(number))));
        Screen.until("its page is shown", () -> desk.selection().server().filter(id(number)::equals).isPresent());
    }

    private UUID id(int number) {
        return estate().servers().values().stream().filter(server -> server.serial().equals(Baseline.serial(number)))
                .findFirst().orElseThrow().id();
    }

    /** What the racks are drawn from. */
    private RackPicture drawn() {
        return Screen.controls(RackCanvas.class).stream().findFirst().map(RackCanvas::picture)
                .orElse(RackPicture.EMPTY);
    }

    final Map<String, RackPicture.Device> devices() {
        return Screen.ui(this::devicesNow);
    }

    private Map<String, RackPicture.Device> devicesNow() {
        return drawn().racks().stream().flatMap(rack -> rack.devices().stream())
                .collect(Collectors.toMap(RackPicture.Device::label, device -> device));
    }

    private List<SensorPicture.Row> sensors() {
        return Screen.controls(SensorBoard.class).stream().flatMap(board -> board.picture().groups().stream())
                .flatMap(group -> group.rows().stream()).toList();
    }

    private List<List<String>> table(String firstTitle) {
        return Tables.rows(Screen.window().getShell(), desk.words(firstTitle));
    }

    private List<List<String>> alerts(int number) {
        return table("alerts.since").stream().filter(row -> row.get(3).contains(Baseline.name(number))).toList();
    }

    private List<String> orders(int number) {
        try {
            return sims.get(number).orders();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** {@code 5,400 rpm} is 5400. */
    private static double number(String shown) {
        return Double.parseDouble(shown.split(" ")[0].replace(",", ""));
    }
}

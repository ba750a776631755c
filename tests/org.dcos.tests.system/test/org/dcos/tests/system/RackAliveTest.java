package org.dcos.tests.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.dcos.tests.peers.Baseline;
import org.dcos.tests.peers.IpmiSim;
import org.dcos.tests.peers.IpmiSims;
import org.dcos.tests.peers.ServerProcess;
import org.dcos.tests.peers.SimFiles;
import org.dcos.tests.peers.Wait;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main job once through: baseline, discovery, true states, a power cycle, sensors, an alert, a BMC that dies. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RackAliveTest {

    private static final int BMCS = 20;
    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir private static Path folder;
    private static IpmiSims sims;
    private static ServerProcess server;
    private static Api api;

    @BeforeAll
    static void start() throws Exception {
        sims = IpmiSims.start(folder.resolve("sims"), BMCS);
        server = ServerProcess.start(folder.resolve("data"), "127.0.0.1:0");
        api = Api.of(server);
        api.put("/collection-settings",
                Map.of("powerInterval", "PT1S", "sensorInterval", "PT2S", "maxConversations", 256,
                        "retention", "P7D"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (api != null) {
            api.close();
        }
        if (server != null) {
            server.close();
        }
        if (sims != null) {
            sims.close();
        }
    }

    @Test
    @Order(1)
    void a_baseline_is_taken_once_and_a_second_time_changes_nothing() throws Exception {
        var report = api.upload("/baselines?name=baseline.xlsx", Baseline.xlsx());
        assertThat(report.get("errors").size()).isZero();
        assertThat(report.get("created").get("servers").asInt()).isEqualTo(Baseline.SERVERS);
        assertThat(report.get("created").get("racks").asInt()).isEqualTo(3);

        var again = api.upload("/baselines?name=baseline.xlsx", Baseline.xlsx());
        assertThat(again.get("unchanged").get("servers").asInt()).isEqualTo(Baseline.SERVERS);
        assertThat(again.get("created").get("servers").asInt()).isZero();
    }

    @Test
    @Order(2)
    void a_sweep_finds_the_bmcs_and_matches_them_by_serial_number() throws Exception {
        var operation = api.post("/discoveries",
                Map.of("ranges", List.of(sims.range()), "port", sims.port(), "logins",
                        List.of(Map.of("user", IpmiSim.USER, "password", IpmiSim.PASSWORD)), "known", List.of()),
                202);

        var ended = api.ended(operation, SOON);

        assertThat(each(ended.get("results")).stream().map(result -> result.get("outcome").asString())).hasSize(BMCS)
                .containsOnly("matched");
        assertThat(server(0).get("state").asString()).isEqualTo("DISCOVERED");
    }

    @Test
    @Order(3)
    void each_server_shows_the_true_power_state() throws Exception {
        for (int i = 0; i < BMCS; i++) {
            awaitPower(i, sims.get(i).on() ? "ON" : "OFF");
        }
        assertThat(each(api.get("/statuses?reachability=NO_BMC").get("items"))).hasSize(Baseline.SERVERS - BMCS);
    }

    @Test
    @Order(4)
    void a_power_cycle_is_seen_by_ipmitool() throws Exception {
        var sim = sims.get(1);

        var operation = api.post("/power-orders",
                Map.of("servers", List.of(id(1)), "action", "CYCLE", "reason", "kernel hangs"), 202);
        var ended = api.ended(operation, SOON);

        assertThat(ended.get("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(sim.orders()).isNotEmpty();
        assertThat(String.join("\n", sim.ipmitool("chassis", "power", "status"))).contains("is on");
        assertThat(each(api.get("/audit-entries?subject=" + id(1)).get("items"))).anySatisfy(entry -> {
            assertThat(entry.get("action").asString()).isEqualTo("power.cycle");
            assertThat(entry.get("why").asString()).isEqualTo("kernel hangs");
        });
    }

    @Test
    @Order(5)
    void power_off_and_on_arrive_on_the_screen_and_at_the_bmc() throws Exception {
        api.ended(
                api.post("/power-orders",
                        Map.of("servers", List.of(id(2)), "action", "OFF", "reason", "moves to another rack"), 202),
                SOON);
        assertThat(sims.get(2).on()).isFalse();
        awaitPower(2, "OFF");

        sims.get(2).ipmitool("chassis", "power", "on");
        awaitPower(2, "ON");
    }

    @Test
    @Order(6)
    void sensor_values_equal_those_of_ipmitool() throws Exception {
        var sensors = Wait.until("sensors of server 4", SOON,
                () -> each(api.get("/servers/" + id(4) + "/sensors").get("items")),
                found -> found.size() == 8);
        var judge = sims.get(4).sdr();

        assertThat(judge).hasSize(8);
        for (var sensor : sensors) {
            assertThat(sensor.get("value").asDouble()).as(sensor.get("name").asString())
                    .isCloseTo(judge.get(sensor.get("name").asString()), within(0.006));
        }
    }

    @Test
    @Order(7)
    void a_value_over_its_threshold_raises_an_alert_and_clears_it_when_it_returns() throws Exception {
        sims.get(5).sensor(SimFiles.INLET, 47);
        var alert = Wait.until("an alert of server 5", SOON, () -> alerts(5, true), found -> !found.isEmpty())
                .getFirst();
        assertThat(alert.get("severity").asString()).isEqualTo("CRITICAL");
        assertThat(alert.get("what").asString()).contains("Inlet Temp").contains("47");

        var acknowledged = api.post("/alerts/" + alert.get("id").asString() + "/acknowledgement",
                Map.of("note", "fan tray ordered"), 200);
        assertThat(acknowledged.get("state").asString()).isEqualTo("ACKNOWLEDGED");

        sims.get(5).sensor(SimFiles.INLET, 24);
        Wait.until("no open alert of server 5", SOON, () -> alerts(5, true), List::isEmpty);
        assertThat(alerts(5, false)).isNotEmpty();
    }

    @Test
    @Order(8)
    void the_sensor_is_kept_as_a_series() throws Exception {
        var now = java.time.Instant.now();
        var ranges = api.post("/series/query",
                Map.of("metric", "ipmi_sensor", "labels", Map.of("server", id(5), "sensor", "Inlet Temp"),
                        "from", now.minusSeconds(600).toString(), "to", now.plusSeconds(5).toString(), "step", "PT0S"),
                200);

        assertThat(ranges.size()).isEqualTo(1);
        assertThat(each(ranges.get(0).get("points")).stream().mapToDouble(point -> point.get("max").asDouble()).max()
                .orElse(0))
                        .isEqualTo(47);
    }

    @Test
    @Order(9)
    void the_event_log_equals_that_of_ipmitool_and_is_cleared_when_all_of_it_is_kept() throws Exception {
        var sim = sims.get(5); // whose inlet was too warm, while the BMC's clock was not set
        sim.ipmitool("sel", "time", "set", "now");
        sim.sensor(SimFiles.INLET, 47);
        sim.sensor(SimFiles.INLET, 24);
        var bmc = api.get("/bmcs?server=" + id(5)).get("items").get(0).get("id").asString();
        var judge = sim.ipmitool("sel", "list");

        assertThat(api.ended(api.post("/bmcs/" + bmc + "/event-log/readings", Map.of(), 202), SOON).get("state")
                .asString()).isEqualTo("SUCCEEDED");
        var entries = each(api.get("/event-log-entries?bmc=" + bmc).get("items")).stream()
                .sorted(Comparator.comparingInt(entry -> entry.get("record").asInt())).toList();

        assertThat(judge).hasSizeGreaterThanOrEqualTo(2);
        assertThat(judge.getLast()).doesNotContain("Pre-Init");
        assertThat(entries).hasSameSizeAs(judge);
        for (int i = 0; i < judge.size(); i++) {
            var cells = List.of(judge.get(i).split("\\s*\\|\\s*"));
            assertThat(entries.get(i).has("at")).isEqualTo(!cells.get(1).equals("Pre-Init"));
            if (entries.get(i).has("at")) {
                var at = java.time.Instant.parse(entries.get(i).get("at").asString()).atOffset(ZoneOffset.UTC);
                assertThat(cells.get(2)).startsWith(DateTimeFormatter.ISO_LOCAL_TIME.format(at.toLocalTime()));
            }
            assertThat(entries.get(i).get("text").asString()).startsWithIgnoringCase(cells.get(4));
            assertThat(entries.get(i).get("server").asString()).isEqualTo(id(5));
        }

        api.ended(api.post("/bmcs/" + bmc + "/event-log/clearings", Map.of("reason", "the fan is mended"), 202), SOON);
        assertThat(sim.ipmitool("sel", "info")).anyMatch(line -> line.matches("Entries +: 0"));
        assertThat(api.get("/event-log-entries?server=" + id(5)).get("total").asInt()).isEqualTo(judge.size());
        assertThat(api.get("/bmcs/" + bmc + "/event-log").get("onBmc").asInt()).isZero();
        assertThat(each(api.get("/audit-entries?subject=" + id(5)).get("items"))).anySatisfy(
                entry -> assertThat(entry.get("why").asString()).isEqualTo("the fan is mended"));
    }

    @Test
    @Order(10)
    void a_bmc_that_dies_turns_stale_then_unreachable_and_resolves_when_it_is_back() throws Exception {
        var sim = sims.get(7);
        awaitPower(7, sim.on() ? "ON" : "OFF");
        sim.kill();
        var stale = Wait.until("server 7 is stale", SOON, () -> status(7), status -> java.time.Instant
                .parse(status.get("freshUntil").asString()).isBefore(java.time.Instant.now()));
        assertThat(stale.get("power").asString()).as("the last value is kept, not replaced")
                .isEqualTo(sim.on() ? "ON" : "OFF");
        var alert = Wait.until("an unreachable alert", Duration.ofSeconds(120), () -> alerts(7, true),
                found -> !found.isEmpty()).getFirst();
        assertThat(alert.get("subject").asString()).isEmpty();

        sim.start();
        Wait.until("no open alert of server 7", Duration.ofSeconds(90), () -> alerts(7, true), List::isEmpty);
        assertThat(status(7).get("reachability").asString()).isEqualTo("REACHABLE");
    }

    private static void awaitPower(int number, String power) throws Exception {
        Wait.until("power of server %d is %s".formatted(number, power), SOON, () -> status(number),
                status -> status.get("power").asString().equals(power));
    }

    private static List<JsonNode> alerts(int number, boolean open) throws Exception {
        return each(api.get("/alerts?server=%s&open=%s".formatted(id(number), open)).get("items"));
    }

    private static JsonNode status(int number) throws Exception {
        return api.get("/servers/" + id(number) + "/status");
    }

    private static JsonNode server(int number) throws Exception {
        return api.get("/servers?text=" + Baseline.serial(number)).get("items").get(0);
    }

    private static String id(int number) throws Exception {
        return server(number).get("id").asString();
    }

    private static List<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}

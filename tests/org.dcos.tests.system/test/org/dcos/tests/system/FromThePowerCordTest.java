package org.dcos.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.dcos.tests.peers.CordBmc;
import org.dcos.tests.peers.CordBmc.Lan;
import org.dcos.tests.peers.CordBmc.Login;
import org.dcos.tests.peers.CordBmc.Make;
import org.dcos.tests.peers.NetworkSpace;
import org.dcos.tests.peers.Wait;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From the power cord into the pool with no hand on anything: BMCs that ask for an address, one of them by a relay, and
 * those among them that do not fit, each of which waits with the right sentence.
 */
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromThePowerCordTest {

    private static final int GOOD = 20;
    /** The one behind the router. */
    private static final int FAR = 18;
    /** Those with a virtual machine behind them. */
    private static final List<Integer> MACHINES = List.of(0, FAR);
    /** The one with a factory password of its own, which the maker's list tells. */
    private static final int LISTED = 19;
    private static final int TWIN = 20;
    private static final int OTHER_TWIN = 21;
    private static final int JUNK = 22;
    private static final int STRANGER = 23;
    private static final int CHANGED_PASSWORD = 24;
    private static final int MISSING_DIMM = 25;
    private static final int STAYS = 26;
    private static final int VANISHES = 27;
    private static final int ALL = 28;
    private static final int DIMMS = 4;

    private static final Login FACTORY = new Login("admin", "Passw0rd");
    private static final Login OWN_FACTORY = new Login("admin", "Xk4-2210-aQ");
    private static final Duration SOON = Duration.ofSeconds(150);
    /** A busy machine takes minutes for all of them; an idle one, much less than one. */
    private static final Duration ALL_IN_THE_POOL = Duration.ofSeconds(220);
    private static final Duration AFTER_PATIENCE = Duration.ofSeconds(120);

    @TempDir private static Path folder;
    private static OobSite site;
    private static Api api;
    private static final List<CordBmc> BMCS = new ArrayList<>();
    private static final Map<Integer, String> SERVERS = new HashMap<>();

    @BeforeAll
    static void rackThem() throws Exception {
        if (!NetworkSpace.possible()) {
            var cure = "Network namespaces are made by root only: run this test as root.";
            assertThat(System.getenv("CI")).as(cure).isNull();
            Assumptions.abort(cure);
        }
        site = OobSite.build(folder);
        for (int i = 0; i < ALL; i++) {
            BMCS.add(site.rack(make(i), i == FAR));
        }
        api = site.start();
        record();
        serve();
    }

    @AfterAll
    static void takeThemAway() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    private static Make make(int number) {
        var login = number == LISTED ? OWN_FACTORY
                : number == CHANGED_PASSWORD ? new Login("admin", "changed-by-me") : FACTORY;
        var lan = number == STAYS ? Lan.STAYS : number == VANISHES ? Lan.VANISHES : Lan.MOVES;
        var name = number == LISTED ? "bmc-" + serial(number) : number % 3 == 0 ? "ilo" + serial(number) : "";
        return new Make(number, told(number), name, number % 3 == 1 ? "iDRAC" : "", login,
                number == MISSING_DIMM ? DIMMS - 1 : DIMMS, lan, MACHINES.contains(number));
    }

    private static String serial(int number) {
        return "21023577%04d".formatted(number);
    }

    private static String told(int number) {
        return number == JUNK ? "0000000000" : number == OTHER_TWIN ? serial(TWIN) : serial(number);
    }

    /** What was bought and where it goes; neither the stranger nor the second of the twins was. */
    private static void record() throws Exception {
        var idc = id(api.post("/idcs", Map.of("name", "Shanghai A"), 201));
        var room = id(api.post("/rooms", Map.of("idc", idc, "name", "201", "building", ""), 201));
        var farRoom = id(api.post("/rooms", Map.of("idc", idc, "name", "202", "building", ""), 201));
        var rack = rack(room, "A01");
        var farRack = rack(farRoom, "B01");
        for (int i = 0; i < ALL; i++) {
            if (i != STRANGER && i != OTHER_TWIN) {
                SERVERS.put(i, id(api.post("/servers", Map.of("name", "srv-%02d".formatted(i), "serial", serial(i),
                        "manufacturer", "DCLab", "model", "LabServer R1", "owner", "li.wei", "state", "PLANNED",
                        "mounting", Map.of("rack", i == FAR ? farRack : rack, "lowestUnit", 1 + i, "heightUnits", 1,
                                "face", "FRONT", "fullDepth", true),
                        "labels", Map.of("parts.dimm", Integer.toString(DIMMS), "parts.psu", "2")), 201)));
            }
        }
        network(room, OobSite.NETWORK, OobSite.GATEWAY, "10.88.3.0", "10.88.3.199");
        network(farRoom, OobSite.FAR_NETWORK, OobSite.FAR_GATEWAY, "10.88.8.200", "10.88.8.219");
    }

    private static String rack(String room, String name) throws Exception {
        return id(api.post("/racks",
                Map.of("room", room, "row", name.substring(0, 1), "name", name, "heightUnits", 42, "descending", false),
                201));
    }

    private static final List<String> PREFIXES = new ArrayList<>();

    private static void network(String room, String cidr, String gateway, String first, String last)
            throws Exception {
        PREFIXES.add(id(api.post("/prefixes", Map.of("type", "prefix", "cidr", cidr, "state", "ACTIVE", "purpose",
                "oob", "room", room, "gateway", gateway, "description", ""), 201)));
        api.post("/ip-ranges",
                Map.of("type", "ip-range", "first", first, "last", last, "use", "DHCP", "description", ""),
                201);
    }

    private static void serve() throws Exception {
        api.upload("/bring-up/first-logins?name=list.csv",
                "serial number,user,password\n%s,%s,%s\n".formatted(serial(LISTED), OWN_FACTORY.user(),
                        OWN_FACTORY.password()).getBytes(StandardCharsets.UTF_8));
        var bringUp = (ObjectNode) api.get("/bring-up/settings");
        bringUp.put("running", true);
        bringUp.put("leaveOpen", true); // ipmi_sim lets cipher suite 0 in, whatever is set for it
        bringUp.putArray("logins").addObject().put("model", "*").put("user", FACTORY.user()).put("password",
                FACTORY.password());
        var saved = api.put("/bring-up/settings", bringUp);
        assertThat(saved.toString()).doesNotContain(FACTORY.password());
        var dhcp = (ObjectNode) api.get("/dhcp/settings");
        dhcp.put("serving", true);
        dhcp.putArray("interfaces").add(OobSite.SWITCH);
        var networks = dhcp.putArray("networks");
        for (int i = 0; i < PREFIXES.size(); i++) {
            var network = networks.addObject().put("prefix", PREFIXES.get(i)).put("domain", "").put("authoritative",
                    true);
            if (i == 0) {
                network.put("attachedTo", OobSite.SWITCH);
            }
            List.of("relays", "nameServers", "timeServers").forEach(network::putArray);
        }
        api.put("/dhcp/settings", dhcp);
        Wait.until("DHCP serves", SOON, () -> api.get("/dhcp/status"), status -> status.toString().contains(
                OobSite.SWITCH));
    }

    @Test
    @Order(1)
    void all_that_are_as_they_should_be_come_into_the_pool_by_themselves() throws Exception {
        for (var bmc : BMCS) {
            bmc.plugIn();
        }
        var arrivals = Wait.until("%d machines in the pool, and one of the twins".formatted(GOOD), ALL_IN_THE_POOL,
                FromThePowerCordTest::arrivals, now -> available(now) == GOOD + 1);

        var first = arrivals.values().stream().map(one -> time(one, "seen")).min(Instant::compareTo).orElseThrow();
        var last = range(GOOD).stream().map(i -> time(arrivals.get(i), "changed")).max(Instant::compareTo)
                .orElseThrow();
        System.out.printf("from the first DISCOVER to the %dth AVAILABLE: %d ms%n", GOOD,
                Duration.between(first, last).toMillis());
        for (int i : range(GOOD)) {
            assertThat(arrivals.get(i).get("stage").asString()).as("BMC %d", i).isEqualTo("AVAILABLE");
            assertThat(server(i).get("state").asString()).as("server %d", i).isEqualTo("AVAILABLE");
        }
        assertThat(evidence(arrivals.get(0), "COMPARE")).contains("4 DIMM", "2 PSU");
        assertThat(arrivals.get(1).get("found").asString()).contains("Dell iDRAC", "vendor class");
        assertThat(arrivals.get(0).get("found").asString()).contains("HPE iLO", "host name");
        assertThat(arrivals.get(2).get("found").asString()).contains("answers IPMI");
    }

    @Test
    @Order(2)
    void each_has_its_own_static_address_which_is_its_own_in_the_records() throws Exception {
        var arrivals = arrivals();
        var addresses = range(GOOD).stream().map(i -> arrivals.get(i).get("address").asString()).toList();
        assertThat(addresses).doesNotHaveDuplicates();
        for (int i : range(GOOD)) {
            var address = addresses.get(i);
            assertThat(address).as("BMC %d", i).startsWith(i == FAR ? "10.88.8." : "10.88.0.");
            assertThat(BMCS.get(i).addresses()).as("BMC %d", i).containsExactly(address + (i == FAR ? "/24" : "/22"));
            var recorded = items(api.get("/records/ip-addresses?field=address:" + address));
            assertThat(recorded).as(address).hasSize(1);
            assertThat(holder(recorded.getFirst())).as(address).isEqualTo(SERVERS.get(i));
            assertThat(items(api.get("/bmcs?server=" + SERVERS.get(i)))).singleElement()
                    .satisfies(bmc -> assertThat(bmc.get("address").asString()).isEqualTo(address));
        }
    }

    @Test
    @Order(3)
    void each_opens_with_its_new_password_alone() throws Exception {
        var arrivals = arrivals();
        var passwords = new ArrayList<String>();
        for (int i : range(GOOD)) {
            passwords.add(BMCS.get(i).password());
        }
        assertThat(passwords).doesNotHaveDuplicates().doesNotContain(FACTORY.password(), OWN_FACTORY.password());
        try (var askers = Executors.newFixedThreadPool(4)) {
            var asked = range(GOOD).stream().map(i -> askers.submit(() -> {
                var address = arrivals.get(i).get("address").asString();
                var user = BMCS.get(i).make().login().user();
                assertThat(site.opens(address, user, passwords.get(i))).as("BMC %d, its own", i).isTrue();
                assertThat(site.opens(address, user, BMCS.get(i).make().login().password()))
                        .as("BMC %d, the factory's", i).isFalse();
                assertThat(site.opens(address, "", "test")).as("BMC %d, nobody's", i).isFalse();
                return i;
            })).toList();
            for (var one : asked) {
                one.get();
            }
        }
        var open = Wait.until("their open doors are told", SOON, () -> api.get("/bmc-details?open=CIPHER_SUITE_0"),
                page -> page.get("total").asInt() >= GOOD);
        assertThat(open.toString()).contains("\"serverName\":\"srv-00\"").doesNotContain("ANONYMOUS");
        assertThat(evidence(arrivals.get(0), "CLOSE")).contains("stays open", "cipher suite 0");
        var told = api.get("/arrivals?limit=100").toString() + api.get("/bring-up/settings");
        assertThat(passwords).noneMatch(told::contains);
    }

    /** What is seen of it is seen through the API, but for the process itself. */
    @Test
    @Order(4)
    void a_machine_in_the_pool_ends_starts_and_boots_as_ordered_and_shows_its_firmware_on_the_console()
            throws Exception {
        var servers = MACHINES.stream().map(SERVERS::get).toList();
        var before = new ArrayList<Long>();
        for (int i : MACHINES) {
            before.add(BMCS.get(i).machine().orElseThrow());
        }
        try (var hand = new RemoteHand(api)) {
            var consoles = hand.open(servers);

            hand.order(servers, "OFF");
            assertThat(before).noneMatch(CordBmc::runs);
            for (int i : MACHINES) {
                assertThat(BMCS.get(i).machine()).as("machine %d", i).isEmpty();
                hand.bootOnce(SERVERS.get(i), "PXE");
                assertThat(BMCS.get(i).orders()).as("machine %d", i).endsWith("boot pxe");
            }

            hand.order(servers, "ON");
            for (int i : MACHINES) {
                assertThat(BMCS.get(i).machine()).as("machine %d", i).hasValueSatisfying(
                        process -> assertThat(before).doesNotContain(process));
            }
            for (var console : consoles) {
                hand.awaitOn(console, "SeaBIOS");
                hand.awaitOn(console, "Booting from ROM");
                hand.awaitOn(console, "iPXE initialising devices");
                assertThat(hand.shown(console)).doesNotContain("Booting from Hard Disk");
            }
        }
        assertThat(items(api.get("/serial-consoles"))).isEmpty();
    }

    @Test
    @Order(5)
    void a_serial_number_that_is_none_waits_for_a_decision() throws Exception {
        assertThat(trouble(JUNK, "JUNK_SERIAL")).contains("'0000000000'", "names no machine");
        assertThat(BMCS.get(JUNK).password()).as("untouched").isEqualTo(FACTORY.password());
    }

    @Test
    @Order(6)
    void one_of_two_that_tell_the_same_serial_number_waits_and_names_the_other() throws Exception {
        var now = arrivals();
        int in = now.get(TWIN).get("stage").asString().equals("AVAILABLE") ? TWIN : OTHER_TWIN;
        int out = in == TWIN ? OTHER_TWIN : TWIN;
        assertThat(now.get(in).get("stage").asString()).isEqualTo("AVAILABLE");
        assertThat(trouble(out, "DUPLICATE")).contains(serial(TWIN), BMCS.get(in).mac());
        assertThat(BMCS.get(out).password()).as("untouched").isEqualTo(FACTORY.password());
    }

    @Test
    @Order(7)
    void a_stranger_waits() throws Exception {
        assertThat(trouble(STRANGER, "STRANGER")).contains("No planned server", serial(STRANGER));
        assertThat(BMCS.get(STRANGER).password()).as("untouched").isEqualTo(FACTORY.password());
    }

    @Test
    @Order(8)
    void one_that_no_first_login_opens_waits_and_is_not_locked_by_more_tries() throws Exception {
        assertThat(trouble(CHANGED_PASSWORD, "WRONG_LOGIN")).contains("refused");
        assertThat(server(CHANGED_PASSWORD).get("state").asString()).isEqualTo("PLANNED");
    }

    @Test
    @Order(9)
    void one_with_a_memory_module_less_than_was_bought_fails_acceptance() throws Exception {
        assertThat(trouble(MISSING_DIMM, "DIFFERENT")).contains("DIMM: bought 4, found 3 (DIMM1, DIMM2, DIMM3)");
        assertThat(server(MISSING_DIMM).get("state").asString()).isEqualTo("ACCEPTING_FAILED");
    }

    @Test
    @Order(10)
    void one_that_says_it_has_its_static_address_and_has_not_is_taken_back() throws Exception {
        assertThat(trouble(STAYS, "ADDRESS_LOST")).contains("did not answer there within 60 s; it is back at 10.88.3.");
        assertThat(server(STAYS).get("state").asString()).isEqualTo("ACCEPTING_FAILED");
        assertThat(BMCS.get(STAYS).addresses()).singleElement().asString().startsWith("10.88.3.");
    }

    @Test
    @Order(11)
    void one_that_is_gone_with_its_static_address_is_found_again_when_it_asks() throws Exception {
        assertThat(trouble(VANISHES, "ADDRESS_LOST")).contains("answers neither there nor at 10.88.3.");
        assertThat(server(VANISHES).get("state").asString()).isEqualTo("ACCEPTING_FAILED");

        BMCS.get(VANISHES).lan(Lan.MOVES);
        BMCS.get(VANISHES).askForAddress();

        Wait.until("the one that was lost is in the pool", SOON, () -> arrivals().get(VANISHES),
                one -> one.get("stage").asString().equals("AVAILABLE"));
        assertThat(server(VANISHES).get("state").asString()).isEqualTo("AVAILABLE");
    }

    @Test
    @Order(12)
    void nothing_else_came_into_the_pool() throws Exception {
        var arrivals = arrivals();
        assertThat(arrivals.values().stream().filter(one -> one.get("stage").asString().equals("AVAILABLE")).count())
                .isEqualTo(GOOD + 2);
    }

    private static List<Integer> range(int end) {
        return java.util.stream.IntStream.range(0, end).boxed().toList();
    }

    private static long available(Map<Integer, JsonNode> arrivals) {
        return arrivals.values().stream().filter(one -> one.get("stage").asString().equals("AVAILABLE")).count();
    }

    private static String trouble(int number, String cause) throws Exception {
        var arrival = Wait.until("BMC %d stands still".formatted(number), AFTER_PATIENCE, () -> arrivals().get(number),
                one -> one != null && one.hasNonNull("trouble"));
        var trouble = arrival.get("trouble");
        assertThat(trouble.get("cause").asString()).as("%s", arrival).isEqualTo(cause);
        assertThat(trouble.get("quarantine").asBoolean()).as("%s", arrival).isTrue();
        assertThat(trouble.get("cure").asString()).isNotBlank();
        return trouble.get("sentence").asString();
    }

    /** By the number of the BMC. */
    private static Map<Integer, JsonNode> arrivals() throws Exception {
        return items(api.get("/arrivals?limit=100")).stream().collect(Collectors.toMap(
                one -> Integer.parseInt(one.get("mac").asString().substring(15), 16), one -> one));
    }

    private static String evidence(JsonNode arrival, String kind) {
        return items(arrival, "steps").stream().filter(step -> step.get("kind").asString().equals(kind))
                .map(step -> step.get("evidence").asString()).findFirst().orElseThrow();
    }

    /** The server that a recorded address is of: its own, or that of the port that has it. */
    private static String holder(JsonNode address) throws Exception {
        var port = api.get("/ports/" + address.get("holder").asString());
        return port.get("device").asString();
    }

    private static JsonNode server(int number) throws Exception {
        return api.get("/servers/" + SERVERS.get(number));
    }

    private static Instant time(JsonNode arrival, String field) {
        return Instant.parse(arrival.get(field).asString());
    }

    private static String id(JsonNode item) {
        return UUID.fromString(item.get("id").asString()).toString();
    }

    private static List<JsonNode> items(JsonNode page) {
        return items(page, "items");
    }

    private static List<JsonNode> items(JsonNode node, String name) {
        return StreamSupport.stream(node.get(name).spliterator(), false).toList();
    }
}

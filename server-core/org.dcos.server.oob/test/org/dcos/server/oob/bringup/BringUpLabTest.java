package org.dcos.server.oob.bringup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.Arrival.Cause;
import org.dcos.domain.bringup.BringUp.ArrivalFilter;
import org.dcos.domain.bringup.BringUp.BringUpOrder;
import org.dcos.domain.bringup.BringUp.LoginFile;
import org.dcos.domain.bringup.BringUpSettings;
import org.dcos.domain.bringup.BringUpSettings.FirstLogin;
import org.dcos.domain.bringup.Stage;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Problem;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.lab.network.Fault;
import org.dcos.lab.plan.ServerPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first login into the pool, against BMCs of the lab, and what does not fit. */
class BringUpLabTest {

    private static final int SERVERS = 12;
    private static final int FIRST_MODULE_FRU = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @TempDir private Path directory;
    private final LinkedBlockingQueue<Arrival> changes = new LinkedBlockingQueue<>();
    private Lab lab;
    private World world;
    private UUID rack;

    @BeforeEach
    void start() throws Exception {
        lab = Lab.start(LabOptions.DEFAULT.withServers(SERVERS).withBaseAddress("127.67.0.0").withPort(World.PORT));
        world = new World(directory, Milestones.NONE, PATIENCE, event -> {
            if (event instanceof DomainEvent.ArrivalChanged(Arrival arrival)) {
                changes.add(arrival);
            }
        });
        rack = world.place("127.68.0.0/24");
        world.service.save(new BringUpSettings(true, List.of(), List.of(
                new FirstLogin("*", lab.options().user(), Optional.of(Secret.of(lab.options().password())))), "",
                "oob", true, 8, false));
    }

    @AfterEach
    void stop() {
        world.close();
        lab.close();
    }

    private Server plan(int number, Map<String, String> labels) throws Problem {
        ServerPlan plan = lab.bmc(number).server();
        var server = new Server(UUID.randomUUID(), 0, plan.name(), plan.serial(), Optional.of(plan.assetTag()),
                plan.hardware().manufacturer().displayName(), plan.hardware().model(), "",
                Optional.of(new Mounting(rack, 1 + 2 * number, 1, Face.FRONT)), LifecycleState.PLANNED,
                Optional.empty(), Optional.empty(), Optional.empty(), labels, Map.of());
        world.live.commit("plan", "", List.of(new Edit.Put(server)));
        return server;
    }

    private Arrival begin(int number) throws Problem {
        return world.service.begin(new BringUpOrder(address(number), World.PORT));
    }

    private String address(int number) {
        return lab.bmc(number).address().getAddress().getHostAddress();
    }

    private Arrival until(UUID id, Predicate<Arrival> wanted) throws Exception {
        Arrival last = world.service.arrival(id);
        while (!wanted.test(last)) {
            Arrival changed = changes.poll(60, TimeUnit.SECONDS);
            assertThat(changed).as("waits for a change of %s", last).isNotNull();
            last = changed.id().equals(id) ? changed : last;
        }
        return last;
    }

    private Arrival inThePool(UUID id) throws Exception {
        Arrival arrival = troubled(id);
        assertThat(arrival.trouble()).as("%s", arrival).isEmpty();
        return arrival;
    }

    private Arrival troubled(UUID id) throws Exception {
        return until(id, arrival -> arrival.trouble().isPresent() || arrival.stage() == Stage.AVAILABLE);
    }

    private Arrival.Trouble trouble(UUID id, Cause cause) throws Exception {
        Arrival arrival = troubled(id);
        assertThat(arrival.trouble()).as("%s", arrival).isPresent();
        assertThat(arrival.trouble().get().cause()).as("%s", arrival).isEqualTo(cause);
        return arrival.trouble().get();
    }

    @Test
    void machines_come_into_the_pool_with_a_password_and_an_address_of_their_own() throws Exception {
        var addresses = new HashSet<String>();
        var logins = new HashSet<UUID>();
        var arrivals = new ArrayList<UUID>();
        for (int number = 1; number <= SERVERS; number++) {
            plan(number, Map.of("parts.dimm", "4", "parts.psu", "2"));
            lab.bmc(number).simulator().weaken();
            arrivals.add(begin(number).id());
        }

        for (UUID id : arrivals) {
            Arrival arrival = inThePool(id);

            assertThat(arrival.trouble()).as("%s", arrival).isEmpty();
            assertThat(arrival.steps()).allSatisfy(step -> assertThat(step.evidence()).isNotEmpty());
            Server server = world.inventory.server(arrival.server().orElseThrow()).orElseThrow();
            assertThat(server.state()).isEqualTo(LifecycleState.AVAILABLE);
            var bmc = world.bmcs.byServer(server.id()).orElseThrow();
            assertThat(bmc.address()).startsWith("127.68.0.").isEqualTo(arrival.address());
            addresses.add(bmc.address());
            logins.add(bmc.credential());
        }
        assertThat(addresses).hasSize(SERVERS);
        assertThat(logins).hasSize(SERVERS);
        assertThat(steps(arrivals.getFirst())).contains("As bought").contains("4 DIMM")
                .contains("Closed: cipher suite 0");
    }

    @Test
    void a_bmc_that_lets_suite_0_in_though_it_was_told_off_waits_and_goes_on_where_the_settings_say_so()
            throws Exception {
        plan(2, Map.of());
        lab.bmc(2).simulator().ignoreCipherPrivileges();
        UUID id = begin(2).id();

        Arrival waiting = until(id, arrival -> arrival.trouble().isPresent());

        assertThat(waiting.trouble().orElseThrow().cause()).isEqualTo(Arrival.Cause.REFUSED);
        assertThat(waiting.trouble().orElseThrow().sentence()).contains("keeps open", "cipher suite 0");
        var now = world.service.settings();
        world.service.save(new BringUpSettings(true, now.recognition(), now.logins(), now.user(), now.purpose(),
                now.release(), now.atOnce(), true));
        world.service.retry(id);
        until(id, arrival -> arrival.current().isEmpty());
        assertThat(steps(id)).contains("It stays open though it was closed: cipher suite 0");
    }

    @Test
    void a_rack_has_a_certificate_in_both_languages() throws Exception {
        plan(1, Map.of("parts.dimm", "4"));
        inThePool(begin(1).id());

        for (String language : List.of("en", "zh")) {
            byte[] pdf = world.service.certificate(rack, language);
            assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            assertThat(pdf.length).isGreaterThan(5_000);
        }
        assertThatThrownBy(() -> world.service.certificate(rack, "de")).hasMessageContaining("de");
    }

    private String steps(UUID id) throws Problem {
        return world.service.arrival(id).steps().stream().map(Arrival.Step::evidence).reduce("",
                (a, b) -> a + "\n" + b);
    }

    @Test
    void a_second_run_changes_nothing() throws Exception {
        plan(1, Map.of());
        Arrival first = inThePool(begin(1).id());
        var before = world.bmcs.byServer(first.server().orElseThrow()).orElseThrow();

        Arrival again = world.service.begin(new BringUpOrder(first.address(), World.PORT));
        Arrival second = inThePool(again.id());

        var after = world.bmcs.byServer(first.server().orElseThrow()).orElseThrow();
        assertThat(second.stage()).as("%s", second).isEqualTo(Stage.AVAILABLE);
        assertThat(after.credential()).isEqualTo(before.credential());
        assertThat(after.address()).isEqualTo(before.address());
        assertThat(steps(again.id())).contains("It has a password of its own already.");
        assertThat(world.service.arrivals(ArrivalFilter.ALL, PageRequest.ALL).items()).hasSize(1);
    }

    @Test
    void a_junk_serial_number_waits_for_a_person_who_assigns_it() throws Exception {
        Server server = plan(1, Map.of());
        lab.bmc(1).simulator().setFru(lab.bmc(1).simulator().fru().withSerial("To be filled by O.E.M."));
        UUID id = begin(1).id();

        assertThat(trouble(id, Cause.JUNK_SERIAL).sentence()).contains("To be filled by O.E.M.");
        changes.clear();
        world.service.assign(id, server.id(), "read from the label");
        assertThat(trouble(id, Cause.DIFFERENT).sentence()).contains("serial number: bought " + server.serial());
        changes.clear();
        world.service.accept(id, "board was changed, serial not written");

        assertThat(inThePool(id).stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(steps(id)).contains("read from the label").contains("board was changed");
    }

    @Test
    void of_two_with_one_serial_number_the_second_waits() throws Exception {
        plan(1, Map.of());
        lab.bmc(2).simulator().setFru(lab.bmc(2).simulator().fru().withSerial(lab.bmc(1).server().serial()));
        assertThat(inThePool(begin(1).id()).stage()).isEqualTo(Stage.AVAILABLE);

        var trouble = trouble(begin(2).id(), Cause.DUPLICATE);

        assertThat(trouble.sentence()).contains(lab.bmc(1).server().serial()).contains("127.68.0.");
        assertThat(trouble.quarantine()).isTrue();
    }

    @Test
    void a_stranger_waits_until_it_is_planned() throws Exception {
        UUID id = begin(1).id();
        assertThat(trouble(id, Cause.STRANGER).sentence()).contains(lab.bmc(1).server().serial());

        plan(1, Map.of());
        changes.clear();
        world.service.retry(id);

        assertThat(inThePool(id).stage()).isEqualTo(Stage.AVAILABLE);
    }

    @Test
    void a_wrong_password_waits_until_the_makers_list_has_it() throws Exception {
        plan(1, Map.of());
        lab.bmc(1).simulator().setPassword("Fact0ry-7");
        UUID id = begin(1).id();
        trouble(id, Cause.WRONG_LOGIN);

        world.service.save(withLogin("*", "Fact0ry-7"));
        changes.clear();
        world.service.retry(id);

        assertThat(inThePool(id).stage()).isEqualTo(Stage.AVAILABLE);
    }

    private BringUpSettings withLogin(String model, String password) {
        return new BringUpSettings(true, List.of(), List.of(
                new FirstLogin(model, lab.options().user(), Optional.of(Secret.of(password)))), "", "oob", true, 8,
                false);
    }

    @Test
    void the_makers_list_opens_by_the_mac_and_each_bad_line_is_told() throws Exception {
        var read = world.service.takeLogins(new LoginFile("logins.csv", ("\uFEFF序列号,用户名,初始密码\nSN1,admin,One-1\n"
                + ",admin,Two-2\nSN3,admin,\nSN4,admin,far too long a password for any\n").getBytes(
                        StandardCharsets.UTF_8)));

        assertThat(read.taken()).isEqualTo(1);
        assertThat(read.refused()).extracting(refused -> refused.line()).containsExactly(3, 4, 5);
    }

    @Test
    void a_missing_module_waits_and_the_server_is_marked() throws Exception {
        Server server = plan(1, Map.of("parts.dimm", "4"));
        lab.bmc(1).simulator().setPartPresent(FIRST_MODULE_FRU + 2, false);
        UUID id = begin(1).id();

        assertThat(trouble(id, Cause.DIFFERENT).sentence()).contains("DIMM: bought 4, found 3")
                .contains("DIMM A1, DIMM A2, DIMM A4");
        assertThat(world.inventory.server(server.id()).orElseThrow().state())
                .isEqualTo(LifecycleState.ACCEPTING_FAILED);
        lab.bmc(1).simulator().setPartPresent(FIRST_MODULE_FRU + 2, true);
        changes.clear();
        world.service.retry(id);

        assertThat(inThePool(id).stage()).isEqualTo(Stage.AVAILABLE);
    }

    @Test
    void an_address_that_it_cannot_have_is_taken_back() throws Exception {
        Server server = plan(1, Map.of());
        UUID port = UUID.randomUUID();
        world.live.commit("address", "", List.of(
                new Edit.Put(Items.with(Items.blank(Kind.PORT, port), Map.of("device", server.id().toString(), "name",
                        "mgmt", "kind", "NETWORK", "managementOnly", "true"))),
                new Edit.Put(Items.with(Items.blank(Kind.PREFIX, UUID.randomUUID()),
                        Map.of("cidr", "192.0.2.0/24", "purpose", "oob", "state", "ACTIVE"))),
                new Edit.Put(Items.with(Items.blank(Kind.IP_ADDRESS, UUID.randomUUID()), Map.of("address",
                        "192.0.2.7", "state", "ASSIGNED", "holder", port.toString())))));

        UUID id = begin(1).id();

        assertThat(trouble(id, Cause.ADDRESS_LOST).sentence()).contains("192.0.2.7").contains("back at " + address(1));
        assertThat(world.service.arrival(id).address()).isEqualTo(address(1));
        assertThat(lab.bmc(1).simulator().lanAddress().getHostAddress()).isEqualTo(address(1));
    }

    @Test
    void a_silent_one_is_tried_again_by_itself() throws Exception {
        plan(1, Map.of());
        lab.bmc(1).setFault(Fault.SILENT);

        var trouble = trouble(begin(1).id(), Cause.SILENT);

        assertThat(trouble.quarantine()).isFalse();
        assertThat(trouble.next()).isPresent();
    }

    @Test
    void a_machine_in_use_is_left_alone() throws Exception {
        Server server = plan(1, Map.of());
        world.live.commit("x", "", List.of(new Edit.Put(world.inventory.server(server.id()).orElseThrow()
                .in(LifecycleState.DISCOVERED))));
        world.live.commit("x", "", List.of(new Edit.Put(world.inventory.server(server.id()).orElseThrow()
                .in(LifecycleState.ACTIVE))));

        assertThat(trouble(begin(1).id(), Cause.RECORDS).sentence()).contains("ACTIVE");
        assertThat(world.bmcs.bmcs().getFirst().server()).isEmpty();
    }

    @Test
    void what_is_under_way_is_not_begun_twice() throws Exception {
        UUID id = begin(1).id();
        trouble(id, Cause.STRANGER);

        assertThatThrownBy(() -> begin(1)).isInstanceOf(Conflict.class);
    }
}

package org.dcos.server.oob.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.BmcUser.Privilege;
import org.dcos.domain.bmc.BmcSetup.LanSettings.Source;
import org.dcos.domain.bmc.BmcSetup.Part;
import org.dcos.domain.bmc.BmcSetup.Weakness;
import org.dcos.domain.bmcsetup.AccessChange;
import org.dcos.domain.bmcsetup.BmcChange;
import org.dcos.domain.bmcsetup.BmcDetails;
import org.dcos.domain.bmcsetup.BmcDetails.Section;
import org.dcos.domain.bmcsetup.BmcSetupStore.Intent;
import org.dcos.domain.bmcsetup.DetailsFilter;
import org.dcos.domain.bmcsetup.ReadOrder;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.lab.network.Fault;
import org.dcos.lab.network.LabBmc;
import org.dcos.server.oob.OwnLogin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How BMCs are set up, read and changed as the API does it, against simulated BMCs over real IPMI. */
@Timeout(120)
class BmcSettingsLabTest {

    private static final int ADMINISTRATOR = 2;
    private static final int OPERATOR = 3;
    private static final int VIEWER = 4;
    private static final int APPLICATION = 0x06;
    private static final int GET_WATCHDOG = 0x25;
    private static final int SET_USER_PASSWORD = 0x47;

    @TempDir private static Path directory;
    private static Lab lab;
    private static SettingsWorld world;

    @BeforeAll
    static void start() throws Exception {
        lab = Lab.start(LabOptions.DEFAULT.withServers(20).withBaseAddress("127.94.0.0").withPort(36_941));
        world = new SettingsWorld(directory);
    }

    @AfterAll
    static void end() {
        world.close();
        lab.close();
    }

    private static Bmc recorded(int number) throws Problem {
        LabBmc bmc = lab.bmc(number);
        return world.record(bmc.server().name(), bmc.server().serial(), bmc.address(), lab.options().user(),
                lab.options().password());
    }

    private static BmcDetails read(Bmc bmc) throws Problem {
        world.service.read(ReadOrder.of(bmc.id()));
        return world.service.details(bmc.id());
    }

    private static BmcEndpoint login(Bmc bmc, String user, String password) {
        return new BmcEndpoint(bmc.address(), bmc.port(), user, Secret.of(password));
    }

    private static boolean opens(Bmc bmc, String user, String password) throws Exception {
        return new OwnLogin(world.driver, world.setup).opens(login(bmc, user, password));
    }

    @Test
    void everything_of_a_bmc_is_read_and_kept_with_the_time() throws Exception {
        Bmc bmc = recorded(1);
        var before = world.service.details(bmc.id());
        assertThat(before.accounts()).isEmpty();
        assertThat(world.service.parts(bmc.id()).read()).isEmpty();
        Instant began = Instant.now();

        var details = read(bmc);

        assertThat(details.failures()).isEmpty();
        assertThat(details.serverName()).isEqualTo(lab.bmc(1).server().name());
        assertThat(details.ownUser()).isEqualTo(lab.options().user());
        assertThat(details.spoken()).isEqualTo(new BmcDetails.Spoken(false, Optional.empty(), Optional.of(17)));
        assertThat(details.firmware().orElseThrow().version()).isNotBlank();
        assertThat(details.accounts().orElseThrow().users()).extracting(BmcUser::name)
                .containsExactly(lab.options().user(), "operator", "viewer");
        assertThat(details.network().orElseThrow().lan().address()).isEqualTo(bmc.address());
        assertThat(details.clock().orElseThrow().skew().abs()).isLessThan(Duration.ofSeconds(5));
        assertThat(details.doors().orElseThrow().open()).isEmpty();
        assertThat(details.watchdog().orElseThrow().timer().orElseThrow().running()).isFalse();
        assertThat(details.power().orElseThrow().draw()).isPresent();
        assertThat(details.alerting().orElseThrow().address()).isEmpty();
        assertThat(details.accounts().get().at()).isBetween(began, Instant.now());
        var parts = world.service.parts(bmc.id());
        assertThat(parts.parts()).extracting(Part::kind).contains(Part.Kind.CHASSIS, Part.Kind.DIMM, Part.Kind.PSU);
        assertThat(parts.read().orElseThrow()).isBetween(began, Instant.now());
    }

    @Test
    void one_question_without_an_answer_hides_nothing_of_the_rest() throws Exception {
        Bmc bmc = recorded(2);
        read(bmc);
        lab.bmc(2).simulator().loseAnswersTo(APPLICATION, GET_WATCHDOG);

        var details = read(bmc);

        lab.bmc(2).simulator().loseNoAnswers();
        assertThat(details.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.section()).isEqualTo(Section.WATCHDOG);
            assertThat(failure.message()).contains(bmc.address());
        });
        assertThat(details.watchdog()).as("as it was read before").isPresent();
        assertThat(details.power().orElseThrow().at()).isAfter(details.watchdog().orElseThrow().at());
    }

    @Test
    void a_silent_bmc_is_told_for_every_section_and_keeps_what_was_read() throws Exception {
        Bmc bmc = recorded(3);
        read(bmc);
        lab.bmc(3).setFault(Fault.SILENT);

        var details = read(bmc);

        assertThat(details.failures()).extracting(BmcDetails.Failure::section)
                .containsExactly(Section.values());
        assertThat(details.accounts()).isPresent();
        assertThat(world.service.parts(bmc.id()).parts()).isNotEmpty();
        assertThat(world.service.parts(bmc.id()).failure()).isPresent();
        assertThat(world.service.details(new DetailsFilter(Optional.empty(), Optional.of(Section.CLOCK)),
                PageRequest.ALL).items()).extracting(BmcDetails::bmc).containsExactly(bmc.id());
    }

    @Test
    void an_account_is_lowered_turned_off_and_made() throws Exception {
        Bmc bmc = recorded(4);

        assertThat(world.changeAccess(bmc, new AccessChange.SetAccount(OPERATOR, "operator", true, Privilege.USER,
                Optional.empty())).ok()).isTrue();
        assertThat(world.changeAccess(bmc, new AccessChange.SetAccount(VIEWER, "viewer", false, Privilege.USER,
                Optional.empty())).ok()).isTrue();
        var bare = world.changeAccess(bmc, new AccessChange.SetAccount(6, "night", true, Privilege.OPERATOR,
                Optional.empty()));
        var made = world.changeAccess(bmc, new AccessChange.SetAccount(6, "night", true, Privilege.OPERATOR,
                Optional.of(Secret.of("Night-shift-7"))));

        assertThat(bare.ok()).isFalse();
        assertThat(bare.message()).contains("new", "password", bmc.address());
        assertThat(made.ok()).as(made.message()).isTrue();
        assertThat(opens(bmc, "night", "Night-shift-7")).isTrue();
        assertThat(opens(bmc, "viewer", lab.options().password())).isFalse();
        assertThat(world.service.details(bmc.id()).accounts().orElseThrow().users())
                .contains(new BmcUser(OPERATOR, "operator", true, Privilege.USER),
                        new BmcUser(6, "night", true, Privilege.OPERATOR));
        assertThat(world.changeAccess(bmc, new AccessChange.SetPassword(6, Secret.of("Day-shift-8"))).ok()).isTrue();
        assertThat(opens(bmc, "night", "Day-shift-8")).isTrue();
        assertThat(world.audited().toString()).doesNotContain("shift");
    }

    @Test
    void nobody_is_locked_out() throws Exception {
        Bmc bmc = recorded(5);
        String own = lab.options().user();

        for (var change : List.<AccessChange>of(
                new AccessChange.SetAccount(ADMINISTRATOR, own, false, Privilege.ADMINISTRATOR, Optional.empty()),
                new AccessChange.SetAccount(ADMINISTRATOR, own, true, Privilege.OPERATOR, Optional.empty()),
                new AccessChange.SetAccount(ADMINISTRATOR, "other", true, Privilege.ADMINISTRATOR, Optional.empty()),
                new AccessChange.SetPassword(ADMINISTRATOR, Secret.of("known-to-me")))) {
            var result = world.changeAccess(bmc, change);
            assertThat(result.ok()).isFalse();
            assertThat(result.message()).contains("DCOS itself logs in", own, bmc.address(),
                    lab.bmc(5).server().name());
        }
        assertThat(opens(bmc, own, lab.options().password())).isTrue();
    }

    @Test
    void the_last_administrator_stays() throws Exception {
        LabBmc machine = lab.bmc(6);
        Bmc bmc = recorded(6);
        var users = world.setup.users(login(bmc, lab.options().user(), lab.options().password()));
        assertThat(users.stream().filter(user -> user.privilege() == Privilege.ADMINISTRATOR)).hasSize(1);
        world.changeAccess(bmc, new AccessChange.SetAccount(OPERATOR, "operator", true, Privilege.ADMINISTRATOR,
                Optional.empty()));
        Bmc other = world.bmcs.save(new Bmc(bmc.id(), bmc.version(), bmc.address(), bmc.port(),
                world.vault.keep("operator", Secret.of(lab.options().password())).id(), bmc.server(), Optional.empty(),
                Optional.empty()));
        assertThat(world.changeAccess(other, new AccessChange.SetAccount(ADMINISTRATOR, lab.options().user(), false,
                Privilege.ADMINISTRATOR, Optional.empty())).ok()).isTrue();

        var result = world.changeAccess(other, new AccessChange.SetAccount(OPERATOR, "operator", true,
                Privilege.OPERATOR, Optional.empty()));

        assertThat(result.ok()).isFalse();
        assertThat(result.message()).contains(machine.server().name());
    }

    @Test
    void the_own_password_is_rotated_and_nobody_is_told() throws Exception {
        Bmc bmc = recorded(7);

        var result = world.changeAccess(bmc, new AccessChange.RotatePassword());

        assertThat(result.ok()).as(result.message()).isTrue();
        Bmc now = world.bmcs.bmc(bmc.id()).orElseThrow();
        assertThat(now.credential()).isNotEqualTo(bmc.credential());
        assertThat(opens(bmc, lab.options().user(), lab.options().password())).isFalse();
        String password = new String(world.vault.reveal(now.credential()).orElseThrow().reveal());
        assertThat(opens(bmc, lab.options().user(), password)).isTrue();
        assertThat(world.store.intents()).noneMatch(intent -> intent.bmc().equals(bmc.id()));
        assertThat(result.message() + world.audited()).doesNotContain(password);
    }

    @Test
    void a_rotated_password_whose_answer_got_lost_is_found_by_a_login() throws Exception {
        Bmc bmc = recorded(8);
        lab.bmc(8).simulator().loseAnswersTo(APPLICATION, SET_USER_PASSWORD);

        var result = world.changeAccess(bmc, new AccessChange.RotatePassword());

        lab.bmc(8).simulator().loseNoAnswers();
        assertThat(result.ok()).as(result.message()).isTrue();
        assertThat(read(bmc).failures()).isEmpty();
    }

    @Test
    void what_was_under_way_when_the_server_core_ended_is_found_out_at_the_next_start() throws Exception {
        Bmc bmc = recorded(9);
        Bmc moved = recorded(10);
        world.service.close();
        var next = world.vault.keep(lab.options().user(), Secret.of("Given-before-9"));
        world.store.save(Intent.login(bmc.id(), next.id()));
        lab.bmc(9).simulator().setPassword("Given-before-9");
        var own = login(moved, lab.options().user(), lab.options().password());
        var before = world.setup.lan(own);
        var after = new org.dcos.domain.bmc.BmcSetup.LanSettings(Source.STATIC, "127.94.81.10", before.mask(),
                before.gateway(), before.vlan(), before.mac());
        world.bmcs.save(new Bmc(moved.id(), moved.version(), moved.address(), moved.port(), moved.credential(),
                moved.server(), Optional.of(world.driver.identify(own)), Optional.of(Instant.now())));
        world.store.save(Intent.network(moved.id(), before, after));
        world.setup.lan(own, after);

        world.open();

        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!world.store.intents().isEmpty() && System.nanoTime() < limit) {
            Thread.onSpinWait();
        }
        assertThat(world.store.intents()).isEmpty();
        assertThat(world.bmcs.bmc(bmc.id()).orElseThrow().credential()).isEqualTo(next.id());
        assertThat(world.bmcs.bmc(moved.id()).orElseThrow().address()).isEqualTo("127.94.81.10");
    }

    @Test
    void a_bmc_is_moved_and_its_record_follows() throws Exception {
        Bmc bmc = recorded(11);

        var result = world.changeAccess(bmc, new AccessChange.SetNetwork(Source.STATIC, Optional.of("127.94.80.11"),
                Optional.of("255.255.0.0"), Optional.of("127.94.0.1"), Optional.of(120)));

        assertThat(result.ok()).as(result.message()).isTrue();
        assertThat(world.bmcs.bmc(bmc.id()).orElseThrow().address()).isEqualTo("127.94.80.11");
        var lan = world.service.details(bmc.id()).network().orElseThrow().lan();
        assertThat(lan.gateway()).contains("127.94.0.1");
        assertThat(lan.vlan()).contains(120);
        assertThat(world.store.intents()).noneMatch(intent -> intent.bmc().equals(bmc.id()));
    }

    @Test
    void a_bmc_that_does_not_come_to_its_new_address_is_taken_back() throws Exception {
        Bmc bmc = recorded(12);

        var result = world.changeAccess(bmc, new AccessChange.SetNetwork(Source.STATIC, Optional.of("192.0.2.12"),
                Optional.of("255.255.255.0"), Optional.empty(), Optional.empty()));

        assertThat(result.ok()).isFalse();
        assertThat(result.message()).contains("192.0.2.12", "back at " + bmc.address());
        assertThat(world.bmcs.bmc(bmc.id()).orElseThrow().address()).isEqualTo(bmc.address());
        assertThat(world.service.details(bmc.id()).network().orElseThrow().lan().address()).isEqualTo(bmc.address());
    }

    @Test
    void the_address_of_another_bmc_is_refused() throws Exception {
        Bmc bmc = recorded(13);
        Bmc other = recorded(14);

        var result = world.changeAccess(bmc, new AccessChange.SetNetwork(Source.STATIC,
                Optional.of(other.address()), Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(result.ok()).isFalse();
        assertThat(result.message()).contains(other.address(), "another known BMC");
    }

    @Test
    void clock_alerts_and_power_limit_are_set_and_read_back() throws Exception {
        Bmc bmc = recorded(15);
        lab.bmc(15).simulator().setPower(true);
        int limit = lab.bmc(15).server().hardware().idleWatts() + 5;
        world.setup.clock(login(bmc, lab.options().user(), lab.options().password()),
                Instant.now().minus(Duration.ofHours(1)));
        assertThat(read(bmc).clock().orElseThrow().skew()).isLessThan(Duration.ofMinutes(-59));

        for (var change : List.<BmcChange>of(new BmcChange.SetClock(),
                new BmcChange.SendAlerts(Optional.of("127.9.9.9")), new BmcChange.LimitPower(Optional.of(limit)),
                new BmcChange.StopWatchdog())) {
            var result = world.change(bmc, change);
            assertThat(result.ok()).as(result.message()).isTrue();
        }
        var set = world.service.details(bmc.id());
        assertThat(set.clock().orElseThrow().skew().abs()).isLessThan(Duration.ofSeconds(5));
        assertThat(set.alerting().orElseThrow().address()).contains("127.9.9.9");
        assertThat(set.power().orElseThrow().draw().orElseThrow().limit()).contains(limit);

        world.change(bmc, new BmcChange.SendAlerts(Optional.empty()));
        world.change(bmc, new BmcChange.LimitPower(Optional.empty()));
        var off = world.service.details(bmc.id());
        assertThat(off.alerting().orElseThrow().address()).isEmpty();
        assertThat(off.power().orElseThrow().draw().orElseThrow().limit()).isEmpty();
    }

    @Test
    void open_doors_are_found_listed_and_closed() throws Exception {
        Bmc bmc = recorded(16);
        lab.bmc(16).simulator().weaken();
        read(bmc);
        var open = new DetailsFilter(Optional.of(Weakness.CIPHER_SUITE_0), Optional.empty());
        assertThat(world.service.details(open, PageRequest.ALL).items()).extracting(BmcDetails::bmc)
                .contains(bmc.id());

        for (Weakness weakness : Weakness.values()) {
            assertThat(world.change(bmc, new BmcChange.CloseDoor(weakness)).ok()).isTrue();
        }

        assertThat(world.service.details(bmc.id()).doors().orElseThrow().open()).isEmpty();
        assertThat(world.service.details(open, PageRequest.ALL).items()).extracting(BmcDetails::bmc)
                .doesNotContain(bmc.id());
    }

    /** Its parameters say that it is off; a login tells otherwise. */
    @Test
    void suite_0_that_lets_in_whatever_is_set_is_found_and_told_when_it_cannot_be_closed() throws Exception {
        Bmc bmc = recorded(17);
        read(bmc);
        int sessions = lab.bmc(17).simulator().activeSessions();
        lab.bmc(17).simulator().ignoreCipherPrivileges();

        assertThat(read(bmc).doors().orElseThrow().open()).isEqualTo(Set.of(Weakness.CIPHER_SUITE_0));
        assertThat(lab.bmc(17).simulator().activeSessions()).as("the trial left none open")
                .isEqualTo(sessions);
        var result = world.change(bmc, new BmcChange.CloseDoor(Weakness.CIPHER_SUITE_0));

        assertThat(result.ok()).isFalse();
        assertThat(result.message()).contains("cipher suite 0", "still", lab.bmc(17).server().name());
    }

    @Test
    void a_bmc_that_was_restarted_is_waited_for() throws Exception {
        Bmc bmc = recorded(18);

        var result = world.change(bmc, new BmcChange.Restart(false));

        assertThat(result.ok()).as(result.message()).isTrue();
        assertThat(result.message()).contains("back after");
    }

    @Test
    void a_change_needs_a_reason_and_stands_in_the_audit_log() throws Exception {
        Bmc bmc = recorded(19);

        assertThatThrownBy(() -> world.service.change(bmc.id(), new BmcChange.SetClock(), " "))
                .isInstanceOf(Invalid.class).hasMessageContaining("reason");
        assertThatThrownBy(() -> world.service.changeAccess(bmc.id(), new AccessChange.SetNetwork(Source.STATIC,
                Optional.of("10.1.2.3"), Optional.of("255.0.255.0"), Optional.of("10.2.2.1"), Optional.of(4095)), ""))
                        .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.violations())
                                .extracting(Invalid.Violation::field)
                                .containsExactly("reason", "change.mask", "change.vlan"));
        world.change(bmc, new BmcChange.SetClock());

        assertThat(world.audited()).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("bmc.clock");
            assertThat(entry.why()).isEqualTo(SettingsWorld.WHY);
            assertThat(entry.subject()).isEqualTo(bmc.server());
            assertThat(entry.what()).contains(lab.bmc(19).server().name(), bmc.address());
        });
    }

    @Test
    void what_was_read_survives_a_restart_and_goes_with_the_record() throws Exception {
        Bmc bmc = recorded(20);
        var details = read(bmc);

        var anew = new org.dcos.server.store.bmc.DocumentBmcSetupStore(world.database);

        assertThat(anew.details(bmc.id()).orElseThrow().accounts()).isEqualTo(details.accounts());
        assertThat(anew.parts(bmc.id()).orElseThrow().parts()).isNotEmpty();
        world.bmcs.delete(bmc.id());
        assertThat(anew.details(bmc.id())).isEmpty();
    }
}

package org.dcos.server.oob.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.BmcUser.Privilege;
import org.dcos.domain.bmc.BmcSetup.LanSettings.Source;
import org.dcos.domain.bmc.BmcSetup.Part;
import org.dcos.domain.bmcsetup.AccessChange;
import org.dcos.domain.bmcsetup.BmcChange;
import org.dcos.domain.bmcsetup.ReadOrder;
import org.dcos.domain.problem.Problem;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.lab.network.LabBmc;
import org.dcos.server.oob.OwnLogin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same with BMCs that speak Redfish: accounts, clock and network go over it, the rest over IPMI. */
@Timeout(90)
class BmcSettingsRedfishTest {

    @TempDir private static Path directory;
    private static Lab lab;
    private static SettingsWorld world;

    @BeforeAll
    static void start() throws Exception {
        lab = Lab.start(LabOptions.DEFAULT.withServers(5).withBaseAddress("127.93.0.0").withPort(36_945)
                .withRedfish());
        world = new SettingsWorld(directory);
    }

    @AfterAll
    static void end() {
        world.close();
        lab.close();
    }

    private static Bmc read(int number) throws Problem {
        LabBmc bmc = lab.bmc(number);
        Bmc recorded = world.record(bmc.server().name(), bmc.server().serial(), bmc.address(), lab.options().user(),
                lab.options().password());
        world.service.read(ReadOrder.of(recorded.id()));
        return world.bmcs.bmc(recorded.id()).orElseThrow();
    }

    @Test
    void everything_is_read_over_both() throws Exception {
        Bmc bmc = read(1);

        var details = world.service.details(bmc.id());
        assertThat(details.failures()).isEmpty();
        assertThat(details.spoken().redfish()).isTrue();
        assertThat(details.spoken().port()).isPresent();
        assertThat(details.accounts().orElseThrow().users()).extracting(BmcUser::name)
                .contains(lab.options().user());
        assertThat(details.network().orElseThrow().lan().address()).isEqualTo(bmc.address());
        assertThat(world.service.parts(bmc.id()).parts()).extracting(Part::kind).contains(Part.Kind.CPU,
                Part.Kind.DIMM);
    }

    @Test
    void password_account_and_clock_are_changed() throws Exception {
        Bmc bmc = read(2);
        BmcUser viewer = world.service.details(bmc.id()).accounts().orElseThrow().users().stream()
                .filter(user -> user.name().equals("viewer")).findFirst().orElseThrow();

        var rotated = world.changeAccess(bmc, new AccessChange.RotatePassword());
        assertThat(rotated.ok()).as(rotated.message()).isTrue();
        var off = world.changeAccess(bmc, new AccessChange.SetAccount(viewer.id(), "viewer", false, Privilege.USER,
                Optional.empty()));
        assertThat(off.ok()).as(off.message()).isTrue();
        var clock = world.change(bmc, new BmcChange.SetClock());
        assertThat(clock.ok()).as(clock.message()).isTrue();

        var details = world.service.details(bmc.id());
        assertThat(details.failures()).isEmpty();
        assertThat(details.clock().orElseThrow().skew().abs()).isLessThan(Duration.ofSeconds(5));
        assertThat(world.bmcs.bmc(bmc.id()).orElseThrow().credential()).isNotEqualTo(bmc.credential());
    }

    @Test
    void an_account_is_made_and_the_bmc_says_which_number_it_has() throws Exception {
        Bmc bmc = read(4);
        Secret password = Secret.of("OnSite-2026");

        var made = world.changeAccess(bmc, new AccessChange.SetAccount(63, "onsite", true, Privilege.OPERATOR,
                Optional.of(password)));

        assertThat(made.ok()).as(made.message()).isTrue();
        assertThat(world.service.details(bmc.id()).accounts().orElseThrow().users())
                .filteredOn(user -> user.name().equals("onsite")).singleElement().satisfies(user -> {
                    assertThat(user.id()).isNotEqualTo(63);
                    assertThat(user.enabled()).isTrue();
                    assertThat(user.privilege()).isEqualTo(Privilege.OPERATOR);
                });
    }

    @Test
    void the_own_account_is_made_where_there_is_none() throws Exception {
        Bmc bmc = read(5);
        var login = new OwnLogin(world.driver, world.setup);
        var present = new BmcEndpoint(bmc.address(), bmc.port(), lab.options().user(),
                Secret.of(lab.options().password()));
        var own = new BmcEndpoint(bmc.address(), bmc.port(), "dcos", Secret.of("Own-Login-2026"));

        login.give(present, own);

        assertThat(login.opens(own)).isTrue();
        assertThat(login.opens(present)).isTrue();
    }

    @Test
    void the_network_is_changed_and_redfish_goes_on_at_the_new_address() throws Exception {
        Bmc bmc = read(3);

        var moved = world.changeAccess(bmc, new AccessChange.SetNetwork(Source.STATIC, Optional.of("127.93.80.3"),
                Optional.of("255.255.0.0"), Optional.of("127.93.0.1"), Optional.empty()));

        assertThat(moved.ok()).as(moved.message()).isTrue();
        Bmc now = world.bmcs.bmc(bmc.id()).orElseThrow();
        assertThat(now.address()).isEqualTo("127.93.80.3");
        world.service.read(ReadOrder.of(bmc.id()));
        assertThat(world.service.details(bmc.id()).failures()).isEmpty();
    }
}

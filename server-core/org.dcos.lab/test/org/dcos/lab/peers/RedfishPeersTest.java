package org.dcos.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.lab.bmc.SharedBmc;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.plan.Manufacturer;
import org.dcos.lab.redfish.RedfishPort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that others wrote after the same specification, against the simulated services: redfishtool and sushy. */
class RedfishPeersTest {

    private static final int SERVERS = 40;

    private static Lab lab;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.start(LabOptions.DEFAULT.withServers(SERVERS).withBaseAddress("127.95.0.0").withRedfish());
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    /** A running server of the old style and one of the new. */
    private static List<LabBmc> bothStyles() {
        var found = new ArrayList<LabBmc>();
        for (boolean modern : new boolean[] {false, true}) {
            StandingStill.oneOfEachMaker(lab).stream().filter(bmc -> switch (bmc.server().hardware().manufacturer()) {
                case DELL, HPE, LENOVO -> modern;
                case HUAWEI, INSPUR, H3C -> !modern;
            }).findFirst().ifPresent(found::add);
        }
        return found;
    }

    private static RedfishPort port(LabBmc bmc) {
        return lab.redfish().get(bmc.server().number() - 1);
    }

    @Test
    void redfishtool_reads_who_it_is() throws Exception {
        for (LabBmc bmc : bothStyles()) {
            var told = Peer.redfishtool(lab, port(bmc), "Systems", "get");

            assertThat(told.status()).as(told.output()).isZero();
            assertThat(told.output()).contains(bmc.server().serial(), bmc.server().hardware().model());
        }
    }

    @Test
    void redfishtool_sets_the_boot_source_under_the_etag() throws Exception {
        for (LabBmc bmc : bothStyles()) {
            var told = Peer.redfishtool(lab, port(bmc), "Systems", "setBootOverride", "Once", "Pxe");

            assertThat(told.status()).as(told.output()).isZero();
            assertThat(bmc.simulator().shared().boot().device()).isEqualTo(1);
            assertThat(bmc.simulator().shared().boot().persistent()).isFalse();
        }
    }

    @Test
    void redfishtool_makes_changes_and_deletes_a_user() throws Exception {
        LabBmc bmc = bothStyles().getLast();
        SharedBmc shared = bmc.simulator().shared();

        var made = Peer.redfishtool(lab, port(bmc), "AccountService", "adduser", "bob", "Passw0rd1", "Operator");
        assertThat(made.status()).as(made.output()).isZero();
        assertThat(shared.login("bob", "Passw0rd1")).isPresent();

        var changed = Peer.redfishtool(lab, port(bmc), "AccountService", "setpassword", "bob", "Passw0rd2");
        assertThat(changed.status()).as(changed.output()).isZero();
        assertThat(shared.login("bob", "Passw0rd2")).isPresent();

        var deleted = Peer.redfishtool(lab, port(bmc), "AccountService", "deleteuser", "bob");
        assertThat(deleted.status()).as(deleted.output()).isZero();
        assertThat(shared.accounts()).noneMatch(account -> account.name().equals("bob"));
    }

    @Test
    void sushy_reads_the_whole_server() throws Exception {
        for (LabBmc bmc : bothStyles()) {
            var told = Peer.sushy(lab, port(bmc),
                    """
                            print(system.power_state.value, system.serial_number, system.uuid)
                            drives = [d for s in system.storage.get_members() for d in s.drives]
                            print(len(system.processors.get_members()), [d.serial_number for d in drives])
                            print(system.chassis[0].chassis_type.value, system.managers[0].firmware_version)
                            print(sorted(v.value for v in system.get_allowed_reset_system_values()))""");

            assertThat(told.status()).as(told.output()).isZero();
            assertThat(told.output()).contains("On " + bmc.server().serial(), "RackMount", "ForceOff")
                    .contains(bmc.simulator().shared().guid().toString(), bmc.simulator().shared().firmware())
                    .contains("2 ['S6%05d1', 'S6%05d2']".formatted(bmc.server().number(), bmc.server().number()));
        }
    }

    @Test
    void sushy_boots_once_from_the_network_by_uefi_and_lights_the_led() throws Exception {
        for (LabBmc bmc : bothStyles()) {
            var told = Peer.sushy(lab, port(bmc),
                    """
                            once = sushy.BootSourceOverrideEnabled.ONCE
                            uefi = sushy.BootSourceOverrideMode.UEFI
                            system.set_system_boot_options(sushy.BootSource.PXE, enabled=once, mode=uefi)
                            system.refresh()
                            print(system.boot.target.value, system.boot.enabled.value, system.boot.mode.value)""");

            assertThat(told.output()).contains("Pxe Once UEFI");
            assertThat(bmc.simulator().shared().boot()).isEqualTo(new SharedBmc.Boot(1, false, true));
        }
        LabBmc old = StandingStill.oneOfEachMaker(lab).stream() // sushy sends no ETag with this one
                .filter(bmc -> bmc.server().hardware().manufacturer() == Manufacturer.H3C).findFirst().orElseThrow();
        var lit = Peer.sushy(lab, port(old), "system.set_indicator_led(sushy.IndicatorLED.BLINKING)");
        assertThat(lit.status()).as(lit.output()).isZero();
        assertThat(old.simulator().shared().isLit()).isTrue();
    }

    @Test
    void sushy_switches_the_power() throws Exception {
        LabBmc bmc = lab.bmcs().stream().filter(each -> !each.simulator().isOn()).findFirst().orElseThrow();

        var told = Peer.sushy(lab, port(bmc), """
                system.reset_system(sushy.ResetType.ON)
                import time
                end = time.monotonic() + 15
                while system.power_state != sushy.PowerState.ON and time.monotonic() < end: system.refresh(force=True)
                print(system.power_state.value)""");

        assertThat(told.output()).contains("On");
        assertThat(bmc.simulator().isOn()).isTrue();
    }

    @Test
    void sushy_reads_the_temperatures_that_ipmi_tells() throws Exception {
        LabBmc bmc = bothStyles().getFirst();

        var told = Peer.sushy(lab, port(bmc),
                "print([t.name for t in system.chassis[0].thermal.temperatures])");

        assertThat(told.output()).contains("['Inlet Temp', 'Exhaust Temp', 'CPU1 Temp', 'CPU2 Temp']");
    }
}

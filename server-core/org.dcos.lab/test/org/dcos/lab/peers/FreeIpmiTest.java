package org.dcos.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dcos.lab.Lab;
import org.dcos.lab.network.Fault;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.plan.Manufacturer;
import org.dcos.lab.sensor.LabSensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FreeIPMI as the real peer. */
class FreeIpmiTest {

    private static final int MANY = 1_000;

    private static Lab lab;

    @TempDir private Path cache;

    @BeforeAll
    static void start() throws IOException {
        lab = StandingStill.lab(MANY, "127.92.0.0");
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17})
    void ipmipower_sees_the_power_of_a_thousand_servers(int suite) throws IOException {
        var outcome = Peer.freeipmi(lab, lab.bmcs(), suite, "ipmipower", "--stat", "-W", "opensesspriv");

        List<String> expected = lab.bmcs().stream().map(bmc -> "%s: %s".formatted(bmc.address().getHostString(),
                bmc.simulator().isOn() ? "on" : "off")).sorted().toList();
        assertThat(outcome.output().lines().map(line -> line.replaceFirst(":\\d+:", ":")).sorted().toList())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Manufacturer.class)
    void ipmi_sensors_reads_the_values_of_the_simulation(Manufacturer maker) throws IOException {
        LabBmc bmc = StandingStill.oneOfEachMaker(lab).stream()
                .filter(each -> each.server().hardware().manufacturer() == maker).findFirst().orElseThrow();

        String table = Peer.freeipmi(lab, List.of(bmc), 17, "ipmi-sensors", "--quiet-cache", "--sdr-cache-directory",
                cache.toString(), "--comma-separated-output", "--no-header-output").output();

        assertThat(table.lines()).hasSize(LabSensor.values().length);
        table.lines().map(line -> line.split(",")).filter(cells -> !cells[3].equals("N/A")).forEach(
                cells -> assertThat(bmc.simulator().read(LabSensor.ofName(cells[1]).orElseThrow()))
                        .hasValueCloseTo(Double.parseDouble(cells[3]), within(0.006)));
        assertThat(table).contains("13,PSU1 Status,Power Supply,N/A,N/A,'Presence detected'");
    }

    @Test
    void ipmi_fru_reads_the_serial() throws IOException {
        LabBmc bmc = lab.bmc(7);

        String fru = Peer.freeipmi(lab, List.of(bmc), 3, "ipmi-fru", "--quiet-cache", "--sdr-cache-directory",
                cache.toString()).output();

        assertThat(fru).contains("FRU Product Serial Number: " + bmc.server().serial())
                .doesNotContainIgnoringCase("checksum invalid").doesNotContainIgnoringCase("error");
    }

    @Test
    void bmc_info_reads_the_maker() throws IOException {
        LabBmc bmc = lab.bmc(8);

        String info = Peer.freeipmi(lab, List.of(bmc), 17, "bmc-info", "--get-device-id").output();

        assertThat(info).contains("(%d)".formatted(bmc.server().hardware().manufacturer().enterprise()))
                .containsPattern("IPMI Version +: 2.0");
    }

    @Test
    void a_wrong_password_is_told_as_such() throws IOException {
        LabBmc bmc = lab.bmc(9);
        bmc.setFault(Fault.WRONG_PASSWORD);

        String told = Peer.freeipmi(lab, List.of(bmc), 17, "ipmipower", "--stat").output();

        bmc.setFault(Fault.NONE);
        assertThat(told).contains("password invalid");
    }
}

package org.dcos.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.dcos.lab.Lab;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.plan.Manufacturer;
import org.dcos.lab.plan.ServerPlan;
import org.dcos.lab.sensor.LabSensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ipmitool as the real peer. */
class IpmitoolTest {

    private static Lab lab;
    private static LabBmc bmc;

    @BeforeAll
    static void start() throws IOException {
        lab = StandingStill.lab(200, "127.91.0.0");
        bmc = lab.bmc(1);
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17})
    void it_reads_the_device_id_with_both_suites(int suite) throws IOException {
        var outcome = Peer.ipmitool(lab, bmc, suite, "mc", "info");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.output()).containsPattern("Manufacturer ID +: %d\n".formatted(
                bmc.server().hardware().manufacturer().enterprise()));
    }

    @ParameterizedTest
    @EnumSource(Manufacturer.class)
    void its_sensor_values_and_thresholds_are_those_of_the_simulation(Manufacturer maker) throws IOException {
        LabBmc ofMaker = StandingStill.oneOfEachMaker(lab).stream()
                .filter(each -> each.server().hardware().manufacturer() == maker).findFirst().orElseThrow();

        Map<String, List<String>> rows = rows(Peer.ipmitool(lab, ofMaker, 17, "sensor").output());

        assertThat(rows).hasSize(LabSensor.values().length);
        for (LabSensor sensor : LabSensor.values()) {
            String shown = rows.get(sensor.displayName()).get(1);
            double value = shown.startsWith("0x") ? Integer.decode(shown) : Double.parseDouble(shown);
            assertThat(ofMaker.simulator().read(sensor)).hasValueCloseTo(value, within(0.0006));
        }
        assertThat(rows.get("Inlet Temp").subList(3, 10)).containsExactly("ok", "na", "5.000", "10.000", "38.000",
                "42.000", "47.000");
    }

    @Test
    void sensors_of_a_server_that_is_off_have_no_reading() throws IOException {
        LabBmc off = lab.bmcs().stream().filter(each -> !each.simulator().isOn()).findFirst().orElseThrow();

        String table = Peer.ipmitool(lab, off, 3, "sdr", "elist").output();

        assertThat(table).containsPattern("FAN1 +\\| 05h \\| ns +\\| 29.1 \\| (No Reading|Disabled)")
                .containsPattern("Inlet Temp +\\| 01h \\| ok");
    }

    @Test
    void a_pinned_sensor_shows_as_critical_and_in_the_event_log() throws IOException {
        LabBmc hot = lab.bmc(2);
        hot.simulator().pin(LabSensor.INLET_TEMP, 44);

        assertThat(Peer.ipmitool(lab, hot, 17, "sdr", "get", "Inlet Temp").output())
                .contains("44 (+/- 0) degrees C").contains("Upper Critical");
        assertThat(Peer.ipmitool(lab, hot, 17, "sel", "elist").output())
                .contains("Temperature Inlet Temp | Upper Critical going high | Asserted");
    }

    @Test
    void it_reads_the_fru_with_serial_and_asset_tag() throws IOException {
        ServerPlan server = bmc.server();

        String fru = Peer.ipmitool(lab, bmc, 17, "fru", "print", "0").output();

        assertThat(fru).contains("Product Serial        : " + server.serial())
                .contains("Product Asset Tag     : " + server.assetTag())
                .contains("Product Name          : " + server.hardware().model());
    }

    @Test
    void it_turns_a_server_off_and_on() throws IOException {
        LabBmc switched = lab.bmc(3);
        switched.simulator().setPower(true);

        Peer.ipmitool(lab, switched, 17, "chassis", "power", "off");
        until(() -> !switched.simulator().isOn());
        assertThat(Peer.ipmitool(lab, switched, 17, "chassis", "power", "status").output())
                .isEqualTo("Chassis Power is off\n");
        assertThat(Peer.ipmitool(lab, switched, 17, "chassis", "power", "cycle").output())
                .contains("Command not supported in present state");
        Peer.ipmitool(lab, switched, 17, "chassis", "power", "on");
        until(() -> switched.simulator().isOn());
    }

    @Test
    void it_sets_the_boot_device_for_one_start() throws IOException {
        LabBmc booting = lab.bmc(4);
        booting.simulator().setPower(true);

        assertThat(Peer.ipmitool(lab, booting, 17, "chassis", "bootdev", "pxe").status()).isZero();

        assertThat(Peer.ipmitool(lab, booting, 17, "chassis", "bootparam", "get", "5").output())
                .contains("Boot Flag Valid").contains("Force PXE");
        Peer.ipmitool(lab, booting, 17, "chassis", "power", "reset");
        assertThat(Peer.ipmitool(lab, booting, 17, "chassis", "bootparam", "get", "5").output())
                .contains("Boot Flag Invalid");
    }

    @Test
    void it_sets_a_threshold() throws IOException {
        LabBmc changed = lab.bmc(5);

        assertThat(Peer.ipmitool(lab, changed, 17, "sensor", "thresh", "Inlet Temp", "ucr", "41").status()).isZero();

        assertThat(rows(Peer.ipmitool(lab, changed, 17, "sensor").output()).get("Inlet Temp").get(8))
                .isEqualTo("41.000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mc guid", "mc selftest", "mc getenables", "mc watchdog get", "chassis status",
        "chassis poh", "chassis restart_cause", "chassis policy list",
        "chassis identify 1", "sdr info", "sdr elist all", "sel info",
        "sel list", "sel time get", "fru print", "lan print 1", "user list 1", "user summary 1", "channel info 1",
        "channel getciphers ipmi 1", "session info active", "sol info 1", "dcmi power reading"})
    void it_has_no_complaint_about(String command) throws IOException {
        var outcome = Peer.ipmitool(lab, bmc, 17, command.split(" "));

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.output().replace("Error Detect/Cor", "")).doesNotContainIgnoringCase("error")
                .doesNotContainIgnoringCase("invalid")
                .doesNotContainIgnoringCase("unable");
    }

    @Test
    void an_unknown_command_is_refused_as_such() throws IOException {
        assertThat(Peer.ipmitool(lab, bmc, 17, "raw", "0x30", "0x01").output()).contains("rsp=0xc1");
    }

    private static Map<String, List<String>> rows(String table) {
        return table.lines().map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .collect(Collectors.toMap(List::getFirst, cells -> cells));
    }

    private static void until(BooleanSupplier condition) {
        long limit = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 10 s").isLessThan(limit);
            Thread.onSpinWait();
        }
    }
}

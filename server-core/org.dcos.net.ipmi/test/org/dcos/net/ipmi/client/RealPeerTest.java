package org.dcos.net.ipmi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.dcos.net.ipmi.command.BootFlags;
import org.dcos.net.ipmi.command.ChassisControl;
import org.dcos.net.ipmi.command.ChassisIdentify;
import org.dcos.net.ipmi.command.ChassisStatus;
import org.dcos.net.ipmi.command.DeviceId;
import org.dcos.net.ipmi.command.IpmiGuid;
import org.dcos.net.ipmi.fru.Fru;
import org.dcos.net.ipmi.peer.IpmiSim;
import org.dcos.net.ipmi.peer.Ipmitool;
import org.dcos.net.ipmi.peer.TestRack;
import org.dcos.net.ipmi.sdr.Threshold;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client against a process of ipmi_sim, with ipmitool as the second opinion on everything. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealPeerTest {

    private IpmiSim sim;
    private Ipmitool ipmitool;
    private IpmiClient client;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        sim = IpmiSim.start(folder, TestRack.sensors(), TestRack.locators(), TestRack.fru());
        ipmitool = new Ipmitool(sim.address(), IpmiSim.USER, IpmiSim.PASSWORD, 3);
        client = new IpmiClient(ClientOptions.defaults().withTimeouts(Duration.ofMillis(500), 5));
    }

    @AfterAll
    void stop() throws Exception {
        if (client != null) {
            client.close();
        }
        if (sim != null) {
            sim.close();
        }
    }

    @Test
    void device_id_is_that_of_ipmitool() throws Exception {
        List<String> info = ipmitool.run("mc", "info");

        try (var bmc = client.connect(target())) {
            DeviceId id = bmc.send(new DeviceId.Get());

            assertThat(id.firmware()).isEqualTo(Ipmitool.valueOf(info, "Firmware Revision"));
            assertThat(id.ipmi()).isEqualTo(Ipmitool.valueOf(info, "IPMI Version"));
            assertThat(Integer.toString(id.manufacturer())).isEqualTo(Ipmitool.valueOf(info, "Manufacturer ID"));
            assertThat(Ipmitool.valueOf(info, "Product ID")).startsWith(Integer.toString(id.product()));
        }
    }

    @Test
    void guid_is_that_of_the_configuration() throws Exception {
        try (var bmc = client.connect(target())) {
            assertThat(bmc.send(new IpmiGuid.GetSystem()).toString()).startsWith("a123456789abcdef");
        }
    }

    @Test
    void power_commands_are_seen_by_ipmitool() throws Exception {
        try (var bmc = client.connect(target())) {
            bmc.send(new ChassisControl(ChassisControl.Action.POWER_ON));
            assertThat(ipmitool.run("chassis", "power", "status")).containsExactly("Chassis Power is on");
            assertThat(bmc.send(new ChassisStatus.Get()).isOn()).isTrue();
            assertThat(sim.power()).isEqualTo("1");

            bmc.send(new ChassisControl(ChassisControl.Action.POWER_CYCLE));
            awaitCommand("power 0");
            awaitPower("on"); // ipmi_sim stays off for seconds, as a real one does

            bmc.send(new ChassisControl(ChassisControl.Action.POWER_OFF));
            assertThat(ipmitool.run("chassis", "power", "status")).containsExactly("Chassis Power is off");
            assertThat(bmc.send(new ChassisStatus.Get()).isOn()).isFalse();
        }
    }

    @Test
    void power_commands_of_ipmitool_are_seen() throws Exception {
        try (var bmc = client.connect(target())) {
            ipmitool.run("chassis", "power", "on");
            assertThat(bmc.send(new ChassisStatus.Get()).isOn()).isTrue();

            ipmitool.run("chassis", "power", "off");
            assertThat(bmc.send(new ChassisStatus.Get()).isOn()).isFalse();
        }
    }

    @Test
    void chassis_identify_is_accepted() throws Exception {
        try (var bmc = client.connect(target())) {
            bmc.send(new ChassisIdentify(15, false));
        }
        assertThat(sim.chassisCommands()).anyMatch(command -> command.contains("identify"));
    }

    @Test
    void a_boot_device_is_seen_by_ipmitool_and_the_other_way_round() throws Exception {
        try (var bmc = client.connect(target())) {
            BootOptions.set(bmc, BootFlags.of(BootFlags.Device.PXE, false, false));
            assertThat(ipmitool.run("chassis", "bootparam", "get", "5")).anyMatch(line -> line.contains("Force PXE"));
            assertThat(sim.bootDevice()).isEqualTo("pxe");

            ipmitool.run("chassis", "bootdev", "disk");
            assertThat(BootOptions.get(bmc).device()).contains(BootFlags.Device.DISK);

            BootOptions.set(bmc, BootFlags.of(BootFlags.Device.CD, true, true));
            assertThat(BootOptions.get(bmc).device()).contains(BootFlags.Device.CD);
            assertThat(ipmitool.run("chassis", "bootparam", "get", "5"))
                    .anyMatch(line -> line.contains("CD/DVD"));
        }
    }

    @Test
    void sensor_values_equal_those_of_ipmitool() throws Exception {
        Map<String, String[]> expected = ipmitool.run("sensor").stream().map(line -> line.split("\\|"))
                .collect(Collectors.toMap(columns -> columns[0].strip(), columns -> columns));

        try (var bmc = client.connect(target())) {
            SdrSnapshot records = SdrReader.read(bmc);
            List<SensorValue> values = new SensorReader(records).readAll(bmc);

            assertThat(records.problems()).isEmpty();
            assertThat(values).extracting(SensorValue::name).containsExactlyInAnyOrderElementsOf(expected.keySet());
            for (SensorValue value : values) {
                String theirs = expected.get(value.name())[1].strip();
                if (value.sensor().common().isThreshold()) {
                    assertThat(value.value()).as(value.name()).isPresent();
                    assertThat(value.value().getAsDouble()).as(value.name())
                            .isCloseTo(Double.parseDouble(theirs), within(0.0006));
                } else {
                    assertThat(theirs).startsWith("0x");
                }
            }
        }
    }

    @Test
    void thresholds_equal_those_of_ipmitool() throws Exception {
        // columns of "ipmitool sensor": name, value, units, status, lnr, lcr, lnc, unc, ucr, unr
        var order = List.of(Threshold.LOWER_NON_RECOVERABLE, Threshold.LOWER_CRITICAL, Threshold.LOWER_NON_CRITICAL,
                Threshold.UPPER_NON_CRITICAL, Threshold.UPPER_CRITICAL, Threshold.UPPER_NON_RECOVERABLE);
        Map<String, String[]> expected = ipmitool.run("sensor").stream().map(line -> line.split("\\|"))
                .collect(Collectors.toMap(columns -> columns[0].strip(), columns -> columns));

        try (var bmc = client.connect(target())) {
            var reader = new SensorReader(SdrReader.read(bmc));
            for (var sensor : reader.records().sensors()) {
                var thresholds = reader.thresholds(bmc, sensor);
                var ours = new ArrayList<String>();
                var theirs = new ArrayList<String>();
                for (int i = 0; i < order.size(); i++) {
                    Double value = thresholds.get(order.get(i));
                    ours.add(value == null ? "na" : "%.3f".formatted(value));
                    theirs.add(expected.get(sensor.name())[4 + i].strip());
                }
                assertThat(ours).as(sensor.name()).isEqualTo(theirs);
            }
        }
    }

    @Test
    void states_of_discrete_sensors_are_told_in_words() throws Exception {
        try (var bmc = client.connect(target())) {
            var values = new SensorReader(SdrReader.read(bmc)).readAll(bmc).stream()
                    .collect(Collectors.toMap(SensorValue::name, value -> value));

            assertThat(values.get("PSU1 Status").states()).containsExactly("Present", "Failure");
            assertThat(values.get("Redundancy").states()).containsExactly("Fully redundant");
            assertThat(values.get("PSU1 Status").value()).isEqualTo(OptionalDouble.empty());
        }
    }

    @Test
    void unchanged_records_are_not_read_again() throws Exception {
        try (var bmc = client.connect(target())) {
            SdrSnapshot known = SdrReader.read(bmc);
            long sent = client.statistics().sent();

            SdrSnapshot again = SdrReader.refresh(bmc, known);

            assertThat(again).isSameAs(known);
            assertThat(client.statistics().sent() - sent).isEqualTo(2);
        }
    }

    @Test
    void the_inventory_is_that_of_ipmitool_and_of_the_configuration() throws Exception {
        List<String> printed = ipmitool.run("fru", "print", "0");

        try (var bmc = client.connect(target())) {
            Fru fru = FruReader.read(bmc);

            assertThat(fru).isEqualTo(TestRack.fru());
            assertThat(fru.serialNumber()).contains(Ipmitool.valueOf(printed, "Product Serial"));
            assertThat(fru.chassis().orElseThrow().serialNumber())
                    .isEqualTo(Ipmitool.valueOf(printed, "Chassis Serial"));
            assertThat(fru.board().orElseThrow().productName()).isEqualTo(Ipmitool.valueOf(printed, "Board Product"));
            assertThat(fru.product().orElseThrow().assetTag())
                    .isEqualTo(Ipmitool.valueOf(printed, "Product Asset Tag"));
            assertThat(printed).filteredOn(line -> line.contains("Product Extra"))
                    .hasSize(fru.product().orElseThrow().custom().size());
        }
    }

    @Test
    void a_wrong_password_is_found_out() {
        var wrong = new BmcTarget(sim.address(), Credential.of(IpmiSim.USER, "wrong".toCharArray()),
                BmcTarget.PREFERRED_SUITES, PrivilegeLevel.ADMINISTRATOR);

        assertThatThrownBy(() -> {
            try (var bmc = client.connect(wrong)) {
                bmc.send(new ChassisStatus.Get());
            }
        }).isInstanceOf(WrongPassword.class);
    }

    @Test
    void an_unknown_user_is_found_out() {
        var unknown = new BmcTarget(sim.address(), Credential.of("nobody", "wrong".toCharArray()),
                BmcTarget.PREFERRED_SUITES, PrivilegeLevel.ADMINISTRATOR);

        assertThatThrownBy(() -> {
            try (var bmc = client.connect(unknown)) {
                bmc.send(new ChassisStatus.Get());
            }
        }).isInstanceOf(WrongPassword.class);
    }

    @Test
    void a_viewer_may_look_and_not_switch() throws Exception {
        var viewer = new BmcTarget(sim.address(), Credential.of("viewer", "look".toCharArray()),
                BmcTarget.PREFERRED_SUITES, PrivilegeLevel.USER);

        try (var bmc = client.connect(viewer)) {
            bmc.send(new ChassisStatus.Get());
            assertThatThrownBy(() -> bmc.send(new ChassisControl(ChassisControl.Action.POWER_ON)))
                    .isInstanceOf(BmcRefused.class).hasMessageContaining("privilege");
        }
    }

    @Test
    void a_bmc_that_restarted_is_talked_to_again() throws Exception {
        try (var bmc = client.connect(target())) {
            bmc.send(new ChassisStatus.Get());
            sim.restart();

            bmc.send(new ChassisStatus.Get());
        }
    }

    private void awaitCommand(String command) throws Exception {
        for (int i = 0; !sim.chassisCommands().contains(command); i++) {
            assertThat(i).as("%s in %s", command, sim.chassisCommands()).isLessThan(2_000);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void awaitPower(String state) throws Exception {
        for (int i = 0; !ipmitool.run("chassis", "power", "status").contains("Chassis Power is " + state); i++) {
            assertThat(i).as("power is " + state).isLessThan(300);
        }
    }

    private BmcTarget target() {
        return new BmcTarget(sim.address(), Credential.of(IpmiSim.USER, IpmiSim.PASSWORD.toCharArray()),
                BmcTarget.PREFERRED_SUITES, PrivilegeLevel.ADMINISTRATOR);
    }
}

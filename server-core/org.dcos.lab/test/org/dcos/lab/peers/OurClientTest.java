package org.dcos.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.dcos.lab.Lab;
import org.dcos.lab.network.Fault;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.sensor.LabSensor;
import org.dcos.net.ipmi.client.BmcSilent;
import org.dcos.net.ipmi.client.BmcTarget;
import org.dcos.net.ipmi.client.ClientOptions;
import org.dcos.net.ipmi.client.Credential;
import org.dcos.net.ipmi.client.FruReader;
import org.dcos.net.ipmi.client.IpmiClient;
import org.dcos.net.ipmi.client.ProtocolViolation;
import org.dcos.net.ipmi.client.SdrReader;
import org.dcos.net.ipmi.client.SensorReader;
import org.dcos.net.ipmi.client.WrongPassword;
import org.dcos.net.ipmi.command.ChassisControl;
import org.dcos.net.ipmi.command.ChassisStatus;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server-core's own client, with both cipher suites. */
class OurClientTest {

    private static final int SERVERS = 40;

    private static Lab lab;
    private static IpmiClient client;

    @BeforeAll
    static void start() throws IOException {
        lab = StandingStill.lab(SERVERS, "127.94.0.0");
        client = new IpmiClient(ClientOptions.defaults().withTimeouts(Duration.ofMillis(500), 3));
    }

    @AfterAll
    static void end() {
        client.close();
        lab.close();
    }

    private static BmcTarget target(LabBmc bmc, CipherSuite suite, String password) {
        return new BmcTarget(bmc.address(), Credential.of(lab.options().user(), password.toCharArray()), List.of(suite),
                PrivilegeLevel.ADMINISTRATOR);
    }

    @ParameterizedTest
    @EnumSource(value = CipherSuite.class, names = {"SUITE_3", "SUITE_17"})
    void reads_power_serial_and_every_sensor_of_all_servers(CipherSuite suite) throws Exception {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = lab.bmcs().stream().<Callable<Void>>map(bmc -> () -> {
                compare(bmc, suite);
                return null;
            }).toList();
            for (var one : workers.invokeAll(all)) {
                one.get();
            }
        }
    }

    private static void compare(LabBmc bmc, CipherSuite suite) throws Exception {
        try (var connection = client.connect(target(bmc, suite, lab.options().password()))) {
            assertThat(connection.send(new ChassisStatus.Get()).isOn()).isEqualTo(bmc.simulator().isOn());
            assertThat(FruReader.read(connection).serialNumber()).contains(bmc.server().serial());
            var values = new SensorReader(SdrReader.read(connection)).readAll(connection);
            assertThat(values).hasSize(LabSensor.values().length);
            values.stream().filter(value -> value.value().isPresent()).forEach(value -> assertThat(
                    bmc.simulator().read(LabSensor.ofName(value.sensor().name()).orElseThrow()))
                            .hasValueCloseTo(value.value().getAsDouble(), within(0.006)));
        }
    }

    @Test
    void switches_the_power() throws Exception {
        LabBmc bmc = lab.bmcs().stream().filter(each -> each.simulator().isOn()).findFirst().orElseThrow();
        try (var connection = client.connect(target(bmc, CipherSuite.SUITE_17, lab.options().password()))) {
            connection.send(new ChassisControl(ChassisControl.Action.POWER_OFF));

            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (connection.send(new ChassisStatus.Get()).isOn() && System.nanoTime() < end) {
                Thread.onSpinWait(); // a chassis takes a moment
            }
            assertThat(bmc.simulator().isOn()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(value = CipherSuite.class, names = {"SUITE_3", "SUITE_17"})
    void says_that_a_password_is_wrong(CipherSuite suite) {
        try (var connection = client.connect(target(lab.bmc(2), suite, "not-the-password"))) {
            assertThatThrownBy(() -> connection.send(new ChassisStatus.Get())).isInstanceOf(WrongPassword.class);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"SILENT", "GARBAGE"})
    void says_when_a_bmc_is_silent_or_talks_nonsense(Fault fault) {
        LabBmc bmc = lab.bmc(3);
        bmc.setFault(fault);
        try (var connection = client.connect(target(bmc, CipherSuite.SUITE_3, lab.options().password()))) {
            assertThatThrownBy(() -> connection.send(new ChassisStatus.Get())).isInstanceOfAny(BmcSilent.class,
                    ProtocolViolation.class);
        } finally {
            bmc.setFault(Fault.NONE);
        }
    }
}

package org.dcos.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.lab.network.Fault;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.redfish.RedfishPort;
import org.dcos.lab.sensor.LabSensor;
import org.dcos.net.redfish.client.Fingerprint;
import org.dcos.net.redfish.client.NotOffered;
import org.dcos.net.redfish.client.NotRedfish;
import org.dcos.net.redfish.client.ProtocolViolation;
import org.dcos.net.redfish.client.RedfishClient;
import org.dcos.net.redfish.client.RedfishConnection;
import org.dcos.net.redfish.client.RedfishLogin;
import org.dcos.net.redfish.client.RedfishOptions;
import org.dcos.net.redfish.client.RedfishRefused;
import org.dcos.net.redfish.client.RedfishTarget;
import org.dcos.net.redfish.client.ServiceSilent;
import org.dcos.net.redfish.client.Urgency;
import org.dcos.net.redfish.client.WrongLogin;
import org.dcos.net.redfish.model.BootOverride;
import org.dcos.net.redfish.model.EthernetInterface;
import org.dcos.net.redfish.model.Part;
import org.dcos.net.redfish.model.ResetType;
import org.dcos.net.redfish.model.Sensor;
import org.dcos.net.redfish.service.AccountControl;
import org.dcos.net.redfish.service.LogPosition;
import org.dcos.net.redfish.service.LogReader;
import org.dcos.net.redfish.service.LogReading;
import org.dcos.net.redfish.service.ManagerControl;
import org.dcos.net.redfish.service.PartReader;
import org.dcos.net.redfish.service.SensorReader;
import org.dcos.net.redfish.service.SystemControl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server-core's own client with the simulated service of each maker. */
class OurRedfishClientTest {

    private static final int SERVERS = 40;
    private static final Map<RedfishTarget, Fingerprint> PINS = new ConcurrentHashMap<>();

    private static Lab lab;
    private static RedfishClient client;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.start(LabOptions.DEFAULT.withServers(SERVERS).withBaseAddress("127.96.0.0").withRedfish());
        client = new RedfishClient(RedfishOptions.defaults().withWaits(Duration.ofSeconds(10), Duration.ofSeconds(15),
                Duration.ofSeconds(20)), (target, shown) -> PINS.computeIfAbsent(target, _ -> shown));
    }

    @AfterAll
    static void end() {
        client.close();
        lab.close();
    }

    private static RedfishPort port(LabBmc bmc) {
        return lab.redfish().get(bmc.server().number() - 1);
    }

    private static RedfishConnection connect(LabBmc bmc, String user, String password) {
        return client.connect(new RedfishTarget(port(bmc).address().getHostString(), port(bmc).address().getPort()),
                RedfishLogin.of(user, password.toCharArray()), Urgency.OPERATOR);
    }

    private static RedfishConnection connect(LabBmc bmc) {
        return connect(bmc, lab.options().user(), lab.options().password());
    }

    @Test
    void tells_the_same_as_ipmi_with_every_maker() throws Exception {
        for (LabBmc bmc : StandingStill.oneOfEachMaker(lab)) {
            var control = new SystemControl(connect(bmc));
            var system = control.system();

            assertThat(control.serialNumber(system)).isEqualTo(bmc.server().serial());
            assertThat(system.uuid()).isEqualTo(bmc.simulator().shared().guid().toString());
            for (Sensor sensor : new SensorReader(connect(bmc)).read()) {
                LabSensor.ofName(sensor.name()).filter(each -> !each.kind().isDiscrete())
                        .ifPresent(each -> assertThat(sensor.value().orElseThrow())
                                .isCloseTo(bmc.simulator().read(each).orElseThrow(),
                                        within(0.1 * Math.abs(sensor.value().get()) + 1)));
            }
        }
    }

    @Test
    void lists_the_parts_of_both_styles() throws Exception {
        for (LabBmc bmc : StandingStill.oneOfEachMaker(lab)) {
            var parts = new PartReader(connect(bmc)).read();

            assertThat(parts).filteredOn(part -> part.kind() == Part.Kind.PROCESSOR).hasSize(2);
            assertThat(parts).filteredOn(part -> part.kind() == Part.Kind.MEMORY)
                    .hasSize(8 * bmc.server().hardware().heightUnits());
            assertThat(parts).filteredOn(part -> part.kind() == Part.Kind.POWER_SUPPLY)
                    .extracting(Part::slot).hasSize(2).doesNotHaveDuplicates();
            assertThat(parts).filteredOn(part -> part.kind() == Part.Kind.FAN).hasSize(4);
            assertThat(parts).filteredOn(part -> part.kind() == Part.Kind.DRIVE).hasSize(2);
        }
    }

    @Test
    void boots_from_the_network_and_back_with_every_maker() throws Exception {
        for (LabBmc bmc : StandingStill.oneOfEachMaker(lab)) {
            var control = new SystemControl(connect(bmc));

            control.boot(BootOverride.Target.PXE, BootOverride.Enabled.CONTINUOUS, true);
            assertThat(bmc.simulator().shared().boot().device()).isEqualTo(1);
            assertThat(bmc.simulator().shared().boot().persistent()).isTrue();
            assertThat(bmc.simulator().shared().boot().uefi()).isTrue();

            control.boot(BootOverride.Target.NONE, BootOverride.Enabled.DISABLED, true);
            assertThat(bmc.simulator().shared().boot().device()).isZero();
            assertThatThrownBy(() -> control.boot(BootOverride.Target.UEFI_HTTP, BootOverride.Enabled.ONCE, true))
                    .isInstanceOf(NotOffered.class);

            control.light(true);
            assertThat(control.lit()).contains(true);
            control.light(false);
            assertThat(bmc.simulator().shared().isLit()).isFalse();
        }
    }

    @Test
    void asks_for_a_reset_only_of_a_kind_that_there_is() throws Exception {
        for (LabBmc bmc : StandingStill.oneOfEachMaker(lab)) {
            var control = new SystemControl(connect(bmc));
            control.reset(ResetType.NMI);
            switch (bmc.server().hardware().manufacturer()) {
                case HPE -> assertThatThrownBy(() -> control.reset(ResetType.POWER_CYCLE))
                        .isInstanceOf(NotOffered.class).hasMessageContaining("PowerCycle");
                case HUAWEI, INSPUR, DELL, LENOVO, H3C -> control.reset(ResetType.FORCE_RESTART);
            }
        }
    }

    @Test
    void reads_the_log_then_what_is_new_and_clears_it() throws Exception {
        for (LabBmc bmc : StandingStill.oneOfEachMaker(lab)) {
            var reader = new LogReader(connect(bmc));
            for (int i = 0; i < 60; i++) { // more than a page
                bmc.simulator().pin(LabSensor.INLET_TEMP, i % 2 == 0 ? 44 : 20);
            }
            LogReading all = reader.read(reader.hardwareLog(), LogPosition.START);
            assertThat(all.entries()).hasSize(bmc.simulator().eventCount()).hasSizeGreaterThan(60);
            assertThat(all.entries().getFirst().message()).startsWith("Inlet Temp: ");

            bmc.simulator().pin(LabSensor.INLET_TEMP, 39);
            LogReading fresh = reader.read(reader.hardwareLog(), all.position());
            assertThat(fresh.gap()).isFalse();
            assertThat(fresh.entries()).extracting(entry -> entry.message())
                    .containsExactly("Inlet Temp: upper non-critical going high");

            bmc.simulator().release(LabSensor.INLET_TEMP);
            reader.clear(reader.hardwareLog()); // a task with one maker
            assertThat(bmc.simulator().eventCount()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void sets_address_clock_and_services_of_the_controller() throws Exception {
        for (LabBmc bmc : StandingStill.oneOfEachMaker(lab)) {
            var control = new ManagerControl(connect(bmc));
            var port = control.interfaceOf(bmc.address().getHostString());
            assertThat(port.mac()).isEqualTo(bmc.simulator().shared().network().mac());

            // no address of this machine: the controller stays where it is, as one without a cable would
            control.useAddress(port, new EthernetInterface.Ipv4("10.9.8.7", "255.255.255.0", "10.9.8.1", ""));
            assertThat(bmc.simulator().shared().network().address()).isEqualTo("10.9.8.7");
            control.useDhcp(port);
            assertThat(bmc.simulator().shared().network().dhcp()).isTrue();

            Instant time = Instant.parse("2026-01-02T03:04:05Z");
            control.setTime(time);
            assertThat(control.manager().time().orElseThrow()).isBetween(time, time.plusSeconds(20));
            control.setTime(Instant.now());

            control.offer(control.protocols(), "SSH", false);
            assertThat(control.protocols().enabled()).containsEntry("SSH", false);
            control.restart();
            assertThat(control.manager().firmware()).isEqualTo(bmc.simulator().shared().firmware());
        }
    }

    @Test
    void answers_at_the_address_that_it_was_given() throws Exception {
        LabBmc bmc = lab.bmc(7);
        var control = new ManagerControl(connect(bmc));
        control.useAddress(control.interfaceOf(bmc.address().getHostString()),
                new EthernetInterface.Ipv4("127.96.7.7", "255.255.0.0", "127.96.0.254", ""));

        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!port(bmc).address().getHostString().equals("127.96.7.7") && System.nanoTime() < end) {
            Thread.onSpinWait(); // the answer goes out first
        }

        assertThat(new ManagerControl(connect(bmc)).manager().firmware()).isNotEmpty();
        assertThat(bmc.address().getHostString()).isEqualTo("127.96.7.7");
    }

    @Test
    void changes_passwords_and_holds_to_roles() throws Exception {
        for (LabBmc bmc : StandingStill.oneOfEachMaker(lab)) {
            var accounts = new AccountControl(connect(bmc));
            accounts.create("carol", "First-2026".toCharArray(), "ReadOnly");
            accounts.changePassword("carol", "Second-2026".toCharArray());

            assertThatThrownBy(() -> new SystemControl(connect(bmc, "carol", "First-2026")).system())
                    .isInstanceOf(WrongLogin.class);
            var carol = new SystemControl(connect(bmc, "carol", "Second-2026"));
            assertThat(carol.system().serialNumber()).isNotEmpty();
            assertThatThrownBy(() -> carol.reset(ResetType.FORCE_OFF)).isInstanceOf(RedfishRefused.class)
                    .hasMessageContaining("insufficient privileges");
            accounts.enable("carol", false);
            assertThatThrownBy(carol::system).isInstanceOf(WrongLogin.class);
            accounts.delete("carol");
            assertThat(accounts.accounts()).noneMatch(account -> account.user().equals("carol"));
        }
    }

    @Test
    void says_when_a_service_is_silent_or_talks_nonsense() {
        LabBmc bmc = lab.bmc(3);
        bmc.setFault(Fault.GARBAGE);
        assertThatThrownBy(() -> new SystemControl(connect(bmc)).system()).isInstanceOfAny(ProtocolViolation.class,
                NotRedfish.class);
        bmc.setFault(Fault.SILENT);
        try (var impatient = new RedfishClient(RedfishOptions.defaults().withWaits(Duration.ofSeconds(1),
                Duration.ofSeconds(1), Duration.ofSeconds(1)), (_, shown) -> shown)) {
            var target = connect(bmc).target();
            assertThatThrownBy(() -> new SystemControl(impatient.connect(target, RedfishLogin.of("a", new char[0]),
                    Urgency.OPERATOR)).system()).isInstanceOf(ServiceSilent.class);
        } finally {
            bmc.setFault(Fault.NONE);
        }
    }

    @Test
    void leaves_no_session_behind() throws Exception {
        LabBmc bmc = lab.bmc(5);
        new SystemControl(connect(bmc)).system();
        assertThat(port(bmc).sessions()).isEqualTo(1);

        client.forget(connect(bmc).target());

        assertThat(port(bmc).sessions()).isZero();
    }
}

package org.dcos.server.oob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcLog.Entry;
import org.dcos.domain.bmc.BmcProtocol;
import org.dcos.domain.bmc.BmcProtocolStore;
import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.LanSettings;
import org.dcos.domain.bmc.BmcSetup.Part;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.BmcTrouble.Cause;
import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.lab.network.Fault;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.plan.Manufacturer;
import org.dcos.lab.sensor.LabSensor;
import org.dcos.net.ipmi.client.ClientOptions;
import org.dcos.net.redfish.client.RedfishOptions;
import org.dcos.server.oob.redfish.RedfishBmcDriver;
import org.dcos.server.oob.redfish.RedfishBmcLog;
import org.dcos.server.oob.redfish.RedfishBmcSetup;
import org.dcos.server.oob.redfish.RedfishConversations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Redfish where a BMC has it, else IPMI: with simulated BMCs that speak both, over real sockets. */
@Timeout(120)
class RedfishAgainstLabTest {

    private static final LabOptions OPTIONS = LabOptions.DEFAULT.withServers(20).withBaseAddress("127.99.0.0");

    private final Kept kept = new Kept();
    private final BmcStore bmcs = new Fakes().bmcStore();
    private Lab lab;
    private IpmiConversations ipmi;
    private RedfishConversations redfish;
    private ChosenBmcDriver driver;
    private ChosenBmcSetup setup;
    private ChosenBmcLog log;

    /** What is kept, in a list. */
    private static final class Kept implements BmcProtocolStore {
        private final List<BmcProtocol> all = new ArrayList<>();

        @Override
        public List<BmcProtocol> protocols() {
            return List.copyOf(all);
        }

        @Override
        public void keep(BmcProtocol protocol) {
            forget(protocol.address(), protocol.port());
            all.add(protocol);
        }

        @Override
        public void forget(String address, int port) {
            all.removeIf(each -> each.address().equals(address) && each.port() == port);
        }
    }

    @BeforeEach
    void start() throws IOException {
        lab = Lab.start(OPTIONS.withRedfish());
        open();
    }

    private void open() throws IOException {
        ipmi = new IpmiConversations(ClientOptions.defaults().withTimeouts(Duration.ofMillis(300), 3));
        redfish = new RedfishConversations(kept, bmcs, RedfishOptions.defaults().withWaits(Duration.ofSeconds(8),
                Duration.ofSeconds(10), Duration.ofSeconds(15)));
        driver = new ChosenBmcDriver(redfish, new RedfishBmcDriver(redfish), new IpmiBmcDriver(ipmi));
        setup = new ChosenBmcSetup(redfish, new RedfishBmcSetup(redfish), new IpmiBmcSetup(ipmi));
        log = new ChosenBmcLog(redfish, new RedfishBmcLog(redfish), new IpmiBmcLog(ipmi));
    }

    @AfterEach
    void end() {
        redfish.close();
        ipmi.close();
        lab.close();
    }

    private BmcEndpoint endpoint(LabBmc bmc) {
        return endpoint(bmc, OPTIONS.password());
    }

    private static BmcEndpoint endpoint(LabBmc bmc, String password) {
        return new BmcEndpoint(bmc.address().getHostString(), bmc.address().getPort(), OPTIONS.user(),
                Secret.of(password));
    }

    private LabBmc of(Manufacturer maker) {
        return lab.bmcs().stream()
                .filter(bmc -> bmc.server().hardware().manufacturer() == maker && bmc.simulator().isOn()).findFirst()
                .orElseThrow();
    }

    private void record(LabBmc bmc) throws Exception {
        bmcs.save(new Bmc(UUID.randomUUID(), 0, bmc.address().getHostString(), bmc.address().getPort(),
                UUID.randomUUID(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private int requests(LabBmc bmc) {
        return lab.redfish().get(bmc.server().number() - 1).sessions();
    }

    @Test
    void asks_for_redfish_when_it_recognises_a_bmc_and_keeps_the_answer() throws Exception {
        LabBmc bmc = of(Manufacturer.HUAWEI);

        var identity = driver.identify(endpoint(bmc));

        var byIpmi = new IpmiBmcDriver(ipmi).identify(endpoint(bmc));
        assertThat(identity.serial()).isEqualTo(bmc.server().serial()).isEqualTo(byIpmi.serial());
        assertThat(identity.guid()).isEqualTo(byIpmi.guid());
        assertThat(identity.firmware()).isEqualTo(byIpmi.firmware());
        assertThat(kept.all).singleElement().satisfies(answer -> assertThat(answer.redfish()).isPresent());
        assertThat(requests(bmc)).isEqualTo(1);
    }

    @Test
    void speaks_ipmi_with_a_bmc_that_has_no_redfish() throws Exception {
        lab.close();
        lab = Lab.start(OPTIONS);
        LabBmc bmc = lab.bmc(1);

        assertThat(driver.identify(endpoint(bmc)).serial()).isEqualTo(bmc.server().serial());
        assertThat(kept.all).singleElement().satisfies(answer -> assertThat(answer.redfish()).isEmpty());
        assertThat(driver.powerState(endpoint(bmc)))
                .isEqualTo(bmc.simulator().isOn() ? PowerState.ON : PowerState.OFF);
    }

    @Test
    void reads_sensors_gives_orders_and_lights_the_led() throws Exception {
        for (Manufacturer maker : List.of(Manufacturer.HUAWEI, Manufacturer.HPE, Manufacturer.H3C)) {
            LabBmc bmc = of(maker);
            bmc.simulator().pin(LabSensor.INLET_TEMP, 44);
            driver.identify(endpoint(bmc));

            List<SensorReading> readings = driver.sensors(endpoint(bmc));
            assertThat(readings).extracting(SensorReading::number).doesNotHaveDuplicates()
                    .isEqualTo(driver.sensors(endpoint(bmc)).stream().map(SensorReading::number).toList());
            assertThat(readings).filteredOn(reading -> reading.name().equals("Inlet Temp")).singleElement()
                    .satisfies(inlet -> {
                        assertThat(inlet.value()).contains(44.0);
                        assertThat(inlet.level()).isEqualTo(SensorReading.Level.CRITICAL);
                        assertThat(inlet.thresholds().upperCritical()).contains(42.0);
                    });

            driver.bootDevice(endpoint(bmc), BootDevice.PXE, false, true);
            assertThat(bmc.simulator().shared().boot().device()).isEqualTo(1);
            driver.identifyLed(endpoint(bmc), Duration.ofSeconds(100));
            assertThat(bmc.simulator().shared().isLit()).isTrue();
            driver.identifyLed(endpoint(bmc), Duration.ZERO);
            assertThat(bmc.simulator().shared().isLit()).isFalse();
            driver.power(endpoint(bmc), PowerAction.NMI);
        }
    }

    @Test
    void asks_over_ipmi_for_what_a_redfish_service_does_not_offer() throws Exception {
        LabBmc bmc = of(Manufacturer.HPE);
        driver.identify(endpoint(bmc));

        driver.power(endpoint(bmc), PowerAction.CYCLE);

        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (bmc.simulator().isOn() && System.nanoTime() < end) {
            Thread.onSpinWait(); // a chassis takes a moment
        }
        assertThat(bmc.simulator().isOn()).isFalse();
    }

    @Test
    void reads_the_power_over_ipmi_while_the_redfish_service_talks_nonsense() throws Exception {
        LabBmc bmc = of(Manufacturer.HUAWEI);
        driver.identify(endpoint(bmc));
        record(bmc);
        lab.redfish().get(bmc.server().number() - 1).close();

        assertThat(driver.powerState(endpoint(bmc))).isEqualTo(PowerState.ON);
        var failure = catchThrowableOfType(BmcFailure.class, () -> driver.sensors(endpoint(bmc)));
        assertThat(failure.kind()).isEqualTo(BmcFailure.Kind.SILENT);
    }

    @Test
    void trusts_no_other_certificate_until_the_bmc_is_forgotten() throws Exception {
        LabBmc bmc = of(Manufacturer.HUAWEI);
        driver.identify(endpoint(bmc));
        record(bmc);
        redfish.close();
        ipmi.close();
        lab.close();
        lab = Lab.start(OPTIONS.withRedfish()); // every controller makes a new certificate
        open(); // from what was kept
        LabBmc again = lab.bmc(bmc.server().number());

        var refused = catchThrowableOfType(BmcFailure.class, () -> driver.sensors(endpoint(again)));

        assertThat(refused.kind()).isEqualTo(BmcFailure.Kind.REFUSED);
        assertThat(refused.trouble().orElseThrow().cause()).isInstanceOf(Cause.OtherCertificate.class);
        assertThat(requests(again)).isZero();

        bmcs.delete(bmcs.bmcs().getFirst().id());
        driver.forget(endpoint(again).address(), endpoint(again).port());
        assertThat(kept.all).isEmpty();
        driver.identify(endpoint(again));
        assertThat(driver.sensors(endpoint(again))).isNotEmpty();
    }

    @Test
    void is_known_again_after_it_was_greeted_and_forgotten() throws Exception {
        LabBmc bmc = of(Manufacturer.HUAWEI);
        driver.ping(bmc.address().getHostString(), 9, Duration.ofSeconds(8)); // leaves a TLS session to take up again
        driver.identify(endpoint(bmc));
        var first = kept.all.getFirst().redfish();

        driver.forget(endpoint(bmc).address(), endpoint(bmc).port());
        assertThat(kept.all).isEmpty();
        driver.identify(endpoint(bmc));

        assertThat(kept.all.getFirst().redfish()).isEqualTo(first).isPresent();
    }

    @Test
    void a_lent_address_is_another_machine_each_time() throws Exception {
        LabBmc bmc = of(Manufacturer.HUAWEI);
        driver.identify(endpoint(bmc));
        lab.close();
        lab = Lab.start(OPTIONS.withRedfish());

        assertThat(driver.identify(endpoint(lab.bmc(bmc.server().number()))).serial())
                .isEqualTo(bmc.server().serial());
    }

    @Test
    void does_not_try_a_refused_login_with_the_other_protocol() throws Exception {
        LabBmc bmc = of(Manufacturer.HUAWEI);
        driver.identify(endpoint(bmc));
        bmc.setFault(Fault.WRONG_PASSWORD);

        var refused = catchThrowableOfType(BmcFailure.class,
                () -> driver.powerState(endpoint(bmc, "not-the-password")));

        assertThat(refused.kind()).isEqualTo(BmcFailure.Kind.WRONG_CREDENTIAL);
        assertThat(refused.trouble().orElseThrow().port()).isNotEqualTo(bmc.address().getPort());
    }

    @Test
    void rotates_a_password_that_then_opens_both() throws Exception {
        for (Manufacturer maker : List.of(Manufacturer.HUAWEI, Manufacturer.HPE)) {
            LabBmc bmc = of(maker);
            driver.identify(endpoint(bmc));
            BmcUser own = setup.users(endpoint(bmc)).stream().filter(user -> user.name().equals(OPTIONS.user()))
                    .findFirst().orElseThrow();
            assertThat(own.privilege()).isEqualTo(BmcUser.Privilege.ADMINISTRATOR);

            setup.password(endpoint(bmc), own.id(), Secret.of("Rotated-2026"));

            assertThat(driver.powerState(endpoint(bmc, "Rotated-2026"))).isEqualTo(PowerState.ON);
            assertThat(new IpmiBmcDriver(ipmi).powerState(endpoint(bmc, "Rotated-2026"))).isEqualTo(PowerState.ON);
        }
    }

    @Test
    void sets_clock_and_address_and_tells_parts_of_both() throws Exception {
        LabBmc bmc = of(Manufacturer.HUAWEI);
        driver.identify(endpoint(bmc));

        setup.clock(endpoint(bmc), Instant.parse("2026-02-03T04:05:06Z"));
        assertThat(setup.clock(endpoint(bmc))).isBetween(Instant.parse("2026-02-03T04:05:06Z"),
                Instant.parse("2026-02-03T04:05:36Z"));
        assertThat(setup.parts(endpoint(bmc))).extracting(Part::kind).contains(Part.Kind.CPU, Part.Kind.DIMM,
                Part.Kind.DRIVE, Part.Kind.PSU, Part.Kind.CHASSIS, Part.Kind.BOARD);
        assertThat(setup.weaknesses(endpoint(bmc))).isEqualTo(new IpmiBmcSetup(ipmi).weaknesses(endpoint(bmc)));

        LanSettings lan = setup.lan(endpoint(bmc));
        assertThat(lan.address()).isEqualTo(bmc.address().getHostString());
        setup.lan(endpoint(bmc), new LanSettings(LanSettings.Source.STATIC, lan.address(), lan.mask(),
                Optional.of("127.99.0.253"), lan.vlan(), lan.mac()));
        assertThat(setup.lan(endpoint(bmc)).gateway()).contains("127.99.0.253");
    }

    @Test
    void reads_the_log_then_what_is_new_and_clears_only_what_was_read() throws Exception {
        for (Manufacturer maker : List.of(Manufacturer.HUAWEI, Manufacturer.HPE, Manufacturer.H3C)) {
            LabBmc bmc = of(maker);
            driver.identify(endpoint(bmc));
            bmc.simulator().pin(LabSensor.INLET_TEMP, 44);

            List<Entry> all = log.entries(endpoint(bmc), Optional.empty(), 1_000).entries();
            assertThat(all).isNotEmpty().allSatisfy(entry -> assertThat(entry.text()).isNotEmpty());
            assertThat(log.state(endpoint(bmc)).entries()).isEqualTo(all.size());

            bmc.simulator().pin(LabSensor.INLET_TEMP, 20);
            assertThat(log.clear(endpoint(bmc), all.getLast().mark())).isFalse();
            var fresh = log.entries(endpoint(bmc), Optional.of(all.getLast().mark()), 1_000);
            assertThat(fresh.anew()).isFalse();
            assertThat(fresh.entries()).isNotEmpty().allSatisfy(entry -> assertThat(entry.asserted()).isFalse());

            assertThat(log.clear(endpoint(bmc), fresh.entries().getLast().mark())).isTrue();
            assertThat(bmc.simulator().eventCount()).isZero();
        }
    }

    @Test
    void hears_a_bmc_that_has_ipmi_off() throws Exception {
        LabBmc bmc = of(Manufacturer.HUAWEI);

        assertThat(driver.ping(bmc.address().getHostString(), 9, Duration.ofSeconds(8))).isTrue();
        assertThat(driver.ping("127.99.200.1", 623, Duration.ofMillis(200))).isFalse();
        assertThat(kept.all).isEmpty();
    }
}

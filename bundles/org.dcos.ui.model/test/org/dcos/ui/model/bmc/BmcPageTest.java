package org.dcos.ui.model.bmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.BmcUser.Privilege;
import org.dcos.domain.bmc.BmcSetup.LanSettings;
import org.dcos.domain.bmc.BmcSetup.Part;
import org.dcos.domain.bmc.BmcSetup.PowerDraw;
import org.dcos.domain.bmc.BmcSetup.Watchdog;
import org.dcos.domain.bmc.BmcSetup.Weakness;
import org.dcos.domain.bmcsetup.BmcDetails;
import org.dcos.domain.bmcsetup.BmcDetails.Section;
import org.dcos.domain.bmcsetup.BmcParts;
import org.dcos.domain.bmcsetup.BmcSettings;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.event.DomainEvent;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.TestRealm;
import org.dcos.ui.model.bmc.BmcSight.Block;
import org.dcos.ui.model.bmc.BmcSight.Line;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Texts;
import org.eclipse.core.databinding.observable.value.WritableValue;
import org.junit.jupiter.api.Test;

class BmcPageTest {

    private static final UUID BMC = new UUID(7, 1);
    private static final Instant READ = Samples.NOW.minusSeconds(200);

    private final TestRealm realm = new TestRealm();
    private final FakeServerCore server = new FakeServerCore();
    private final EstateModel estates = new EstateModel(realm, Runnable::run, (_, work) -> work.run());
    private final WritableValue<Optional<Bmc>> shown = new WritableValue<>(realm, Optional.empty(), Optional.class);
    private List<Part> parts = List.of(part(Part.Kind.CHASSIS, "Chassis", "2288H V5", "SN0001"),
            part(Part.Kind.DIMM, "DIMM A10", "M393A4K40", "D10"), part(Part.Kind.DIMM, "DIMM A2", "M393A4K40", "D2"),
            part(Part.Kind.PSU, "PSU1", "PAC900", "P1"));
    private BmcDetails details = details(Set.of(Weakness.CIPHER_SUITE_0), List.of());
    private int loads;

    private static Part part(Part.Kind kind, String name, String model, String serial) {
        return new Part(kind, name, "Huawei", model, serial, "PN-" + model);
    }

    private static BmcDetails details(Set<Weakness> open, List<BmcDetails.Failure> failures) {
        return new BmcDetails(BMC, Optional.of(Samples.WEB.id()), "srv-a01-01", "10.20.3.75", 623, "dcos",
                new BmcDetails.Spoken(true, Optional.of(443), Optional.of(17)),
                Optional.of(new BmcDetails.Firmware("5.12", READ)),
                Optional.of(new BmcDetails.Accounts(List.of(new BmcUser(2, "dcos", true, Privilege.ADMINISTRATOR),
                        new BmcUser(3, "guest", false, Privilege.USER)), READ)),
                Optional.of(new BmcDetails.Network(new LanSettings(LanSettings.Source.STATIC, "10.20.3.75",
                        "255.255.255.0", Optional.of("10.20.3.1"), Optional.empty(), "3c:ec:ef:01:02:03"), READ)),
                Optional.of(new BmcDetails.Clock(Duration.ofSeconds(-3700), READ)),
                Optional.of(new BmcDetails.Doors(open, READ)),
                Optional.of(new BmcDetails.WatchdogTimer(Optional.of(new Watchdog(true, "power cycle",
                        Duration.ofMinutes(5), Duration.ofSeconds(80))), READ)),
                Optional.of(new BmcDetails.Power(Optional.of(new PowerDraw(359, 120, 480, 310, Optional.of(600))),
                        READ)),
                Optional.empty(), failures);
    }

    private void open(Map<String, String> labels) {
        server.services.put("bmcSettings", Proxy.newProxyInstance(BmcSettings.class.getClassLoader(),
                new Class<?>[] {BmcSettings.class}, (_, method, _) -> {
                    loads++;
                    return switch (method.getName()) {
                        case "details" -> details;
                        case "parts" -> new BmcParts(BMC, Optional.of(Samples.WEB.id()), parts, Optional.of(READ),
                                Optional.empty());
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                }));
        var web = Samples.WEB;
        server.estate = server.estate.withServer(new Server(web.id(), web.version() + 1, web.name(), web.serial(),
                web.assetTag(), web.manufacturer(), web.model(), web.owner(), web.mounting(), web.state(),
                Optional.empty(), Optional.empty(), Optional.empty(), labels, Map.of()));
        estates.connect(server);
        realm.runPosted();
    }

    private void show() {
        shown.setValue(Optional.of(new Bmc(BMC, 1, "10.20.3.75", 623, BMC, Optional.of(Samples.WEB.id()),
                Optional.empty(), Optional.empty())));
        realm.runPosted();
    }

    @SuppressWarnings("resource") // it ends with the test
    private PartsSight parts(Map<String, String> labels) {
        open(labels);
        var model = new PartsModel(estates, shown, Texts.load(Locale.ENGLISH), InstantSource.fixed(Samples.NOW));
        model.watch(true);
        show();
        return model.sight().getValue();
    }

    private BmcSight setup(Locale locale) {
        return model(locale).sight().getValue();
    }

    @SuppressWarnings("resource") // it ends with the test
    private BmcSetupModel model(Locale locale) {
        open(Map.of());
        var model = new BmcSetupModel(estates, shown, Texts.load(locale), InstantSource.fixed(Samples.NOW));
        model.watch(true);
        show();
        return model;
    }

    private static Block block(BmcSight sight, Section section) {
        return sight.blocks().stream().filter(block -> block.section() == section).findFirst().orElseThrow();
    }

    @Test
    void partsStandBelowTheirKindInTheOrderOfTheirPlaces() {
        var rows = parts(Map.of()).rows();

        assertThat(rows).extracting(PartRow::name).containsExactly("Chassis", "DIMMs · 2", "DIMM A2", "DIMM A10",
                "Power supplies · 1", "PSU1");
        assertThat(rows).extracting(PartRow::depth).containsExactly(0, 1, 2, 2, 1, 2);
    }

    @Test
    void whatIsAsBoughtSaysSo() {
        var rows = parts(Map.of("parts.dimm", "2 x M393A4K40")).rows();

        assertThat(rows.get(1).note()).isEqualTo("as bought");
        assertThat(rows.get(1).mark()).isEqualTo(Mark.WELL);
    }

    @Test
    void aMissingPartAndAnotherModelDifferFromWhatWasBought() {
        var sight = parts(Map.of("parts.dimm", "4 x M393A4K40", "parts.psu", "1 x PAC1500", "parts.nic", "1"));

        assertThat(sight.trouble()).isEqualTo("Not what was bought: DIMMs, Power supplies, Network cards");
        assertThat(sight.rows()).filteredOn(row -> row.id().equals("kind.NIC")).singleElement()
                .satisfies(row -> assertThat(row.note()).isEqualTo("bought: 1"));
        assertThat(sight.rows()).filteredOn(row -> row.name().equals("PSU1")).singleElement()
                .satisfies(row -> assertThat(row.mark()).isEqualTo(Mark.WARNING));
        assertThat(sight.line()).isEqualTo("4 parts, read 3 min ago");
    }

    @Test
    void partsAreCopiedAsSpreadsheetsTakeThem() {
        assertThat(PartsModel.text(parts(Map.of()).rows())).contains("DIMM A2\tHuawei M393A4K40\tPN-M393A4K40\tD2");
    }

    @Test
    void anOpenDoorIsCriticalAndStandsFirst() {
        var first = setup(Locale.ENGLISH).blocks().getFirst();

        assertThat(first.section()).isEqualTo(Section.DOORS);
        assertThat(first.lines()).containsExactly(
                new Line("Cipher suite 0", "anybody gets in without a password", Mark.CRITICAL));
        assertThat(first.age()).isEqualTo("read 3 min ago");
    }

    @Test
    void theProtocolTheOwnAccountAndTheClockAreTold() {
        var sight = setup(Locale.ENGLISH);

        assertThat(block(sight, Section.FIRMWARE).lines()).contains(
                new Line("Spoken to by", "Redfish :443 · IPMI suite 17", Mark.NONE));
        assertThat(block(sight, Section.ACCOUNTS).lines()).containsExactly(
                new Line("2 · dcos", "on, administrator (DCOS itself)", Mark.WELL),
                new Line("3 · guest", "off, user", Mark.OFF));
        assertThat(block(sight, Section.CLOCK).lines()).containsExactly(new Line("Clock", "61 min slow",
                Mark.WARNING));
    }

    @Test
    void aNewAccountTakesTheFirstFreeNumber() {
        assertThat(model(Locale.ENGLISH).freeAccount()).isEqualTo(4);
    }

    @Test
    void powerAndWatchdogAreTold() {
        var sight = setup(Locale.ENGLISH);

        assertThat(block(sight, Section.POWER).lines()).extracting(Line::value).containsExactly("359 W",
                "120 W, 310 W, 480 W", "600 W");
        assertThat(block(sight, Section.WATCHDOG).lines().getFirst().value()).isEqualTo("runs, 80 s left of 5 min");
    }

    @Test
    void whatCouldNotBeReadHidesNothingOfTheRest() {
        details = details(Set.of(), List.of(new BmcDetails.Failure(Section.ALERTING,
                "BMC 10.20.3.75 refuses it", Samples.NOW.minusSeconds(10))));
        var sight = setup(Locale.ENGLISH);

        assertThat(block(sight, Section.ALERTING).trouble()).isEqualTo("Not read 10 s ago: BMC 10.20.3.75 refuses it");
        assertThat(block(sight, Section.ALERTING).age()).isEqualTo("never read yet");
        assertThat(block(sight, Section.DOORS).lines()).containsExactly(
                new Line("Doors", "none stands open", Mark.WELL));
    }

    @Test
    void allIsToldInChinese() {
        var sight = setup(Locale.CHINESE);

        assertThat(sight.blocks().getFirst().title()).isEqualTo("弱点");
        assertThat(block(sight, Section.CLOCK).lines().getFirst().value()).startsWith("慢 61");
    }

    @Test
    void aChangeIsLoadedAgainAndOnlyThatOfThisBmc() {
        setup(Locale.ENGLISH);
        assertThat(loads).isEqualTo(1);

        server.send(new DomainEvent.BmcSetupChanged(Samples.DB.id()));
        realm.runPosted();
        assertThat(loads).isEqualTo(1);

        server.send(new DomainEvent.BmcSetupChanged(BMC));
        realm.runPosted();
        assertThat(loads).isEqualTo(2);
    }
}

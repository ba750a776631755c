package org.dcos.ui.model.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.Bmcs;
import org.dcos.domain.bmcsetup.BmcDetails;
import org.dcos.domain.bmcsetup.BmcDetails.Spoken;
import org.dcos.domain.bmcsetup.BmcSettings;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.status.Health;
import org.dcos.ui.model.Ask;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.TestRealm;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.selection.SelectionModel;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class DeviceModelTest {

    private final TestRealm realm = new TestRealm();
    private final FakeServerCore server = new FakeServerCore();
    private final EstateModel estates = new EstateModel(realm, Runnable::run, (_, work) -> work.run());
    private final SelectionModel selection = new SelectionModel(realm);
    private final DeviceModel device = new DeviceModel(estates, selection, Texts.load(Locale.ENGLISH),
            InstantSource.fixed(Samples.NOW));

    private void open() {
        estates.connect(server);
        realm.runPosted();
        selection.select(new Selected.OfServer(Samples.WEB.id()));
        realm.runPosted();
    }

    @Test
    void shows_nothing_while_no_server_is_chosen() {
        assertThat(device.page().getValue()).isEmpty();
    }

    @Test
    void heads_the_page_with_name_and_identity() {
        open();

        var page = device.page().getValue().orElseThrow();
        assertThat(page.name()).isEqualTo("srv-a01-01");
        assertThat(page.subtitle()).isEqualTo("Huawei 2288H V5 · SN SN0001 · A01 U28–29 · active");
    }

    @Test
    void lists_the_sensors_with_value_limits_and_age() {
        server.sensors = List.of(Samples.celsius("Inlet Temp", 44.06, Level.CRITICAL));
        server.estate = server.estate.withStatuses(
                List.of(Samples.status(Samples.WEB, PowerState.ON, Health.CRITICAL, Duration.ofSeconds(20))));
        open();

        var row = device.sensors().getValue().getFirst();
        assertThat(row.mark()).isEqualTo(Mark.CRITICAL);
        assertThat(row.value()).isEqualTo("44.1 °C");
        assertThat(row.limits()).isEqualTo("≤ 42.0 °C");
        assertThat(row.age()).isEqualTo("20 s");
    }

    @Test
    void the_worst_alert_is_the_trouble_line() {
        open();
        server.send(new DomainEvent.AlertChanged(
                Samples.alert(Samples.WEB, Severity.CRITICAL, AlertState.FIRING, "Inlet Temp")));
        realm.runPosted();

        assertThat(device.page().getValue().orElseThrow().trouble()).isEqualTo("Inlet Temp 44.1 °C above 42.0 °C");
    }

    @Test
    void sensors_of_a_silent_server_are_marked_stale() {
        server.sensors = List.of(Samples.celsius("Inlet Temp", 22, Level.OK));
        server.estate = server.estate
                .withStatuses(List.of(Samples.status(Samples.WEB, PowerState.ON, Health.OK, Duration.ofMinutes(10))));
        open();

        assertThat(device.sensors().getValue().getFirst().mark()).isEqualTo(Mark.STALE);
        assertThat(device.sensors().getValue().getFirst().muted()).isTrue();
    }

    @Test
    void tells_by_what_the_bmc_is_spoken_with() {
        var bmc = new Bmc(new UUID(8, 1), 1, "10.20.3.4", 623, new UUID(8, 2), Optional.of(Samples.WEB.id()),
                Optional.empty(), Optional.empty());
        server.services.put("bmcs", Ask.of(Bmcs.class, Map.of("bmcs", _ -> new Page<>(List.of(bmc), 0, 1))));
        for (var spoken : List.of(new Spoken(false, Optional.empty(), Optional.of(17)),
                new Spoken(true, Optional.of(8_443), Optional.empty()))) {
            server.services.put("bmcSettings", Ask.of(BmcSettings.class, Map.of("details",
                    _ -> new BmcDetails(bmc.id(), bmc.server(), "", bmc.address(), bmc.port(), "dcos", spoken,
                            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                            Optional.empty(), Optional.empty(), Optional.empty(), List.of()))));
            selection.select(new Selected.Nothing());
            open();
            assertThat(device.page().getValue().orElseThrow().facts().getLast().facts())
                    .extracting(fact -> fact.value())
                    .contains(
                            spoken.redfish() ? "Redfish, port 8443; IPMI for the rest" : "IPMI 2.0 (cipher suite 17)");
        }
    }
}

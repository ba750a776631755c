package org.dcos.ui.model.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.sensor.SensorReading.Thresholds;
import org.dcos.domain.status.Health;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.TestRealm;
import org.dcos.ui.model.device.DevicePage.Fact;
import org.dcos.ui.model.device.SensorSight.Group;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.selection.SelectionModel;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class SensorsModelTest {

    private final TestRealm realm = new TestRealm();
    private final FakeServerCore server = new FakeServerCore();
    private final EstateModel estates = new EstateModel(realm, Runnable::run, (_, work) -> work.run());
    private final SelectionModel selection = new SelectionModel(realm);

    private SensorsModel open(Locale locale, Duration age) {
        server.sensors = List.of(Samples.celsius("Inlet Temp", 44.06, Level.CRITICAL),
                Samples.celsius("CPU1 Temp", 31, Level.OK), discrete(20, "Drive Bay 3", "Drive slot", Level.WARNING,
                        "Drive present", "Predictive failure"),
                discrete(21, "PSU1 Status", "Power supply", Level.OK, "Presence detected"));
        server.estate = server.estate
                .withStatuses(List.of(Samples.status(Samples.WEB, PowerState.ON, Health.CRITICAL, age)));
        var texts = Texts.load(locale);
        var device = new DeviceModel(estates, selection, texts, InstantSource.fixed(Samples.NOW));
        var sensors = new SensorsModel(device, texts);
        estates.connect(server);
        realm.runPosted();
        selection.select(new Selected.OfServer(Samples.WEB.id()));
        realm.runPosted();
        return sensors;
    }

    private static SensorReading discrete(int number, String name, String type, Level level, String... states) {
        return new SensorReading(number, name, type, Optional.empty(), "", List.of(states), level, Thresholds.NONE,
                Samples.NOW.minusSeconds(20));
    }

    private static List<String> names(SensorsModel sensors) {
        return sensors.sight().getValue().groups().stream().flatMap(group -> group.rows().stream())
                .map(SensorRow::name).toList();
    }

    @Test
    void sensorsStandByKind() {
        var sensors = open(Locale.ENGLISH, Duration.ofSeconds(20));

        assertThat(sensors.sight().getValue().groups()).extracting(Group::title).containsExactly("Temperatures",
                "Power", "Drives");
        assertThat(sensors.sight().getValue().groups().getFirst().note()).isEqualTo("2, 1 needs a look");
        assertThat(sensors.sight().getValue().bad()).isEqualTo(2);
    }

    @Test
    void aSensorSaysWhichLimitItIsBeyond() {
        var rows = open(Locale.ENGLISH, Duration.ofSeconds(20)).sight().getValue().groups().getFirst().rows();

        assertThat(rows).extracting(SensorRow::state).containsExactly("above critical", "normal");
    }

    @Test
    void anOldReadingIsNotSaidToBeNormal() {
        var rows = open(Locale.ENGLISH, Duration.ofMinutes(10)).sight().getValue().groups().getFirst().rows();

        assertThat(rows).extracting(SensorRow::state).containsExactly("not current", "not current");
    }

    @Test
    void onlyWhatNeedsALookIsLeft() {
        var sensors = open(Locale.ENGLISH, Duration.ofSeconds(20));
        sensors.onlyBad(true);

        assertThat(names(sensors)).containsExactly("Inlet Temp", "Drive Bay 3");
    }

    @Test
    void aSearchFindsNamesKindsAndStates() {
        var sensors = open(Locale.ENGLISH, Duration.ofSeconds(20));
        sensors.search("temp cpu1");
        assertThat(names(sensors)).containsExactly("CPU1 Temp");

        sensors.search("predictive");
        assertThat(names(sensors)).containsExactly("Drive Bay 3");

        sensors.search("nothing like it");
        assertThat(sensors.sight().getValue().groups()).isEmpty();
        assertThat(sensors.sight().getValue().all()).isEqualTo(4);
    }

    @Test
    void statesAndKindsAreInTheReadersLanguage() {
        var sensors = open(Locale.CHINESE, Duration.ofSeconds(20));
        sensors.search("预测性故障");

        assertThat(names(sensors)).containsExactly("Drive Bay 3");
        assertThat(sensors.sight().getValue().groups().getFirst().title()).isEqualTo("硬盘");
    }

    @Test
    void aCardHasEveryLimit() {
        var sensors = open(Locale.ENGLISH, Duration.ofSeconds(20));
        var row = sensors.sight().getValue().groups().getFirst().rows().getFirst();

        assertThat(sensors.facts(row)).contains(new Fact("Upper critical", "42.0 °C"),
                new Fact("Upper warning", "38.0 °C"), new Fact("Number", "1 (0x01)"));
    }
}

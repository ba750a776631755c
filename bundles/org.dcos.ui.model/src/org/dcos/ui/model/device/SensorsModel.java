package org.dcos.ui.model.device;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dcos.ui.model.text.Texts;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** The sensors of the shown server by kind, narrowed to what is searched for. Used in the realm. */
public final class SensorsModel {

    private final IObservableValue<List<SensorRow>> sensors;
    private final Texts texts;
    private final SensorWords words;
    private final WritableValue<SensorSight> sight;
    private String wanted = "";
    private boolean onlyBad;

    public SensorsModel(DeviceModel device, Texts texts) {
        this.sensors = device.sensors();
        this.texts = texts;
        this.words = new SensorWords(texts);
        sight = new WritableValue<>(sensors.getRealm(), SensorSight.NOTHING, SensorSight.class);
        sensors.addValueChangeListener(_ -> show());
        show();
    }

    public IObservableValue<SensorSight> sight() {
        return sight;
    }

    /** Narrows to sensors that have all these words in name, kind, type or state. */
    public void search(String text) {
        wanted = text.strip().toLowerCase(texts.locale());
        show();
    }

    /** Narrows to sensors that need a look. */
    public void onlyBad(boolean only) {
        onlyBad = only;
        show();
    }

    /** The row of a sensor; empty when there is none by that number any more. */
    public Optional<SensorRow> row(int number) {
        return sensors.getValue().stream().filter(row -> row.reading().number() == number).findFirst();
    }

    /** All there is to know of a sensor, for a card. */
    public List<DevicePage.Fact> facts(SensorRow row) {
        return words.facts(row);
    }

    private void show() {
        var all = sensors.getValue();
        var groups = Arrays.stream(SensorKind.values()).flatMap(kind -> group(kind, all).stream()).toList();
        sight.setValue(new SensorSight(all.size(), (int) all.stream().filter(SensorRow::bad).count(), groups));
    }

    private Optional<SensorSight.Group> group(SensorKind kind, List<SensorRow> all) {
        var mine = all.stream().filter(row -> SensorKind.of(row.reading()) == kind).toList();
        var title = texts.of("sensor.kind", kind);
        var rows = mine.stream().filter(row -> (!onlyBad || row.bad()) && matches(row, title)).toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        long bad = mine.stream().filter(SensorRow::bad).count();
        return Optional.of(new SensorSight.Group(kind, title,
                bad == 0 ? texts.get("sensor.group", mine.size()) : texts.get("sensor.group.bad", mine.size(), bad),
                rows));
    }

    private boolean matches(SensorRow row, String kind) {
        if (wanted.isEmpty()) {
            return true;
        }
        String told = Stream.of(row.name(), kind, row.reading().type(), row.value(), row.state())
                .reduce("", (a, b) -> a + "\n" + b).toLowerCase(texts.locale());
        return Arrays.stream(wanted.split("\\s+")).allMatch(told::contains);
    }
}

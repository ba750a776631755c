package org.dcos.ui.model.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.ui.model.device.DevicePage.Fact;
import org.dcos.ui.model.text.Quantities;
import org.dcos.ui.model.text.Texts;

/** Says how a sensor is, and what there is to know of it: pure functions. */
final class SensorWords {

    private final Texts texts;
    private final Quantities quantities;

    SensorWords(Texts texts) {
        this.texts = texts;
        this.quantities = new Quantities(texts.locale());
    }

    /** How it is, in a word or two. @param old whether the reading is too old to be taken as current */
    String state(SensorReading reading, boolean old) {
        if (reading.level() == Level.UNAVAILABLE) {
            return texts.get("sensor.unavailable");
        }
        if (old) {
            return texts.get("sensor.state.old");
        }
        return reading.value().flatMap(value -> crossed(value, reading.thresholds()))
                .orElseGet(() -> texts.of("sensor.state", reading.level()));
    }

    /** The worst threshold that the value is beyond. */
    private Optional<String> crossed(double value, SensorReading.Thresholds limits) {
        return Stream.of(above(value, limits.upperNonRecoverable(), "upper.fatal"),
                below(value, limits.lowerNonRecoverable(), "lower.fatal"),
                above(value, limits.upperCritical(), "upper.critical"),
                below(value, limits.lowerCritical(), "lower.critical"),
                above(value, limits.upperNonCritical(), "upper.warning"),
                below(value, limits.lowerNonCritical(), "lower.warning")).flatMap(Optional::stream).findFirst()
                .map(which -> texts.get("sensor.state." + which));
    }

    private static Optional<String> above(double value, Optional<Double> limit, String which) {
        return limit.filter(at -> value >= at).map(_ -> which);
    }

    private static Optional<String> below(double value, Optional<Double> limit, String which) {
        return limit.filter(at -> value <= at).map(_ -> which);
    }

    /** Each discrete state in the reader's language. */
    List<String> states(SensorReading reading) {
        return reading.states().stream().map(state -> quantities.states(List.of(state))).toList();
    }

    /** All there is to know of it, for a card. */
    List<Fact> facts(SensorRow row) {
        var reading = row.reading();
        var limits = reading.thresholds();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(texts.get("sensor.fact.value"), row.value()));
        limit(facts, "upper.fatal", limits.upperNonRecoverable(), reading.unit());
        limit(facts, "upper.critical", limits.upperCritical(), reading.unit());
        limit(facts, "upper.warning", limits.upperNonCritical(), reading.unit());
        limit(facts, "lower.warning", limits.lowerNonCritical(), reading.unit());
        limit(facts, "lower.critical", limits.lowerCritical(), reading.unit());
        limit(facts, "lower.fatal", limits.lowerNonRecoverable(), reading.unit());
        facts.add(new Fact(texts.get("sensor.fact.age"), row.age()));
        facts.add(new Fact(texts.get("sensor.fact.number"), "%d (0x%02X)".formatted(reading.number() & 0xFF,
                reading.number() & 0xFF)));
        return facts.stream().filter(fact -> !fact.value().isEmpty()).toList();
    }

    private void limit(List<Fact> facts, String which, Optional<Double> limit, String unit) {
        limit.ifPresent(value -> facts.add(new Fact(texts.get("sensor.limit." + which), quantities.of(value, unit))));
    }
}

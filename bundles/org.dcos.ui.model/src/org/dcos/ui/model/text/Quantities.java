package org.dcos.ui.model.text;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.dcos.domain.sensor.SensorReading;

/** Writes measured values with as many digits as the unit deserves, thousands marks and the unit. */
public final class Quantities {

    private final Locale locale;
    private final Map<String, String> states;

    public Quantities(Locale locale) {
        this.locale = locale;
        this.states = Catalogue.read("states", locale);
    }

    public String of(double value, String unit) {
        var format = NumberFormat.getNumberInstance(locale);
        int digits = digits(value, unit);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return unit.isEmpty() ? format.format(value) : format.format(value) + " " + unit;
    }

    /** Value with unit, or the discrete states; empty when the BMC has nothing to say. */
    public String of(SensorReading reading) {
        return reading.value().map(value -> of(value, reading.unit()))
                .orElseGet(() -> states(reading.states()));
    }

    /** Discrete states in the reader's language; one that a BMC's maker named stays as it is. */
    public String states(List<String> named) {
        return named.stream().map(state -> states.getOrDefault(state, state))
                .collect(Collectors.joining(states.isEmpty() ? ", " : "、"));
    }

    public String kilowatts(double watts) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(watts / 1000);
    }

    private static int digits(double value, String unit) {
        return switch (unit) {
            case "°C", "%" -> 1;
            case "V" -> Math.abs(value) < 100 ? 2 : 1;
            case "A" -> 2;
            case "rpm", "W" -> 0;
            default -> value == Math.rint(value) ? 0 : 2;
        };
    }
}

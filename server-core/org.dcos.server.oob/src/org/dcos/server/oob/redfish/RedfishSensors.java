package org.dcos.server.oob.redfish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.sensor.SensorReading.Thresholds;
import org.dcos.net.redfish.model.Health;
import org.dcos.net.redfish.model.Sensor;

/**
 * Sensors of a Redfish service as readings. They have no numbers there: a number is made of where a sensor is found, so
 * that it stays the same, beyond the numbers of IPMI.
 */
final class RedfishSensors {

    private static final int FIRST_NUMBER = 0x10000;
    private static final int NUMBERS = 0xFFFF;

    private final Instant taken;
    private final Set<Integer> numbers = new HashSet<>();
    private final List<SensorReading> readings = new ArrayList<>();

    private RedfishSensors(Instant taken) {
        this.taken = taken;
    }

    static List<SensorReading> of(List<Sensor> sensors, Instant taken) {
        var made = new RedfishSensors(taken);
        Set<String> names = new HashSet<>();
        sensors.forEach(sensor -> names.add(sensor.name()));
        for (var sensor : sensors) {
            if (sensor.kind() == Sensor.Kind.POWER_SUPPLY) {
                made.supply(sensor, names);
            } else {
                made.add(sensor.id(), sensor.name(), type(sensor.kind()), sensor);
            }
        }
        return List.copyOf(made.readings);
    }

    /** Its state, and what it takes or gives unless a sensor of its own tells that. */
    private void supply(Sensor supply, Set<String> names) {
        String power = supply.name() + " Power";
        var state = new Sensor(supply.id(), supply.name(), supply.kind(), Optional.empty(), "", supply.health(),
                supply.states(), Sensor.Limits.NONE);
        add(supply.id(), supply.name(), type(supply.kind()), state);
        if (supply.value().isPresent() && !names.contains(power)) {
            add(supply.id() + "#power", power, type(Sensor.Kind.POWER), new Sensor(supply.id(), power,
                    Sensor.Kind.POWER, supply.value(), "W", supply.health(), List.of(), Sensor.Limits.NONE));
        }
    }

    private void add(String id, String name, String type, Sensor sensor) {
        var limits = sensor.limits();
        var thresholds = new Thresholds(limits.lowerFatal(), limits.lowerCritical(), limits.lowerCaution(),
                limits.upperCaution(), limits.upperCritical(), limits.upperFatal(), 0);
        boolean discrete = sensor.kind() == Sensor.Kind.POWER_SUPPLY;
        readings.add(new SensorReading(number(id), name, type, sensor.value(), discrete ? "" : sensor.unit(),
                sensor.states(), level(sensor, discrete), thresholds, taken));
    }

    private int number(String id) {
        int number = FIRST_NUMBER + (id.hashCode() & NUMBERS);
        while (!numbers.add(number)) {
            number++;
        }
        return number;
    }

    /** An empty bay is nothing wrong: where a supply is missing, redundancy tells it. */
    private static Level level(Sensor sensor, boolean discrete) {
        if (sensor.health().absent() || !discrete && (sensor.value().isEmpty() || !sensor.health().atWork())) {
            return Level.UNAVAILABLE;
        }
        return worse(ofHealth(sensor.health().level()), worse(
                sensor.states().stream().anyMatch(state -> state.startsWith("Line input")) ? Level.CRITICAL
                        : Level.OK,
                sensor.value().map(value -> ofValue(value, sensor.limits())).orElse(Level.OK)));
    }

    private static Level ofHealth(Health.Level health) {
        return switch (health) {
            case OK, UNKNOWN -> Level.OK;
            case WARNING -> Level.WARNING;
            case CRITICAL -> Level.CRITICAL;
        };
    }

    private static Level ofValue(double value, Sensor.Limits limits) {
        if (above(value, limits.upperCritical()) || above(value, limits.upperFatal())
                || below(value, limits.lowerCritical()) || below(value, limits.lowerFatal())) {
            return Level.CRITICAL;
        }
        return above(value, limits.upperCaution()) || below(value, limits.lowerCaution()) ? Level.WARNING : Level.OK;
    }

    private static boolean above(double value, Optional<Double> limit) {
        return limit.isPresent() && value >= limit.get();
    }

    private static boolean below(double value, Optional<Double> limit) {
        return limit.isPresent() && value <= limit.get();
    }

    private static Level worse(Level a, Level b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** Sensor types as IPMI has them (v2.0 r1.1 table 42-3), so that both read the same. */
    private static String type(Sensor.Kind kind) {
        return switch (kind) {
            case TEMPERATURE -> "Temperature";
            case FAN -> "Fan";
            case VOLTAGE -> "Voltage";
            case CURRENT -> "Current";
            case POWER, ENERGY, HUMIDITY, OTHER -> "Other Units-based Sensor";
            case POWER_SUPPLY -> "Power Supply";
        };
    }
}

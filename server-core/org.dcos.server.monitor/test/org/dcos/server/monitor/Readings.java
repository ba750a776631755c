package org.dcos.server.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.sensor.SensorReading.Thresholds;

/** Test data. */
final class Readings {

    static final Instant TAKEN = Instant.parse("2026-03-01T12:00:00Z");

    static SensorReading reading(int number, String name, String type, double value, String unit) {
        return reading(number, name, type, Optional.of(value), unit, Level.OK);
    }

    static SensorReading reading(int number, String name, String type, Optional<Double> value, String unit,
            Level level) {
        return new SensorReading(number, name, type, value, unit, List.of(), level, Thresholds.NONE, TAKEN);
    }

    static SensorReading level(Level level) {
        return reading(1, "Inlet Temp", "Temperature", Optional.of(20.0), "°C", level);
    }

    static SensorReading watts(String name, double value) {
        return reading(name.hashCode(), name, "Other", value, "W");
    }

    /** The BMC 10.0.0.{@code n} of server {@code n}. */
    static Bmc bmc(int n) {
        return new Bmc(new UUID(1, n), 1, "10.0.0." + n, 623, FakeVault.LOGIN, Optional.of(server(n)), Optional.empty(),
                Optional.empty());
    }

    static UUID server(int n) {
        return new UUID(2, n);
    }

    private Readings() {}
}

package org.dcos.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.monitor.Observation;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.junit.jupiter.api.Test;

class StatusRulesTest {

    private static final ServerStatus UNKNOWN = ServerStatus.unknown(Readings.server(1), Reachability.UNKNOWN);
    private static final Duration FRESH = Duration.ofSeconds(75);

    @Test
    void power_makes_it_reachable_and_fresh_for_a_while() {
        var status = StatusRules.next(UNKNOWN, new Observation.Power(Readings.server(1), Readings.TAKEN, PowerState.ON),
                FRESH);

        assertThat(status.reachability()).isEqualTo(Reachability.REACHABLE);
        assertThat(status.power()).isEqualTo(PowerState.ON);
        assertThat(status.freshUntil()).contains(Readings.TAKEN.plus(FRESH));
    }

    @Test
    void silence_keeps_the_old_values_and_says_why() {
        var on = StatusRules.next(UNKNOWN, new Observation.Power(Readings.server(1), Readings.TAKEN, PowerState.ON),
                FRESH);

        var silent = StatusRules.next(on,
                new Observation.Silent(Readings.server(1), Readings.TAKEN.plusSeconds(30), "no answer"), FRESH);

        assertThat(silent.reachability()).isEqualTo(Reachability.UNREACHABLE);
        assertThat(silent.power()).isEqualTo(PowerState.ON);
        assertThat(silent.powerAsOf()).contains(Readings.TAKEN);
        assertThat(silent.trouble()).isEqualTo("no answer");
        assertThat(silent.stale(Readings.TAKEN.plusSeconds(76))).isTrue();
    }

    @Test
    void health_is_the_worst_level_of_the_sensors() {
        assertThat(StatusRules.health(List.of(Readings.level(Level.OK), Readings.level(Level.CRITICAL),
                Readings.level(Level.WARNING)))).isEqualTo(Health.CRITICAL);
        assertThat(StatusRules.health(List.of(Readings.level(Level.OK), Readings.level(Level.UNAVAILABLE))))
                .isEqualTo(Health.OK);
        assertThat(StatusRules.health(List.of(Readings.level(Level.UNAVAILABLE)))).isEqualTo(Health.UNKNOWN);
        assertThat(StatusRules.health(List.of())).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void takes_the_inlet_temperature_by_its_name() {
        assertThat(StatusRules.inletCelsius(List.of(Readings.reading(1, "CPU1 Temp", "Temperature", 60, "°C"),
                Readings.reading(2, "Ambient Temp", "Temperature", 24, "°C"),
                Readings.reading(3, "INLET_TEMP", "Temperature", 23, "°C")))).contains(23.0);
        assertThat(StatusRules.inletCelsius(List.of(Readings.reading(1, "Inlet Fan", "Fan", 3_000, "rpm")))).isEmpty();
        assertThat(StatusRules.inletCelsius(List.of(
                Readings.reading(1, "Inlet Temp", "Temperature", Optional.empty(), "°C", Level.UNAVAILABLE))))
                        .isEmpty();
    }

    @Test
    void counts_the_power_of_the_whole_or_of_its_supplies_but_never_both() {
        assertThat(
                StatusRules.powerWatts(List.of(Readings.watts("PSU1 Power", 100), Readings.watts("PSU2 Power", 110))))
                        .contains(210.0);
        assertThat(StatusRules.powerWatts(List.of(Readings.watts("Power", 400), Readings.watts("PSU1 Power", 200),
                Readings.watts("CPU Power", 90)))).contains(400.0);
        assertThat(StatusRules
                .powerWatts(List.of(Readings.watts("PSU1 Power In", 200), Readings.watts("PSU1 Power Out", 180))))
                        .contains(200.0);
        assertThat(StatusRules.powerWatts(List.of(Readings.watts("Pwr Consumption", 252)))).contains(252.0);
        assertThat(StatusRules.powerWatts(List.of(Readings.reading(1, "PSU Power", "Other", 3, "A")))).isEmpty();
    }
}

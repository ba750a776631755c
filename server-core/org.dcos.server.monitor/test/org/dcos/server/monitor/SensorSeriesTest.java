package org.dcos.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading.Level;
import org.junit.jupiter.api.Test;

class SensorSeriesTest {

    private final SensorSeries series = new SensorSeries(Readings.server(1));

    @Test
    void makes_a_sample_of_every_sensor_with_a_value() {
        var entries = series.sensors(List.of(Readings.reading(1, "Inlet Temp", "Temperature", 23, "°C"),
                Readings.reading(2, "FAN1", "Fan", Optional.empty(), "rpm", Level.UNAVAILABLE)));

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.key().toString()).isEqualTo(
                    "ipmi_sensor{sensor=\"Inlet Temp\",server=\"%s\",unit=\"°C\"}".formatted(Readings.server(1)));
            assertThat(entry.sample().value()).isEqualTo(23);
        });
    }

    @Test
    void tells_sensors_of_one_name_apart_by_their_number() {
        var entries = series.sensors(List.of(Readings.reading(14, "Temp", "Temperature", 40, "°C"),
                Readings.reading(15, "Temp", "Temperature", 41, "°C"),
                Readings.reading(16, "Inlet", "Temperature", 20, "°C")));

        assertThat(entries).extracting(entry -> entry.key().labels().get("number")).containsExactly("14", "15", null);
    }

    @Test
    void makes_the_key_of_a_sensor_once() {
        var readings = List.of(Readings.reading(1, "Inlet Temp", "Temperature", 23, "°C"));

        assertThat(series.sensors(readings).getFirst().key()).isSameAs(series.sensors(readings).getFirst().key());
    }

    @Test
    void stores_no_power_state_that_nobody_knows() {
        assertThat(series.power(Readings.TAKEN, PowerState.UNKNOWN)).extracting(entry -> entry.key().metric())
                .containsExactly("bmc_up");
        assertThat(series.power(Readings.TAKEN, PowerState.OFF)).extracting(entry -> entry.sample().value())
                .containsExactly(0.0, 1.0);
    }
}

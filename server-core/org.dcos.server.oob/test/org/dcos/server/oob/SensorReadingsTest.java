package org.dcos.server.oob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.dcos.domain.sensor.SensorReading.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorReadingsTest {

    @ParameterizedTest
    @CsvSource({"Present, OK", "Failure, CRITICAL", "Predictive failure, WARNING", "Predictive failure deasserted, OK",
        "Redundancy lost, WARNING", "Device present, OK", "Fault, CRITICAL", "Fully redundant, OK",
        "Input lost, CRITICAL",
        "Correctable ECC error, WARNING", "Uncorrectable ECC error, CRITICAL", "Limit not exceeded, OK",
        "In critical array, WARNING"})
    void a_discrete_state_is_as_bad_as_its_words(String state, Level level) {
        assertThat(SensorReadings.ofStates(List.of(state))).isEqualTo(level);
    }
}

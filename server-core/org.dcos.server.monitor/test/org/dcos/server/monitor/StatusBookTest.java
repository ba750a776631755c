package org.dcos.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.monitor.Observation;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.junit.jupiter.api.Test;

class StatusBookTest {

    private static final Duration FRESH = Duration.ofSeconds(75);
    private static final UUID SERVER = Readings.server(1);

    private final StatusBook book = new StatusBook();

    private void sees(Level level) {
        book.observed(new Observation.Sensors(SERVER, Readings.TAKEN, List.of(Readings.level(level))), FRESH);
    }

    private static Alert alert(AlertState state) {
        return new Alert(new UUID(5, 5), 1, new UUID(6, 6), SERVER, "", Severity.CRITICAL, state, "", "", "",
                Readings.TAKEN,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    @Test
    void hands_on_only_what_changed() {
        var power = new Observation.Power(SERVER, Readings.TAKEN, PowerState.ON);
        book.observed(power, FRESH);
        assertThat(book.takeChanged()).hasSize(1);

        book.observed(power, FRESH);

        assertThat(book.takeChanged()).isEmpty();
    }

    @Test
    void hands_on_several_changes_of_one_server_as_one() {
        sees(Level.OK);
        sees(Level.WARNING);
        sees(Level.CRITICAL);

        assertThat(book.takeChanged()).extracting(ServerStatus::health).containsExactly(Health.CRITICAL);
    }

    @Test
    void counts_open_alerts_into_the_health() {
        sees(Level.OK);
        book.alert(alert(AlertState.FIRING));
        assertThat(book.status(SERVER).orElseThrow().health()).isEqualTo(Health.CRITICAL);

        book.alert(alert(AlertState.RESOLVED));

        assertThat(book.status(SERVER).orElseThrow().health()).isEqualTo(Health.OK);
    }

    @Test
    void keeps_what_is_known_when_the_bmc_is_still_there_after_a_restart() {
        sees(Level.OK);
        var again = new StatusBook();
        again.restore(book.all());

        again.hasBmc(SERVER, true);

        assertThat(again.status(SERVER)).isEqualTo(book.status(SERVER));
    }

    @Test
    void forgets_the_values_of_a_bmc_that_the_server_no_longer_has() {
        sees(Level.OK);

        book.hasBmc(SERVER, false);

        assertThat(book.status(SERVER)).contains(ServerStatus.unknown(SERVER, Reachability.NO_BMC));
        assertThat(book.sensors(SERVER)).contains(List.of());
    }
}

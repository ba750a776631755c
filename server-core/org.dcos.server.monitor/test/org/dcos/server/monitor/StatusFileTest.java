package org.dcos.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.sensor.SensorReading.Thresholds;
import org.dcos.domain.status.Health;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.dcos.server.monitor.StatusBook.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFileTest {

    @TempDir Path folder;

    private static Known known(int n) {
        var limits = new Thresholds(Optional.empty(), Optional.of(1.0), Optional.empty(), Optional.of(38.0),
                Optional.of(42.0),
                Optional.empty(), 1.5);
        return new Known(new ServerStatus(Readings.server(n), Reachability.REACHABLE, PowerState.ON, Health.WARNING,
                Optional.of(Readings.TAKEN), Optional.empty(), Optional.of(Readings.TAKEN.plusSeconds(75)), "mühsam",
                Optional.of(23.5), Optional.empty()),
                List.of(new SensorReading(n, "Inlet Temp", "Temperature", Optional.of(23.5), "°C", List.of(), Level.OK,
                        limits, Readings.TAKEN),
                        new SensorReading(7, "PSU1", "Power Supply", Optional.empty(), "", List.of("Presence detected"),
                                Level.OK,
                                Thresholds.NONE, Readings.TAKEN)));
    }

    @Test
    void gives_back_what_was_written_with_its_age() throws Exception {
        var all = List.of(known(1), known(2),
                new Known(ServerStatus.unknown(Readings.server(3), Reachability.NO_BMC), List.of()));
        new StatusFile(folder).write(List.of(known(9)));
        new StatusFile(folder).write(all);

        assertThat(new StatusFile(folder).read()).isEqualTo(all);
    }

    @Test
    void is_empty_at_the_first_start() throws Exception {
        assertThat(new StatusFile(folder).read()).isEmpty();
    }

    @Test
    void leaves_out_a_file_that_is_damaged_at_any_byte() throws Exception {
        var file = new StatusFile(folder);
        file.write(List.of(known(1)));
        var path = folder.resolve("last-known.bin");
        byte[] whole = Files.readAllBytes(path);
        for (int i = 0; i < whole.length; i++) {
            var damaged = whole.clone();
            damaged[i] ^= 0x10;
            Files.write(path, damaged);
            assertThat(file.read()).as("byte %d", i).isEmpty();
        }
    }

    @Test
    void takes_few_bytes_for_ten_thousand_servers() throws Exception {
        var all = new ArrayList<Known>();
        for (int n = 0; n < 10_000; n++) {
            all.add(known(n));
        }
        new StatusFile(folder).write(all);

        assertThat(Files.size(folder.resolve("last-known.bin"))).isLessThan(10_000 * 200L);
    }
}

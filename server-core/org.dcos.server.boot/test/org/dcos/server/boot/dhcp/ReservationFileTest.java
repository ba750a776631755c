package org.dcos.server.boot.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReservationFileTest {

    private static final String ANNE = "02:dc:00:00:00:01";
    private static final String BEN = "02:dc:00:00:00:02";

    @TempDir private Path folder;

    @Test
    void theLastOrderForAMachineCounts() throws IOException {
        try (var file = ReservationFile.open(folder)) {
            file.put(ANNE, "10.0.0.1");
            file.put(BEN, "10.0.0.2");
            file.put(ANNE, "10.0.0.3");
            file.remove(BEN);
        }
        try (var file = ReservationFile.open(folder)) {
            assertThat(file.addresses()).isEqualTo(Map.of(ANNE, "10.0.0.3"));
        }
    }

    @Test
    void whatACrashCutOffIsNotThereAndNothingElseIsLost() throws IOException {
        try (var file = ReservationFile.open(folder)) {
            file.put(ANNE, "10.0.0.1");
        }
        Files.writeString(folder.resolve("reservations"), BEN + " 10.0", StandardOpenOption.APPEND);
        try (var file = ReservationFile.open(folder)) {
            assertThat(file.addresses()).isEqualTo(Map.of(ANNE, "10.0.0.1"));
            file.put(BEN, "10.0.0.2");
        }
        try (var file = ReservationFile.open(folder)) {
            assertThat(file.addresses()).isEqualTo(Map.of(ANNE, "10.0.0.1", BEN, "10.0.0.2"));
        }
    }

    @Test
    void aFileThatGrewIsWrittenAnew() throws IOException {
        try (var file = ReservationFile.open(folder)) {
            for (int i = 0; i < 1_100; i++) {
                file.put(ANNE, "10.0.0.%d".formatted(i % 200));
            }
        }
        try (var file = ReservationFile.open(folder)) {
            assertThat(file.addresses()).hasSize(1);
        }
        assertThat(Files.readAllLines(folder.resolve("reservations"))).hasSize(1);
    }
}

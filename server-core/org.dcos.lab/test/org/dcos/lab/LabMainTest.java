package org.dcos.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabMainTest {

    private static final CountDownLatch ALREADY_TOLD = new CountDownLatch(0);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void it_writes_its_files_says_that_it_is_ready_and_ends_when_told(@TempDir Path folder) {
        int status = run("--out", folder.toString(), "--servers", "3", "--base-address", "127.81.0.0");

        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("DCOS lab ready: 3 BMCs at 127.81.0.1..., files in %s%n".formatted(folder));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("baseline.xlsx", "bmcs.csv");
    }

    @Test
    void wrong_arguments_are_told_with_exit_code_2() {
        assertThat(run("--servers", "many")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("--servers many is not a whole number.%n".formatted());
    }

    @Test
    void a_port_that_is_taken_is_told_with_exit_code_1(@TempDir Path folder) throws Exception {
        var options = LabOptions.DEFAULT.withServers(1).withBaseAddress("127.82.0.0").withPort(6231);
        try (Lab _ = Lab.start(options)) {
            int status = run("--out", folder.toString(), "--port", "6231", "--base-address", "127.82.0.0");

            assertThat(status).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .startsWith("UDP port 6231 cannot be bound on the addresses from 127.82.0.0 (");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_with_exit_code_1(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run("--out", file.toString(), "--servers", "1", "--base-address", "127.83.0.0")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not write to " + file);
    }

    private int run(String... arguments) {
        return LabMain.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), ALREADY_TOLD);
    }
}

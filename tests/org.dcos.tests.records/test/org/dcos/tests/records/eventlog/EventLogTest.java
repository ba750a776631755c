package org.dcos.tests.records.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.eventlog.EventSeverity;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.sensor.LabSensor;
import org.dcos.tests.records.OwnClassPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The logs of simulated BMCs, read over real sockets into a real database. */
@Timeout(180)
class EventLogTest {

    private static final int MANY = 4_000;
    private static final int KILLS = 3;

    private static Lab lab;

    @TempDir private Path folder;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.start(LabOptions.DEFAULT.withServers(5).withBaseAddress("127.97.0.0"));
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    private Archive archive(LabBmc bmc) throws IOException {
        return new Archive(folder, bmc.address().getHostString(), bmc.address().getPort(), lab.options().user(),
                lab.options().password());
    }

    private static List<Integer> records(Archive archive) {
        return archive.entries().stream().map(LogEntry::record).sorted().toList();
    }

    @Test
    void four_thousand_entries_are_kept_in_seconds_and_then_only_what_is_new() throws Exception {
        LabBmc bmc = lab.bmc(1);
        bmc.simulator().addEvents(MANY);
        try (var archive = archive(bmc)) {
            Instant began = Instant.now();
            archive.readAll();

            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(30));
            assertThat(records(archive)).hasSize(bmc.simulator().eventCount()).doesNotHaveDuplicates();
            bmc.simulator().addEvents(3);
            archive.readAll();
            assertThat(records(archive)).hasSize(bmc.simulator().eventCount()).doesNotHaveDuplicates();
            assertThat(archive.logs.state(archive.bmc.id()).complete()).isTrue();
        }
    }

    @Test
    void a_process_killed_while_it_reads_loses_and_doubles_nothing() throws Exception {
        LabBmc bmc = lab.bmc(2);
        var random = new Random(20261126);
        for (int i = 0; i < KILLS; i++) {
            bmc.simulator().addEvents(800);
            killedAfter(1 + random.nextInt(3), bmc);
        }
        try (var archive = archive(bmc)) {
            assertThat(records(archive)).isNotEmpty().doesNotHaveDuplicates();

            archive.readAll();

            assertThat(records(archive)).hasSize(bmc.simulator().eventCount()).doesNotHaveDuplicates();
            assertThat(archive.logs.state(archive.bmc.id()).gap()).isEmpty();
        }
    }

    /** After so many pieces, in the middle of the next. */
    private void killedAfter(int pieces, LabBmc bmc) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-cp", OwnClassPath.get(), Reader.class.getName(), folder.toString(),
                bmc.address().getHostString(), Integer.toString(bmc.address().getPort()), lab.options().user(),
                lab.options().password()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var output = process.inputReader(StandardCharsets.US_ASCII)) {
            for (int i = 0; i < pieces && "read".equals(output.readLine()); i++) {
                Thread.onSpinWait();
            }
            process.toHandle().destroyForcibly();
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void what_a_bmc_wrote_before_and_after_it_was_cleared_by_somebody_is_kept() throws Exception {
        LabBmc bmc = lab.bmc(3);
        bmc.simulator().addEvents(5);
        try (var archive = archive(bmc);
                var other = archive(folder.resolve("other"), bmc)) {
            archive.readAll();
            int before = records(archive).size();
            assertThat(other.clear()).isTrue();
            bmc.simulator().addEvents(2);
            archive.readAll();

            assertThat(records(archive)).hasSize(before + bmc.simulator().eventCount());
            assertThat(archive.logs.state(archive.bmc.id()).gap()).isPresent();
        }
    }

    private static Archive archive(Path elsewhere, LabBmc bmc) throws IOException {
        return new Archive(elsewhere, bmc.address().getHostString(), bmc.address().getPort(), lab.options().user(),
                lab.options().password());
    }

    @Test
    void an_event_is_told_with_its_sensor_and_how_bad_it_is() throws Exception {
        LabBmc bmc = lab.bmc(4);
        bmc.simulator().setPower(true);
        bmc.simulator().pin(LabSensor.INLET_TEMP, 44);
        try (var archive = archive(bmc)) {
            archive.readAll();

            assertThat(archive.entries()).filteredOn(entry -> entry.severity() == EventSeverity.CRITICAL).first()
                    .satisfies(entry -> {
                        assertThat(entry.sensor()).isEqualTo("Inlet Temp");
                        assertThat(entry.text()).startsWith("Upper critical going high");
                        assertThat(entry.asserted()).isTrue();
                    });
        }
    }
}

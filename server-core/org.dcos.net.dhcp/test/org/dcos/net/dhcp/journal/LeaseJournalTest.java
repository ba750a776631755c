package org.dcos.net.dhcp.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dcos.net.dhcp.lease.ClientKey;
import org.dcos.net.dhcp.lease.Lease;
import org.dcos.net.dhcp.lease.LeaseState;
import org.dcos.net.dhcp.wire.BootOption;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.NetworkOption;
import org.dcos.net.dhcp.wire.Octets;
import org.dcos.net.dhcp.wire.Options;
import org.dcos.net.dhcp.wire.RelayInformation;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Leases on disk, and what becomes of them. */
@Timeout(60)
class LeaseJournalTest {

    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

    @TempDir private Path folder;

    static Lease lease(int number) {
        var hardware = new HardwareAddress(1, Octets.of(2, 0xdc, 0, 0, number >> 8, number));
        return new Lease(Ipv4.address(0x0A00_0000 + number), LeaseState.BOUND,
                number % 2 == 0 ? new ClientKey.Hardware(hardware)
                        : new ClientKey.Identifier(Octets.of(255, number)),
                hardware, "rack 12 一", NOW, NOW.plusSeconds(number), NOW.plusSeconds(3600),
                Ipv4.address(number % 2 == 0 ? 0 : 0x0A00_00FE),
                Options.of(new NetworkOption.HostName("web-" + number), new BootOption.VendorClass("iDRAC"),
                        new LeaseOption.RelayAgent(new RelayInformation(List.of(
                                new RelayInformation.SubOption(1, Octets.of("ge-0/0/7")))))));
    }

    private LeaseJournal open() throws IOException {
        return LeaseJournal.open(folder, NOW.minus(Duration.ofDays(90)));
    }

    private static void write(LeaseJournal journal, Lease... leases) throws InterruptedException {
        var durable = new CountDownLatch(1);
        journal.write(List.of(leases), durable::countDown);
        assertThat(durable.await(30, TimeUnit.SECONDS)).as("on disk").isTrue();
    }

    @Test
    void leases_come_back_as_they_were_the_last_of_each_address() throws Exception {
        var released = lease(1).become(LeaseState.RELEASED, NOW.plusSeconds(10));
        try (var journal = open()) {
            write(journal, lease(1), lease(2));
            write(journal, released);
        }

        try (var journal = open()) {
            assertThat(journal.leases()).containsExactlyInAnyOrder(released, lease(2));
            assertThat(journal.recovery().lostBytes()).isZero();
        }
    }

    @Test
    void leases_that_ended_long_ago_are_forgotten() throws Exception {
        try (var journal = open()) {
            write(journal, lease(1));
        }

        try (var journal = LeaseJournal.open(folder, NOW.plus(Duration.ofDays(1)))) {
            assertThat(journal.leases()).isEmpty();
        }
    }

    @Test
    void a_file_that_ends_anywhere_gives_all_leases_that_are_whole() throws Exception {
        try (var journal = open()) {
            write(journal, lease(2), lease(4), lease(6));
        }
        byte[] whole = Files.readAllBytes(folder.resolve("leases.journal"));
        int record = LeaseRecord.encode(lease(2)).length;
        int header = whole.length - 3 * record;
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            int expected = Math.max(0, length - header) / record;
            assertThat(JournalFile.read(cut).leases()).as("cut after %d octets", length).hasSize(expected);
            if (length % 50 == 0) {
                Files.write(folder.resolve("leases.journal"), cut);
                try (var opened = JournalFile.open(folder, NOW).file()) {
                    assertThat(opened.size()).isEqualTo(header + (long) expected * record);
                }
            }
        }
    }

    @Test
    void a_damaged_octet_costs_one_lease_and_the_file_is_kept_aside() throws Exception {
        try (var journal = open()) {
            write(journal, lease(2), lease(4), lease(6));
        }
        byte[] whole = Files.readAllBytes(folder.resolve("leases.journal"));
        int record = LeaseRecord.encode(lease(2)).length;
        for (int at = 0; at < whole.length; at += 17) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x40;
            Files.write(folder.resolve("leases.journal"), damaged);
            var opened = JournalFile.open(folder, NOW);
            opened.file().close();
            assertThat(opened.leases().values()).as("octet %d", at).hasSize(at < whole.length - 3 * record ? 3 : 2);
            assertThat(opened.recovery().lostBytes()).isPositive();
            if (opened.recovery().aside().isPresent()) {
                assertThat(opened.recovery().aside().get()).hasBinaryContent(damaged);
            } else {
                assertThat(at).as("damage without a file aside").isGreaterThanOrEqualTo(whole.length - record);
            }
        }
    }

    @Test
    void many_leases_share_a_flush() throws Exception {
        int count = 2_000;
        var durable = new CountDownLatch(count);
        try (var journal = open()) {
            for (int i = 0; i < count; i++) {
                journal.write(List.of(lease(i)), durable::countDown);
            }
            assertThat(durable.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(journal.flushes()).isLessThan(count / 2);
        }
    }

    @Test
    void a_file_of_old_records_is_replaced_by_a_small_one() throws Exception {
        try (var journal = LeaseJournal.open(folder, NOW, 10_000)) {
            for (int i = 0; i < 500; i++) {
                write(journal, lease(i % 10));
            }
        }

        assertThat(folder.resolve("leases.journal").toFile()).satisfies(it -> assertThat(it.length())
                .isLessThan(12_000));
        try (var journal = open()) {
            assertThat(journal.leases()).hasSize(10);
        }
    }

    @Test
    void a_second_server_is_kept_out_with_a_sentence() throws Exception {
        try (var first = open()) {
            assertThat(first.problem()).isEmpty();
            assertThatIOException().isThrownBy(this::open).withMessageContaining("in use by another DHCP server");
        }
    }

    @Test
    void a_disk_that_is_full_holds_the_leases_back_until_there_is_room() throws Exception {
        var mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "none", folder.toString()).start();
        Assumptions.assumeTrue(mounted.waitFor() == 0, "only root can mount a small disk: run the tests as root");
        try (var journal = open()) {
            write(journal, lease(1));
            var filler = folder.resolve("filler");
            fill(filler);
            var told = new AtomicInteger();
            int count = 0;
            while (journal.problem().isEmpty()) { // what is left of the last page is used first
                count++;
                journal.write(List.of(lease(2)), told::incrementAndGet);
                while (told.get() < count && journal.problem().isEmpty()) {
                    Thread.onSpinWait();
                }
            }
            assertThat(told.get()).isLessThan(count);
            assertThat(journal.problem().orElseThrow()).startsWith("Leases cannot be written to disk");

            Files.delete(filler);
            write(journal, lease(3));
            assertThat(journal.problem()).isEmpty();
        } finally {
            var journal = Files.readAllBytes(folder.resolve("leases.journal"));
            assertThat(new ProcessBuilder("umount", folder.toString()).start().waitFor()).isZero();
            Files.write(folder.resolve("leases.journal"), journal);
        }
        try (var journal = open()) {
            assertThat(journal.leases()).containsExactlyInAnyOrder(lease(1), lease(2), lease(3));
        }
    }

    private static void fill(Path file) {
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < 1000; i++) {
                out.write(new byte[512]);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    @Test
    void leases_that_were_acknowledged_outlive_a_killed_process() throws Exception {
        for (int round = 0; round < 3; round++) {
            var home = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var output = folder.resolve("output");
            var process = new ProcessBuilder(home, "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp",
                    System.getProperty("java.class.path"), WriteMain.class.getName(), folder.toString(),
                    Integer.toString(round * 1000)).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            while (Files.size(output) < 2_000 && process.isAlive()) {
                Thread.onSpinWait();
            }
            process.destroyForcibly().waitFor();
            var told = Files.readString(output).lines().filter(it -> it.endsWith(";")).toList();
            assertThat(told).hasSizeGreaterThan(50);
            try (var journal = open()) {
                var found = new HashSet<String>();
                journal.leases().forEach(it -> found.add(it.address().getHostAddress() + ";"));
                assertThat(found).containsAll(told);
                assertThat(journal.recovery().aside()).isEmpty();
            }
            // as if the end of the last record had not reached the disk
            Files.write(folder.resolve("leases.journal"), new byte[] {(byte) 0xD5, (byte) 0xC7, 0, 90, 1},
                    StandardOpenOption.APPEND);
        }
    }
}

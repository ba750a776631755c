import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** BMCs with eight sensors each, every one a process of ipmi_sim on 127.69.0.0/16, port 623. */
final class Sims implements AutoCloseable {

    static final String USER = "admin";
    static final String PASSWORD = "Passw0rd";
    static final int SENSORS = 8;

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    private Sims(Path folder) {
        this.folder = folder;
    }

    static Sims start(int count) throws IOException, InterruptedException {
        var sims = new Sims(Files.createTempDirectory("dcos-bench"));
        try {
            for (int i = 0; i < count; i++) {
                sims.processes.add(sims.start(sims.folder, i));
            }
            awaitBound(count);
            return sims;
        } catch (IOException | InterruptedException e) {
            sims.close();
            throw e;
        }
    }

    static String address(int number) {
        return "127.69.%d.%d".formatted(number / 250, number % 250 + 1);
    }

    private Process start(Path parent, int number) throws IOException {
        var home = Files.createDirectories(parent.resolve("b" + number));
        Files.createDirectories(home.resolve("state"));
        Files.write(home.resolve("lan.conf"), List.of("name \"b%d\"".formatted(number), "startlan 1",
                "  addr %s 623".formatted(address(number)), "  priv_limit admin", "  allowed_auths_callback md5",
                "  allowed_auths_user md5", "  allowed_auths_operator md5", "  allowed_auths_admin md5",
                "  guid c123456789abcdef%016x".formatted(number), "endlan", "user 1 false \"\" \"test\" user 10 md5",
                "user 2 true \"%s\" \"%s\" admin 10 md5".formatted(USER, PASSWORD)));
        var commands = new ArrayList<>(List.of("mc_setbmc 0x20", "mc_add 0x20 0x20 has-device-sdrs 0x01 2 0x45 0x9f 0x1291 0x0f02"));
        for (int sensor = 1; sensor <= SENSORS; sensor++) {
            commands.add("main_sdr_add 0x20 " + hex(temperature(sensor)));
            commands.add("sensor_add 0x20 0 %d 0x01 0x01".formatted(sensor));
            commands.add("sensor_set_value 0x20 0 %d %d 0".formatted(sensor, 20 + sensor));
            commands.add("sensor_set_threshold 0x20 0 %d settable 111000 0x64 0x5f 0x55 0x00 0x00 0x00".formatted(sensor));
            commands.add(("sensor_set_event_support 0x20 0 %d enable scanning per-state 000101010000000 000101010000000 000101010000000 "
                    + "000101010000000").formatted(sensor));
        }
        commands.add("mc_enable 0x20");
        Files.write(home.resolve("emu.cmd"), commands);
        return new ProcessBuilder("ipmi_sim", "-c", home.resolve("lan.conf").toString(), "-f", home.resolve("emu.cmd").toString(), "-s",
                home.resolve("state").toString(), "-n").redirectErrorStream(true).redirectOutput(home.resolve("log").toFile()).start();
    }

    /** A full sensor record (IPMI v2.0 §43.1): °C, its raw value, upper thresholds 85, 95 and 100. */
    private static byte[] temperature(int number) {
        var name = "CPU%d Temp".formatted(number).getBytes(StandardCharsets.US_ASCII);
        var record = new byte[48 + name.length];
        int[] head = {0, 0, 0x51, 1, record.length - 5, 0x20, 0, number, 3, number, 0x7f, 0x68, 1, 1, 0x80, 0x0a, 0x80, 0x0a, 0x38, 0x38, 0, 1, 0,
                0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 0, 100, 95, 85, 0, 0, 0, 2, 2, 0, 0, 0, 0xc0 | name.length};
        IntStream.range(0, head.length).forEach(i -> record[i] = (byte) head[i]);
        System.arraycopy(name, 0, record, head.length, name.length);
        return record;
    }

    private static String hex(byte[] record) {
        return IntStream.range(0, record.length).mapToObj(i -> "0x%02x".formatted(record[i])).collect(Collectors.joining(" "));
    }

    private static void awaitBound(int count) throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            long bound = Files.readString(Path.of("/proc/net/udp")).lines().filter(line -> line.matches(".*[0-9A-F]{4}457F:026F .*")).count();
            if (bound >= count) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("ipmi_sim did not bind port 623; the benchmark needs the right to do so");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        processes.forEach(Process::destroyForcibly);
        for (var process : processes) {
            process.waitFor();
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}

package org.dcos.net.ipmi.peer;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dcos.net.ipmi.fru.Fru;
import org.dcos.net.ipmi.sdr.FullSensor;
import org.dcos.net.ipmi.sdr.SdrRecord;
import org.dcos.net.ipmi.sdr.SensorRecord;
import org.dcos.net.ipmi.sdr.Threshold;
import org.junit.jupiter.api.Assumptions;

/**
 * A process of OpenIPMI's {@code ipmi_sim} as BMC on a loopback address of its own: user admin / Passw0rd, cipher suite
 * 3. Its chassis power and boot device are files of its folder, kept by a hook script.
 */
public final class IpmiSim implements AutoCloseable {

    public static final String USER = "admin";
    public static final String PASSWORD = "Passw0rd";

    /** Bytes of the FRU inventory. */
    public static final int FRU_SIZE = 512;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Path folder;
    private final InetSocketAddress address;
    private Process process;

    private IpmiSim(Process process, Path folder, InetSocketAddress address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    /** A sensor and its reading: the raw byte, or the mask of states of a discrete one. */
    public record Sensor(SensorRecord record, int reading) {}

    /** Starts a BMC and waits until it is bound; skips the test where ipmi_sim is not installed. */
    public static IpmiSim start(Path folder, List<Sensor> sensors, List<SdrRecord> locators, Fru fru)
            throws IOException, InterruptedException {
        return start(folder, sensors, locators, fru, List.of());
    }

    /** With inventories of further FRUs, by their device ID. */
    public static IpmiSim start(Path folder, List<SdrRecord> locators, Fru fru, Map<Integer, byte[]> inventories)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (var each : inventories.entrySet()) {
            Files.write(folder.resolve("fru%d.bin".formatted(each.getKey())), each.getValue());
        }
        return start(folder, List.of(), locators, fru, List.of(), inventories);
    }

    /** With further lines of its configuration, as for a serial port or a program that keeps LAN parameters. */
    public static IpmiSim start(Path folder, List<Sensor> sensors, List<SdrRecord> locators, Fru fru,
            List<String> configuration) throws IOException, InterruptedException {
        return start(folder, sensors, locators, fru, configuration, Map.of());
    }

    private static IpmiSim start(Path folder, List<Sensor> sensors, List<SdrRecord> locators, Fru fru,
            List<String> configuration, Map<Integer, byte[]> inventories) throws IOException, InterruptedException {
        Assumptions.assumeTrue(isInstalled("ipmi_sim"),
                "ipmi_sim is not installed: apt install openipmi, then the tests with a real BMC run");
        int number = NUMBER.incrementAndGet();
        var address = freeAddress(number);
        Files.createDirectories(folder.resolve("state"));
        Files.write(folder.resolve("fru.bin"), fru.encode(FRU_SIZE));
        writeHook(folder.resolve("chassis.sh"));
        writeLanHook(folder.resolve("lan.sh"), address);
        var lines = new ArrayList<>(lanConf(number, address, folder));
        lines.addAll(configuration);
        Files.write(folder.resolve("lan.conf"), lines);
        Files.write(folder.resolve("emu.cmd"), emulator(sensors, locators, folder, inventories));
        var sim = new IpmiSim(startProcess(folder), folder, address);
        sim.awaitBound();
        return sim;
    }

    private static Process startProcess(Path folder) throws IOException {
        return new ProcessBuilder("ipmi_sim", "-c", folder.resolve("lan.conf").toString(), "-f",
                folder.resolve("emu.cmd").toString(), "-s", folder.resolve("state").toString(), "-n")
                        .redirectErrorStream(true).redirectOutput(folder.resolve("sim.log").toFile()).start();
    }

    /** Kills the process and starts it again at the same address: it has forgotten all sessions. */
    public void restart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = startProcess(folder);
        awaitBound();
    }

    public InetSocketAddress address() {
        return address;
    }

    /** The hook's view of the chassis, as written by the last command: "1" is on. */
    public String power() throws IOException {
        return stateOf("power", "0");
    }

    public String bootDevice() throws IOException {
        return stateOf("boot", "default");
    }

    /** All commands that reached the hook, oldest first. */
    public List<String> chassisCommands() throws IOException {
        Path log = folder.resolve("chassis.log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    public static boolean isInstalled(String program) {
        return Stream.of("/usr/bin", "/usr/sbin", "/usr/local/bin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private String stateOf(String name, String initial) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file).strip() : initial;
    }

    /** UDP ports in use are listed by the kernel in hexadecimal; asked until the process has bound its own. */
    private void awaitBound() throws IOException, InterruptedException {
        byte[] ip = address.getAddress().getAddress();
        String row = "%02X%02X%02X%02X:%04X".formatted(ip[3], ip[2], ip[1], ip[0], address.getPort());
        for (int i = 0; i < 500; i++) {
            if (Files.readString(Path.of("/proc/net/udp")).contains(row)) {
                return;
            }
            if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new IOException("ipmi_sim did not start: " + Files.readString(folder.resolve("sim.log")));
    }

    private static InetSocketAddress freeAddress(int number) throws IOException {
        var ip = InetAddress.getByName("127.66.%d.%d".formatted(200 + number / 250 % 50, 1 + number % 250));
        try (var probe = new DatagramSocket(new InetSocketAddress(ip, 0))) {
            return new InetSocketAddress(ip, probe.getLocalPort());
        }
    }

    private static List<String> lanConf(int number, InetSocketAddress address, Path folder) {
        return List.of("name \"bmc%d\"".formatted(number), "startlan 1",
                "  addr %s %d".formatted(address.getAddress().getHostAddress(), address.getPort()),
                "  priv_limit admin", "  allowed_auths_callback md5", "  allowed_auths_user md5",
                "  allowed_auths_operator md5", "  allowed_auths_admin md5",
                "  guid a123456789abcdef%016x".formatted(number),
                "  lan_config_program \"%s\"".formatted(folder.resolve("lan.sh")), "endlan",
                "chassis_control \"%s\"".formatted(folder.resolve("chassis.sh")),
                "user 1 false \"\" \"test\" user 10 md5",
                "user 2 true \"%s\" \"%s\" admin 10 md5".formatted(USER, PASSWORD),
                "user 3 true \"viewer\" \"look\" user 10 md5");
    }

    private static List<String> emulator(List<Sensor> sensors, List<SdrRecord> locators, Path folder,
            Map<Integer, byte[]> inventories) {
        var lines = new ArrayList<>(List.of("mc_setbmc 0x20",
                "mc_add 0x20 0x20 has-device-sdrs 0x01 2 0x45 0x9f 0x1291 0x0f02", "sel_enable 0x20 1000 0x0a"));
        sensors.forEach(sensor -> lines.addAll(sensorLines(sensor)));
        locators.forEach(locator -> lines.add("main_sdr_add 0x20 " + bytes(locator.encode())));
        lines.add("mc_add_fru_data 0x20 0 %d file 0 \"%s\"".formatted(FRU_SIZE, folder.resolve("fru.bin")));
        inventories.forEach((id, data) -> lines.add("mc_add_fru_data 0x20 %d %d file 0 \"%s\"".formatted(id,
                data.length, folder.resolve("fru%d.bin".formatted(id)))));
        lines.add("mc_enable 0x20");
        return lines;
    }

    private static List<String> sensorLines(Sensor sensor) {
        var common = sensor.record().common();
        var lines = new ArrayList<String>();
        lines.add("main_sdr_add 0x20 " + bytes(sensor.record().encode()));
        lines.add("sensor_add 0x20 %d %d 0x%02x 0x%02x".formatted(common.lun(), common.number(), common.sensorType(),
                common.readingType()));
        switch (sensor.record()) {
            case FullSensor full -> {
                lines.add("sensor_set_value 0x20 %d %d %d 0".formatted(common.lun(), common.number(),
                        sensor.reading()));
                lines.add("sensor_set_threshold 0x20 %d %d settable %s %s".formatted(common.lun(), common.number(),
                        thresholds().map(t -> common.readableThresholds().contains(t) ? "1" : "0")
                                .collect(Collectors.joining()),
                        thresholds().map(t -> "0x%02x".formatted(full.thresholds().at(t)))
                                .collect(Collectors.joining(" "))));
            }
            default -> {
                for (int state = 0; state < 15; state++) {
                    lines.add("sensor_set_bit 0x20 %d %d %d %d 0".formatted(common.lun(), common.number(), state,
                            sensor.reading() >> state & 1));
                }
            }
        }
        String events = "%15s".formatted(Integer.toBinaryString(common.assertionMask() & 0x7FFF)).replace(' ', '0');
        lines.add("sensor_set_event_support 0x20 %d %d enable scanning per-state %s %s %s %s".formatted(common.lun(),
                common.number(), events, events, events, events));
        return lines;
    }

    /** In the order of the emulator's command: upper non-recoverable first. */
    private static Stream<Threshold> thresholds() {
        return Stream.of(Threshold.UPPER_NON_RECOVERABLE, Threshold.UPPER_CRITICAL, Threshold.UPPER_NON_CRITICAL,
                Threshold.LOWER_NON_RECOVERABLE, Threshold.LOWER_CRITICAL, Threshold.LOWER_NON_CRITICAL);
    }

    private static String bytes(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").withPrefix("0x").formatHex(bytes);
    }

    /** Called by ipmi_sim as {@code lan.sh 0x20 get|set|check name [value] ...}; each parameter is a file. */
    private static void writeLanHook(Path script, InetSocketAddress address) throws IOException {
        Files.writeString(script, """
                #!/bin/sh
                cd "$(dirname "$0")" || exit 1
                case $1 in get|set|check) ;; *) shift;; esac
                op=$1; shift
                preset() { case $1 in
                    ip_addr) echo %s;;
                    ip_addr_src) echo dhcp;;
                    mac_addr) echo 02:66:00:00:00:01;;
                    subnet_mask) echo 255.255.0.0;;
                    *_mac_addr) echo 00:00:00:00:00:00;;
                    *) echo 0.0.0.0;;
                  esac; }
                case $op in
                get) for p in "$@"; do echo "$p:$(cat lan-$p 2>/dev/null || preset $p)"; done;;
                set) while [ $# -ge 2 ]; do echo "$2" > lan-$1; shift 2; done;;
                esac
                exit 0
                """.formatted(address.getAddress().getHostAddress()));
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("cannot make %s executable".formatted(script));
        }
    }

    /** Called by ipmi_sim as {@code chassis.sh 0x20 get|set|check name [value] ...}. */
    private static void writeHook(Path script) throws IOException {
        Files.writeString(script, """
                #!/bin/sh
                cd "$(dirname "$0")" || exit 1
                case $1 in 0x*) shift;; esac
                op=$1; shift
                case $op in
                get) for p in "$@"; do case $p in
                    power) echo "power:$(cat power 2>/dev/null || echo 0)";;
                    boot) echo "boot:$(cat boot 2>/dev/null || echo default)";;
                    *) echo "$p:0";;
                  esac; done;;
                set) echo "$*" >> chassis.log
                  while [ $# -ge 2 ]; do case $1 in
                    power) echo "$2" > power;;
                    boot) echo "$2" > boot;;
                    shutdown) echo 0 > power;;
                  esac; shift 2; done;;
                esac
                exit 0
                """);
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("cannot make %s executable".formatted(script));
        }
    }
}

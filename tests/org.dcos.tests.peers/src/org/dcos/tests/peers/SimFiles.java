package org.dcos.tests.peers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What ipmi_sim reads: LAN configuration, emulator commands, FRU bytes. Written by hand from the IPMI v2.0 and FRU
 * specifications, apart from the product's own codec, so that a mistake there does not cancel out here.
 */
public final class SimFiles {

    /** Inlet temperature in degrees Celsius: raw as is; upper non-critical 40, critical 45, non-recoverable 50. */
    public static final int INLET = 3;

    static final String HOOK = """
            #!/bin/sh
            cd "$(dirname "$0")" || exit 1
            case $1 in 0x*) shift;; esac
            op=$1; shift
            case $op in
            get) for p in "$@"; do case $p in
                power) echo "power:$(cat power)";;
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
            """;

    /** lan_config_program of ipmi_sim. */
    static final String LAN_HOOK = """
            #!/bin/sh
            cd "$(dirname "$0")/lan" || exit 1
            case $1 in get|set|check) ;; *) shift;; esac
            op=$1; shift
            case $op in
            get) for p in "$@"; do echo "$p:$(cat "$p")"; done;;
            set) echo "$*" >> ../lan.log
              while [ $# -ge 2 ]; do echo "$2" > "$1"; shift 2; done
              setsid ../move.sh </dev/null >>../move.log 2>&1 &;;
            esac
            exit 0
            """;

    /** Brings the interface to what the LAN parameters say, a moment after they were set, as BMCs do. */
    static final String MOVE = """
            #!/bin/sh
            cd "$(dirname "$0")" || exit 1
            sleep 0.2
            does=$(cat behaviour)
            case $(cat lan/ip_addr_src) in
            dhcp) [ -f dhcp.pid ] && kill -0 "$(cat dhcp.pid)" || exec ./dhcp.sh;;
            static) [ "$does" = STAYS ] && exit 0
              [ -f dhcp.pid ] && kill "$(cat dhcp.pid)" && rm -f dhcp.pid
              ip -4 address flush dev eth0
              [ "$does" = VANISHES ] && exit 0
              ip address add "$(cat lan/ip_addr)/$(cat lan/subnet_mask)" dev eth0
              ip route replace default via "$(cat lan/default_gw_ip_addr)";;
            esac
            """;

    /** What udhcpc runs with each answer. */
    static final String LEASE = """
            #!/bin/sh
            cd "$(dirname "$0")" || exit 1
            case $1 in bound|renew) ;; *) exit 0;; esac
            [ "$(cat lan/ip_addr_src)" = dhcp ] || [ "$(cat behaviour)" = STAYS ] || exit 0
            echo "$1 $ip/$mask via $router" >> lease.log
            ip -4 -o address show dev eth0 | grep -q " $ip/" || ip -4 address flush dev eth0
            ip address replace "$ip/$mask" dev eth0
            [ -n "$router" ] && ip route replace default via "${router%% *}"
            echo "$ip" > lan/ip_addr; echo "$subnet" > lan/subnet_mask
            echo "${router:-0.0.0.0}" > lan/default_gw_ip_addr
            """;

    private static final int FRU_BYTES = 512;
    private static final int POWER_SUPPLY = 0x0A;
    private static final int MEMORY_DEVICE = 0x20;

    private SimFiles() {}

    static List<String> lan(int number, String address, int port, int console, Path folder) {
        return List.of("name \"bmc%d\"".formatted(number), "startlan 1", "  addr %s %d".formatted(address, port),
                "  priv_limit admin", "  allowed_auths_callback md5", "  allowed_auths_user md5",
                "  allowed_auths_operator md5",
                "  allowed_auths_admin md5", "  guid b123456789abcdef%016x".formatted(number), "endlan",
                "console 127.0.0.1 %d".formatted(console),
                "chassis_control \"%s\"".formatted(folder.resolve("chassis.sh")),
                "user 1 false \"\" \"test\" user 10 md5",
                "user 2 true \"admin\" \"%s\" admin 10 md5".formatted(IpmiSim.PASSWORD));
    }

    /** @param upper non-recoverable, critical, non-critical; @param lower the same; raw values, 0 for none */
    private record Sensor(int number, String name, int type, int unit, int m, int exponent, int[] upper, int[] lower,
            int value) {}

    private static final int[] NONE = {0, 0, 0};

    private static final List<Sensor> SENSORS = List.of(
            new Sensor(1, "CPU1 Temp", 1, 1, 1, 0, new int[] {100, 95, 85}, NONE, 45),
            new Sensor(2, "CPU2 Temp", 1, 1, 1, 0, new int[] {100, 95, 85}, NONE, 47),
            new Sensor(INLET, "Inlet Temp", 1, 1, 1, 0, new int[] {50, 45, 40}, NONE, 23),
            new Sensor(4, "FAN1", 4, 18, 75, 0, NONE, new int[] {4, 8, 12}, 72),
            new Sensor(5, "FAN2", 4, 18, 75, 0, NONE, new int[] {4, 8, 12}, 71),
            new Sensor(6, "P12V", 2, 4, 6, -2, new int[] {230, 220, 215}, new int[] {170, 180, 185}, 201),
            new Sensor(7, "P5V", 2, 4, 25, -3, new int[] {230, 220, 216}, new int[] {170, 180, 184}, 200),
            new Sensor(8, "PSU1 Power", 0x0B, 6, 4, 0, new int[] {0, 225, 200}, NONE, 53));

    private static List<String> controller() {
        var lines = new ArrayList<>(List.of("mc_setbmc 0x20",
                "mc_add 0x20 0x20 has-device-sdrs 0x01 2 0x45 0x9f 0x1291 0x0f02", "sel_enable 0x20 1000 0x0a"));
        SENSORS.forEach(sensor -> lines.addAll(lines(sensor)));
        return lines;
    }

    /** Behind the server's own inventory those of memory modules, then of power supplies. */
    static List<String> cordEmulator(Path folder, int dimms, int psus) {
        var lines = controller();
        for (int fru = 0; fru <= dimms + psus; fru++) {
            lines.add("mc_add_fru_data 0x20 %d %d file 0 \"%s\"".formatted(fru, FRU_BYTES,
                    folder.resolve("fru%d.bin".formatted(fru))));
            if (fru > 0) {
                boolean dimm = fru <= dimms;
                int place = dimm ? fru : fru - dimms;
                lines.add("main_sdr_add 0x20 " + HexFormat.ofDelimiter(" ").withPrefix("0x").formatHex(
                        locator(fru, dimm ? MEMORY_DEVICE : POWER_SUPPLY, place, (dimm ? "DIMM" : "PSU") + place)));
            }
        }
        lines.add("mc_enable 0x20");
        return lines;
    }

    /** A FRU device locator record, type 11h (IPMI v2.0 §43.8). */
    private static byte[] locator(int fru, int entity, int place, String name) {
        var out = new ByteArrayOutputStream();
        put(out, 0, 0, 0x51, 0x11, 11 + name.length(), 0x20, fru, 0x80, 0, 0, 0x10, 0, entity, place, 0,
                0xC0 | name.length());
        out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** On every address of its namespace, with an account without a name that is on. */
    static List<String> cordLan(CordBmc.Make make, Path folder) {
        return List.of("name \"bmc%d\"".formatted(make.number()), "startlan 1", "  addr 0.0.0.0 623",
                "  priv_limit admin", "  allowed_auths_callback md5", "  allowed_auths_user md5",
                "  allowed_auths_operator md5", "  allowed_auths_admin md5",
                "  guid c123456789abcdef%016x".formatted(make.number()),
                "  lan_config_program \"%s\"".formatted(folder.resolve("lan.sh")), "endlan",
                "chassis_control \"%s\"".formatted(folder.resolve("chassis.sh")),
                "user 1 true \"\" \"test\" user 10 md5",
                "user 2 true \"%s\" \"%s\" admin 10 md5".formatted(make.login().user(), make.login().password()));
    }

    /** What ipmi_sim has kept of an account's password; empty as long as none was set. */
    static Optional<String> password(Path state, int user) throws IOException {
        var key = user + ".passwd:d:";
        try (var files = Files.walk(state)) {
            for (var file : files.filter(one -> one.getFileName().toString().startsWith("users.mc")).toList()) {
                for (var line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                    if (line.startsWith(key)) {
                        return Optional.of(line.substring(key.length()).replaceAll("(\\\\00)+$", ""));
                    }
                }
            }
        }
        return Optional.empty();
    }

    static List<String> emulator(Path folder) {
        var lines = controller();
        lines.add("mc_add_fru_data 0x20 0 %d file 0 \"%s\"".formatted(FRU_BYTES, folder.resolve("fru.bin")));
        lines.add("mc_enable 0x20");
        return lines;
    }

    private static List<String> lines(Sensor sensor) {
        var thresholds = new StringBuilder();
        var settable = new StringBuilder();
        for (int[] side : new int[][] {sensor.upper, sensor.lower}) {
            for (int raw : side) {
                settable.append(raw == 0 ? '0' : '1');
                thresholds.append(" 0x%02x".formatted(raw));
            }
        }
        var events = "%15s".formatted(Integer.toBinaryString(events(sensor))).replace(' ', '0');
        return List.of("main_sdr_add 0x20 " + HexFormat.ofDelimiter(" ").withPrefix("0x").formatHex(sdr(sensor)),
                "sensor_add 0x20 0 %d 0x%02x 0x01".formatted(sensor.number, sensor.type),
                "sensor_set_value 0x20 0 %d %d 0".formatted(sensor.number, sensor.value),
                "sensor_set_threshold 0x20 0 %d settable %s%s".formatted(sensor.number, settable, thresholds),
                "sensor_set_event_support 0x20 0 %d enable scanning per-state %s %s %s %s".formatted(sensor.number,
                        events,
                        events, events, events));
    }

    /** Assertion event mask, going high for upper, low for lower thresholds (IPMI v2.0 table 43-1, byte 15). */
    private static int events(Sensor sensor) {
        int[] high = {0x800, 0x200, 0x080};
        int[] low = {0x010, 0x004, 0x001};
        int mask = 0;
        for (int i = 0; i < high.length; i++) {
            mask |= (sensor.upper[i] == 0 ? 0 : high[i]) | (sensor.lower[i] == 0 ? 0 : low[i]);
        }
        return mask;
    }

    /** A full sensor record, type 01h (IPMI v2.0 §43.1). */
    private static byte[] sdr(Sensor sensor) {
        int readable = 0;
        int[] upper = {0x20, 0x10, 0x08};
        int[] lower = {0x04, 0x02, 0x01};
        for (int i = 0; i < upper.length; i++) {
            readable |= (sensor.upper[i] == 0 ? 0 : upper[i]) | (sensor.lower[i] == 0 ? 0 : lower[i]);
        }
        int events = events(sensor);
        var out = new ByteArrayOutputStream();
        put(out, 0, 0, 0x51, 1, 0, 0x20, 0, sensor.number, 3, sensor.number, 0x7F, 0x68, sensor.type, 1);
        put(out, events, events >> 8, events, events >> 8, readable, readable, 0, sensor.unit, 0, 0);
        put(out, sensor.m, sensor.m >> 2 & 0xC0, 0, 0, 0, (sensor.exponent & 15) << 4, 0, 0, 0, 0, 255, 0);
        put(out, sensor.upper);
        put(out, sensor.lower);
        put(out, 2, 2, 0, 0, 0, 0xC0 | sensor.name.length());
        out.writeBytes(sensor.name.getBytes(StandardCharsets.US_ASCII));
        byte[] record = out.toByteArray();
        record[4] = (byte) (record.length - 5);
        return record;
    }

    private static void put(ByteArrayOutputStream out, int... bytes) {
        for (int value : bytes) {
            out.write(value);
        }
    }

    /** Header, chassis, board, product area (Platform Management FRU Information Storage Definition v1.0 §8-§12). */
    static byte[] fru(String serial) {
        byte[] chassis = area(new byte[] {1, 0, 0x17}, "CH-1", serial + "C");
        byte[] board = area(new byte[] {1, 0, 0, 0x10, 0x20, (byte) 0xD0}, "DCLab", "LabBoard", serial + "B", "BRD-01",
                "");
        byte[] product = area(new byte[] {1, 0, 0}, "DCLab", "LabServer R1", "PN-1001", "1.0", serial, "ASSET-1", "");
        byte[] header = {1, 0, 1, (byte) (1 + chassis.length / 8), (byte) (1 + (chassis.length + board.length) / 8), 0,
            0, 0};
        header[7] = checksum(header);
        var out = new ByteArrayOutputStream();
        List.of(header, chassis, board, product).forEach(out::writeBytes);
        return java.util.Arrays.copyOf(out.toByteArray(), FRU_BYTES);
    }

    private static byte[] area(byte[] head, String... fields) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(head);
        for (var field : fields) {
            out.write(0xC0 | field.length());
            out.writeBytes(field.getBytes(StandardCharsets.US_ASCII));
        }
        out.write(0xC1);
        byte[] area = java.util.Arrays.copyOf(out.toByteArray(), (out.size() + 1 + 7) / 8 * 8);
        area[1] = (byte) (area.length / 8);
        area[area.length - 1] = checksum(area);
        return area;
    }

    private static byte checksum(byte[] bytes) {
        int sum = 0;
        for (byte value : bytes) {
            sum += value;
        }
        return (byte) -sum;
    }
}

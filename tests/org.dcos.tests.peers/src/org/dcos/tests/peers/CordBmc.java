package org.dcos.tests.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A BMC from the power cord on: {@code ipmi_sim} in a network namespace of its own whose address comes from a DHCP
 * client, until its LAN parameters are set; then its address really moves.
 */
public final class CordBmc implements AutoCloseable {

    /** What it has for a login when it comes. */
    public record Login(String user, String password) {}

    /** What becomes of its address when it is told a static one. */
    public enum Lan {
        /** It has it after a moment. */
        MOVES,
        /** It says that it has it, and stays where it was. */
        STAYS,
        /** It has none at all then. */
        VANISHES
    }

    /**
     * @param number of its namespace and MAC
     * @param name   as it tells by DHCP; may be empty
     * @param vendor class, as it tells by DHCP; may be empty
     * @param dimms  memory modules that it tells of
     * @param machine whether QEMU is the server behind it; else its power is a word in a file
     */
    public record Make(int number, String serial, String name, String vendor, Login login, int dimms, Lan lan,
            boolean machine) {}

    private static final int PSUS = 2;

    private final Make make;
    private final NetworkSpace space;
    private final Path folder;

    /** Off, with its network interface {@code eth0} not yet cabled. */
    public CordBmc(Path parent, NetworkSpace space, Make make) throws IOException {
        this.make = make;
        this.space = space;
        this.folder = Files.createDirectories(parent.resolve("bmc%02d".formatted(make.number)));
        Files.createDirectories(folder.resolve("state"));
        var lan = Files.createDirectories(folder.resolve("lan"));
        for (var one : Map.of("ip_addr", "0.0.0.0", "ip_addr_src", "dhcp", "subnet_mask", "0.0.0.0", "mac_addr", mac(),
                "default_gw_ip_addr", "0.0.0.0", "default_gw_mac_addr", "00:00:00:00:00:00", "backup_gw_ip_addr",
                "0.0.0.0", "backup_gw_mac_addr", "00:00:00:00:00:00").entrySet()) {
            Files.writeString(lan.resolve(one.getKey()), one.getValue() + "\n");
        }
        lan(make.lan);
        Files.writeString(folder.resolve("power"), "1");
        script("chassis.sh", make.machine ? MachineFiles.HOOK : SimFiles.HOOK);
        script("lan.sh", SimFiles.LAN_HOOK);
        script("move.sh", SimFiles.MOVE);
        script("lease.sh", SimFiles.LEASE);
        script("dhcp.sh", dhcp());
        var inventories = new ArrayList<byte[]>();
        inventories.add(SimFiles.fru(make.serial));
        for (int i = 1; i <= make.dimms + PSUS; i++) {
            inventories.add(SimFiles.fru("%s-%d".formatted(make.serial, i)));
        }
        for (int i = 0; i < inventories.size(); i++) {
            Files.write(folder.resolve("fru%d.bin".formatted(i)), inventories.get(i));
        }
        var configuration = new ArrayList<>(SimFiles.cordLan(make, folder));
        configuration.addAll(make.machine ? MachineFiles.lan() : List.of());
        Files.write(folder.resolve("lan.conf"), configuration);
        Files.write(folder.resolve("emu.cmd"), SimFiles.cordEmulator(folder, make.dimms, PSUS));
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        if (!folder.resolve(name).toFile().setExecutable(true)) {
            throw new IOException("cannot make %s executable".formatted(name));
        }
    }

    /** As BMCs do: it asks again and again, and tells its host name and vendor class. */
    private String dhcp() {
        var options = (make.name.isEmpty() ? "" : " -x hostname:" + make.name)
                + (make.vendor.isEmpty() ? " -V ''" : " -V '" + make.vendor + "'");
        return """
                #!/bin/sh
                cd "$(dirname "$0")" || exit 1
                exec udhcpc -f -i eth0 -s "$PWD/lease.sh" -p "$PWD/dhcp.pid" -t 4 -T 2 -A 2%s
                """.formatted(options);
    }

    public Make make() {
        return make;
    }

    public NetworkSpace space() {
        return space;
    }

    public String mac() {
        return "02:dc:05:00:00:%02x".formatted(make.number);
    }

    /** From now on. */
    public void lan(Lan does) throws IOException {
        Files.writeString(folder.resolve("behaviour"), does.name());
    }

    /**
     * Gives it power: it asks for an address, and listens on port 623 of whatever it gets. A machine behind it goes on
     * by itself, as one does that is set to be always on.
     */
    public void plugIn() throws IOException, InterruptedException {
        if (make.machine) {
            space.call(folder.resolve("chassis.sh").toString(), "set", "power", "1");
        }
        space.start(folder.resolve("sim.log"), "ipmi_sim", "-c", folder.resolve("lan.conf").toString(), "-f",
                folder.resolve("emu.cmd").toString(), "-s", folder.resolve("state").toString(), "-n");
        askForAddress();
    }

    /** As after a reset of its network settings. */
    public void askForAddress() throws IOException {
        Files.writeString(folder.resolve("lan/ip_addr_src"), "dhcp\n");
        space.start(folder.resolve("dhcp.log"), folder.resolve("dhcp.sh").toString());
    }

    /** The password that it has for the account of its first login now, as only it itself can tell. */
    public String password() throws IOException {
        return SimFiles.password(folder.resolve("state"), 2).orElse(make.login.password);
    }

    /** The process of the machine behind it; empty when that is off. */
    public Optional<Long> machine() throws IOException {
        return MachineFiles.process(folder);
    }

    public static boolean runs(long machine) {
        return MachineFiles.runs(machine);
    }

    /** Every {@code set} that reached the chassis, oldest first. */
    public List<String> orders() throws IOException {
        var log = folder.resolve("chassis.log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    /** What the interface really has: {@code 10.1.2.3/22}; empty: none. */
    public List<String> addresses() throws IOException, InterruptedException {
        return space.call("ip", "-4", "-o", "address", "show", "dev", "eth0").lines()
                .map(line -> line.replaceAll(".* inet (\\S+) .*", "$1")).toList();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        space.close();
    }
}

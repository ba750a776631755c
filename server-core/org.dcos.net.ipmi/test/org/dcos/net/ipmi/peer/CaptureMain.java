package org.dcos.net.ipmi.peer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Makes the captures of the wire tests anew: {@code CaptureMain FOLDER} runs ipmitool through a {@link UdpTap} against
 * ipmi_sim with cipher suite 3, and against {@link FakeBmc} with cipher suite 17, and writes a hex file of each.
 */
public final class CaptureMain {

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path work = Files.createTempDirectory("ipmi-capture");
        try (var sim = IpmiSim.start(work, TestRack.sensors(), TestRack.locators(), TestRack.fru());
                var tap = new UdpTap(sim.address())) {
            var ipmitool = new Ipmitool(tap.address(), IpmiSim.USER, IpmiSim.PASSWORD, 3);
            ipmitool.run("sdr", "elist");
            write(folder.resolve("ipmitool-ipmi_sim-suite3.hex"), "ipmitool -C 3 sdr elist, ipmi_sim", tap);
        }
        try (var bmc = new FakeBmc();
                var tap = new UdpTap(bmc.address())) {
            new Ipmitool(tap.address(), FakeBmc.USER, FakeBmc.PASSWORD, 17).run("mc", "info");
            write(folder.resolve("ipmitool-suite17.hex"), "ipmitool -C 17 mc info, the BMC of these tests", tap);
        }
    }

    private static void write(Path file, String what, UdpTap tap) throws Exception {
        var note = Stream.of("# " + what + ": user admin, password Passw0rd.",
                "# Captured on loopback by CaptureMain; > console to BMC, < BMC to console; whole UDP payloads.");
        var lines = tap.seen().stream().map(d -> (d.fromClient() ? "> " : "< ") + HexFormat.of().formatHex(d.bytes()));
        Files.write(file, (Iterable<String>) Stream.concat(note, lines)::iterator);
    }

    private CaptureMain() {}
}

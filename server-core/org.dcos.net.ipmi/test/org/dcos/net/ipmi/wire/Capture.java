package org.dcos.net.ipmi.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Captured datagrams from the hex files beside this class. */
public final class Capture {

    /** ipmitool with cipher suite 3 reading the sensors of ipmi_sim. */
    public static final String SUITE_3 = "ipmitool-ipmi_sim-suite3.hex";

    /** ipmitool with cipher suite 17 reading the device ID. */
    public static final String SUITE_17 = "ipmitool-suite17.hex";

    /** @param fromConsole direction */
    public record Datagram(boolean fromConsole, byte[] bytes) {}

    public static List<Datagram> read(String file) {
        try (var in = new BufferedReader(new InputStreamReader(Capture.class.getResourceAsStream(file),
                StandardCharsets.US_ASCII))) {
            return in.lines().filter(line -> !line.startsWith("#"))
                    .map(line -> new Datagram(line.startsWith(">"), HexFormat.of().parseHex(line.substring(2))))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    private Capture() {}
}

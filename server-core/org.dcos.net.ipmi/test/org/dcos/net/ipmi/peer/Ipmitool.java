package org.dcos.net.ipmi.peer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs {@code ipmitool -I lanplus} against a BMC, as an independent client to compare with. */
public final class Ipmitool {

    private static final int SECONDS = 20;

    private final List<String> command;

    public Ipmitool(InetSocketAddress bmc, String user, String password, int cipherSuite) {
        Assumptions.assumeTrue(IpmiSim.isInstalled("ipmitool"),
                "ipmitool is not installed: apt install ipmitool, then the tests that compare with it run");
        command = List.of("ipmitool", "-I", "lanplus", "-C", Integer.toString(cipherSuite), "-H",
                bmc.getAddress().getHostAddress(), "-p", Integer.toString(bmc.getPort()), "-U", user, "-P", password,
                "-N", "1", "-R", "3");
    }

    /** The lines that it prints. */
    public List<String> run(String... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        var process = new ProcessBuilder(all).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("ipmitool %s: %s".formatted(String.join(" ", arguments), output));
            }
            return output.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    /** The value of a line "name : value". */
    public static String valueOf(List<String> lines, String name) {
        return lines.stream().filter(line -> line.strip().startsWith(name)).findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElseThrow(() -> new AssertionError("no line %s in %s".formatted(name, lines)));
    }
}

package org.dcos.lab.peers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dcos.lab.Lab;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.redfish.RedfishPort;

/** Runs ipmitool, FreeIPMI, redfishtool and sushy on this machine; tests are skipped where they are missing. */
final class Peer {

    private static final long MOST_SECONDS = 60;

    /**
     * @param output standard output and error together
     */
    record Outcome(int status, String output) {}

    /** ipmitool over RMCP+ with a cipher suite. */
    static Outcome ipmitool(Lab lab, LabBmc bmc, int suite, String... command) throws IOException {
        var line = new ArrayList<>(List.of("ipmitool", "-I", "lanplus", "-C", String.valueOf(suite), "-H",
                bmc.address().getHostString(), "-p", String.valueOf(bmc.address().getPort()), "-U",
                lab.options().user(), "-P", lab.options().password()));
        line.addAll(List.of(command));
        return run(line);
    }

    /** ipmitool's console, see {@link #typed(String, List, List)}. */
    static String ipmitoolConsole(Lab lab, LabBmc bmc, int suite, List<String> cues, List<String> texts)
            throws IOException {
        return typed("ipmitool -I lanplus -C %d -H %s -p %d -U %s -P %s sol activate".formatted(suite,
                bmc.address().getHostString(), bmc.address().getPort(), lab.options().user(),
                lab.options().password()), cues, texts);
    }

    /** FreeIPMI's console, see {@link #typed(String, List, List)}. */
    static String freeipmiConsole(Lab lab, LabBmc bmc, int suite, List<String> cues, List<String> texts)
            throws IOException {
        return typed("ipmiconsole -I %d -h %s:%d -u %s -p %s -l ADMIN".formatted(suite, bmc.address().getHostString(),
                bmc.address().getPort(), lab.options().user(), lab.options().password()), cues, texts);
    }

    /**
     * A console program on a terminal of its own (script(1)): types each text once its cue has been shown.
     *
     * @return all that was shown
     */
    private static String typed(String console, List<String> cues, List<String> texts) throws IOException {
        String program = console.substring(0, console.indexOf(' '));
        assumeTrue(find(program).isPresent() && find("script").isPresent(), program + " or script is not installed");
        String command = find(program).orElseThrow() + console.substring(program.length());
        Process process = new ProcessBuilder("script", "-qec", command, "/dev/null").redirectErrorStream(true).start();
        var shown = new StringBuilder();
        try (var keys = process.getOutputStream();
                var screen = process.getInputStream()) {
            int from = 0;
            for (int i = 0; i < cues.size(); i++) {
                while (shown.indexOf(cues.get(i), from) < 0) {
                    int next = screen.read();
                    if (next < 0) {
                        throw new IOException("%s ended: %s".formatted(program, shown));
                    }
                    shown.append((char) next);
                }
                from = shown.length();
                keys.write(texts.get(i).getBytes(StandardCharsets.US_ASCII));
                keys.flush();
            }
            shown.append(new String(screen.readAllBytes(), StandardCharsets.ISO_8859_1));
            return shown.toString();
        } finally {
            process.destroyForcibly();
        }
    }

    static Outcome freeipmi(Lab lab, LabBmc bmc, int suite, String... command) throws IOException {
        return freeipmi(lab, List.of(bmc), suite, command);
    }

    /** A FreeIPMI tool over RMCP+ with a cipher suite. */
    static Outcome freeipmi(Lab lab, List<LabBmc> bmcs, int suite, String... command) throws IOException {
        String hosts = String.join(",", bmcs.stream()
                .map(bmc -> "%s:%d".formatted(bmc.address().getHostString(), bmc.address().getPort())).toList());
        var line = new ArrayList<>(List.of(command));
        line.addAll(List.of("-D", "LAN_2_0", "-I", String.valueOf(suite), "-h", hosts, "-u", lab.options().user(),
                "-p", lab.options().password(), "-l", "ADMIN"));
        return run(line);
    }

    /** redfishtool with a session. */
    static Outcome redfishtool(Lab lab, RedfishPort port, String... command) throws IOException {
        var line = new ArrayList<>(List.of("redfishtool", "-r",
                "%s:%d".formatted(port.address().getHostString(), port.address().getPort()), "-u",
                lab.options().user(), "-p", lab.options().password(), "-S", "Always", "-A", "Session"));
        line.addAll(List.of(command));
        return run(line);
    }

    /** Lines of Python for sushy, in which {@code system} is the server. */
    static Outcome sushy(Lab lab, RedfishPort port, String lines) throws IOException {
        assumeTrue(Files.exists(Path.of("/usr/lib/python3/dist-packages/sushy")), "python3-sushy is not installed");
        return run(new ArrayList<>(List.of("/usr/bin/python3", "-W", "ignore", "-c", """
                import sushy
                root = sushy.Sushy('https://%s:%d/redfish/v1', verify=False, auth=sushy.auth.SessionAuth('%s', '%s'))
                system = root.get_system(root.get_system_collection().members_identities[0])
                %s""".formatted(port.address().getHostString(), port.address().getPort(), lab.options().user(),
                lab.options().password(), lines))));
    }

    private static Outcome run(List<String> command) throws IOException {
        Optional<Path> program = find(command.getFirst());
        assumeTrue(program.isPresent(), command.getFirst() + " is not installed");
        command.set(0, program.orElseThrow().toString());
        Path output = Files.createTempFile("peer", ".txt");
        try {
            var builder = new ProcessBuilder(command);
            builder.environment().keySet().removeAll(List.of("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"));
            Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null"))).start();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("%s did not end in %d s".formatted(command.getFirst(), MOST_SECONDS));
            }
            return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }

    private static Optional<Path> find(String program) {
        if (program.startsWith("/")) {
            return Optional.of(Path.of(program)).filter(Files::isExecutable);
        }
        return Arrays.stream((System.getenv("PATH") + ":/usr/sbin").split(":"))
                .map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst();
    }

    private Peer() {}
}

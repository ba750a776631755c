package org.dcos.tests.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A network namespace of Linux: a machine's network of its own, of which nothing reaches other networks. */
public final class NetworkSpace implements AutoCloseable {

    private static final int END_SECONDS = 5;

    private final String name;
    private final List<Process> processes = new ArrayList<>();

    private NetworkSpace(String name) {
        this.name = name;
    }

    /** Whether this process may make any. */
    public static boolean possible() throws IOException, InterruptedException {
        return run(List.of("id", "-u")).equals("0");
    }

    public static NetworkSpace make(String name) throws IOException, InterruptedException {
        run(List.of("ip", "netns", "add", name));
        var space = new NetworkSpace(name);
        space.ip("link set lo up");
        return space;
    }

    public String name() {
        return name;
    }

    /** Runs {@code ip} on its interfaces, e.g. {@code link set eth0 up}. */
    public void ip(String words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("ip", "-n", name));
        command.addAll(List.of(words.split(" ")));
        run(command);
    }

    /** Joins an interface of it with one of another, as by a cable, and turns both on. */
    public void cable(String mine, String mac, NetworkSpace other, String its)
            throws IOException, InterruptedException {
        run(List.of("ip", "link", "add", mine, "netns", name, "address", mac, "type", "veth", "peer", "name", its,
                "netns", other.name));
        ip("link set %s up".formatted(mine));
        other.ip("link set %s up".formatted(its));
    }

    /** Joins an interface of it with one of this machine that is made for it, each with its address. */
    public void uplink(String mine, String address, String here, String itsAddress)
            throws IOException, InterruptedException {
        run(List.of("ip", "link", "add", mine, "netns", name, "type", "veth", "peer", "name", here));
        ip("address add %s dev %s".formatted(address, mine));
        ip("link set %s up".formatted(mine));
        run(List.of("ip", "address", "add", itsAddress, "dev", here));
        run(List.of("ip", "link", "set", here, "up"));
    }

    /** How a command begins that runs inside. */
    public List<String> inside() {
        return List.of("ip", "netns", "exec", name);
    }

    private List<String> inside(List<String> command) {
        var words = new ArrayList<>(inside());
        words.addAll(command);
        return words;
    }

    /** Runs a program inside to its end, and gives what it printed. @throws IOException when it fails */
    public String call(String... command) throws IOException, InterruptedException {
        return run(inside(List.of(command)));
    }

    /** Starts a program inside that runs until this is closed. */
    public void start(Path log, String... command) throws IOException {
        processes.add(new ProcessBuilder(inside(List.of(command))).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start());
    }

    static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("%s: %s".formatted(String.join(" ", command), text));
        }
        return text;
    }

    /** Ends every process in it, also those that its programs have started, and takes it away with its interfaces. */
    @Override
    public void close() throws IOException, InterruptedException {
        for (Process process : processes) {
            process.destroy();
        }
        for (Process process : processes) {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        run(List.of("ip", "netns", "pids", name)).lines().map(Long::valueOf).flatMap(pid -> ProcessHandle.of(pid)
                .stream()).forEach(ProcessHandle::destroyForcibly);
        run(List.of("ip", "netns", "delete", name));
    }
}

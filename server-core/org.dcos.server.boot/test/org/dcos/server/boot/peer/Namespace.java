package org.dcos.server.boot.peer;

import java.io.IOException;
import java.net.Inet4Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * A host in a network namespace of its own, on an Ethernet that it shares with this machine alone: 198.19.N.0/24 (kept
 * for such tests by RFC 2544, appendix C.2.2), this machine being .1; the host has no address yet.
 */
public final class Namespace implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final String outside;
    private final int network;

    private Namespace(int number) {
        name = "dcos-boot-%d".formatted(number);
        outside = "dcosb%d".formatted(number);
        network = number;
    }

    /** Makes the host; skips the test where this process may not. */
    public static Namespace start() throws IOException, InterruptedException {
        Commands.assumeInstalled("ip", "iproute2");
        Assumptions.assumeTrue(Commands.run("id", "-u").lines().equals(List.of("0")),
                "a network namespace can only be made by root: run the tests as root, then this one runs");
        var host = new Namespace((int) ((ProcessHandle.current().pid() * 7 + NUMBER.incrementAndGet()) % 250));
        var made = Commands.run("ip", "netns", "add", host.name);
        Assumptions.assumeTrue(made.code() == 0, "no network namespaces can be made here: " + made.lines());
        try {
            Commands.require("ip link add %s type veth peer name eth0 netns %s".formatted(host.outside, host.name));
            Commands.require("ip address add %s/24 dev %s".formatted(host.text(1), host.outside));
            Commands.require("ip link set %s up".formatted(host.outside));
            host.inside("ip link set lo up");
            host.inside("ip link set eth0 up");
            host.awaitLink();
        } catch (IOException e) {
            host.close();
            throw e;
        }
        return host;
    }

    /** A link comes up a moment after it was told to. */
    private void awaitLink() throws IOException {
        var carrier = Path.of("/sys/class/net", outside, "operstate");
        for (int i = 0; i < 1_000_000; i++) {
            if (Files.readString(carrier).strip().equals("up")) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new IOException("the link %s did not come up".formatted(outside));
    }

    /** The address with this last octet in the common network. */
    public Inet4Address address(int last) {
        return Inet4Address.ofLiteral(text(last));
    }

    public String text(int last) {
        return "198.19.%d.%d".formatted(network, last);
    }

    public String name() {
        return name;
    }

    /** The interface of this machine. */
    public String outside() {
        return outside;
    }

    /** Runs a command in the namespace that must succeed. */
    public void inside(String command) throws IOException, InterruptedException {
        Commands.require("ip netns exec %s %s".formatted(name, command));
    }

    /** Runs a command in the namespace to its end. */
    public Commands.Output run(String... command) throws IOException, InterruptedException {
        return Commands.run(words(command));
    }

    /** Starts a program in the namespace, which the caller ends. */
    public Process start(String... command) throws IOException {
        return new ProcessBuilder(words(command)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private String[] words(String... command) {
        var words = new ArrayList<>(List.of("ip", "netns", "exec", name));
        words.addAll(List.of(command));
        return words.toArray(String[]::new);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Commands.run("ip", "link", "delete", outside);
        Commands.require("ip netns delete " + name);
    }
}

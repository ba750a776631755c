package org.dcos.net.probe.peer;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dcos.net.probe.wire.MacAddress;
import org.junit.jupiter.api.Assumptions;

/**
 * A host in a network namespace of its own, on a network that it shares with this machine alone: 198.18.N.0/24 (kept
 * for such tests by RFC 2544, appendix C.2.2) and fd5e:dc05:N::/64, this machine being .1 and ::1, the host .2 and ::2.
 */
public final class Namespace implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final String outside;
    private final int network;

    private Namespace(String name, String outside, int network) {
        this.name = name;
        this.outside = outside;
        this.network = network;
    }

    /** Makes the host; skips the test where this process may not. */
    public static Namespace start() throws IOException, InterruptedException {
        Commands.assumeInstalled("ip", "iproute2");
        Assumptions.assumeTrue(Commands.run("id", "-u").lines().equals(List.of("0")),
                "a network namespace can only be made by root: run the tests as root, then this one runs");
        int number = (int) ((ProcessHandle.current().pid() * 7 + NUMBER.incrementAndGet()) % 250);
        var host = new Namespace("dcos-probe-%d".formatted(number), "dcosp%d".formatted(number), number);
        var made = Commands.run("ip", "netns", "add", host.name);
        Assumptions.assumeTrue(made.code() == 0, "no network namespaces can be made here: " + made.lines());
        try {
            host.connect();
        } catch (IOException e) {
            host.close();
            throw e;
        }
        return host;
    }

    private void connect() throws IOException, InterruptedException {
        Commands.require("ip link add %s type veth peer name eth0 netns %s".formatted(outside, name));
        Commands.require("ip address add %s/24 dev %s".formatted(text(1), outside));
        Commands.require("ip link set %s up".formatted(outside));
        inside("ip address add %s/24 dev eth0".formatted(text(2)));
        Commands.require("ip address add %s/64 dev %s nodad".formatted(text6(1), outside));
        inside("ip address add %s/64 dev eth0 nodad".formatted(text6(2)));
        inside("ip link set lo up");
        inside("ip link set eth0 up");
        awaitLink();
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

    /** The IPv6 address with this end in the common network. */
    public Inet6Address address6(int last) {
        return (Inet6Address) Inet6Address.ofLiteral(text6(last));
    }

    private String text6(int last) {
        return "fd5e:dc05:%x::%x".formatted(network, last);
    }

    private String text(int last) {
        return "198.18.%d.%d".formatted(network, last);
    }

    /** The third octet of the network, also free to use in 198.19.0.0/16. */
    public int network() {
        return network;
    }

    public String name() {
        return name;
    }

    /** The interface of this machine. */
    public String outside() {
        return outside;
    }

    /** The hardware address of the host. */
    public MacAddress hardware() throws IOException, InterruptedException {
        var output = run("cat", "/sys/class/net/eth0/address");
        return MacAddress.of(HexFormat.ofDelimiter(":").parseHex(output.lines().getFirst()));
    }

    /** Gives the host more addresses in the common network. */
    public void add(int... lastOctets) throws IOException, InterruptedException {
        for (int last : lastOctets) {
            inside("ip address add %s/24 dev eth0".formatted(text(last)));
        }
    }

    /** Runs a command in the namespace that must succeed. */
    public void inside(String command) throws IOException, InterruptedException {
        Commands.require("ip netns exec %s %s".formatted(name, command));
    }

    /** Sets a switch of the host's kernel. */
    public void set(String key, String value) throws IOException, InterruptedException {
        var output = run("sh", "-c", "echo '%s' >/proc/sys/%s".formatted(value, key.replace('.', '/')));
        if (output.code() != 0) {
            throw new IOException("%s: %s".formatted(key, output.lines()));
        }
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

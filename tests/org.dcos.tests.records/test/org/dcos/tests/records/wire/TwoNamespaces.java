package org.dcos.tests.records.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A network namespace to ask from and one with hosts, joined by a veth pair. Nothing of it touches other networks. */
final class TwoNamespaces implements AutoCloseable {

    private final String asking;
    private final String hosts;

    private TwoNamespaces(String asking, String hosts) {
        this.asking = asking;
        this.hosts = hosts;
    }

    /** Makes them. Only root may: elsewhere than in continuous integration the test is skipped then. */
    static TwoNamespaces start() throws IOException, InterruptedException {
        if (!run("id", "-u").equals("0")) {
            String cure = "Network namespaces are made by root only: run this test as root.";
            Assertions.assertThat(System.getenv("CI")).as(cure).isNull();
            Assumptions.abort(cure);
        }
        long pid = ProcessHandle.current().pid();
        var both = new TwoNamespaces("dcos-ask-" + pid, "dcos-hosts-" + pid);
        try {
            run("ip", "netns", "add", both.asking);
            run("ip", "netns", "add", both.hosts);
            run("ip", "link", "add", "eth0", "netns", both.asking, "type", "veth", "peer", "name", "eth0", "netns",
                    both.hosts);
            for (String name : List.of(both.asking, both.hosts)) {
                inside(name, "ip link set lo up");
                inside(name, "ip link set eth0 up");
            }
        } catch (IOException e) {
            both.close();
            throw e;
        }
        return both;
    }

    void askingHas(String address) throws IOException, InterruptedException {
        inside(asking, "ip address add %s dev eth0%s".formatted(address, address.contains(":") ? " nodad" : ""));
    }

    void hostHas(String address, String link) throws IOException, InterruptedException {
        inside(hosts, "ip address add %s dev %s%s".formatted(address, link, address.contains(":") ? " nodad" : ""));
    }

    /** Leads packets to a network by way of a host. */
    void route(String network, String by) throws IOException, InterruptedException {
        inside(asking, "ip route add %s via %s".formatted(network, by));
    }

    /** Runs a program in the namespace to ask from. */
    String ask(List<String> command) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("ip", "netns", "exec", asking));
        words.addAll(command);
        return run(words.toArray(String[]::new));
    }

    private static void inside(String name, String command) throws IOException, InterruptedException {
        run(("ip netns exec %s %s".formatted(name, command)).split(" "));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("%s: %s".formatted(String.join(" ", command), text));
        }
        return text;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("ip", "netns", "delete", asking); // and with it the pair
        run("ip", "netns", "delete", hosts);
    }
}

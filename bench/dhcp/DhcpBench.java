import java.io.IOException;
import java.net.Inet4Address;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.dcos.net.dhcp.journal.LeaseJournal;
import org.dcos.net.dhcp.lease.LeaseEvent;
import org.dcos.net.dhcp.server.ConflictProbe;
import org.dcos.net.dhcp.server.DhcpServer;
import org.dcos.net.dhcp.server.ServerListener;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.subnet.LeaseTimes;
import org.dcos.net.dhcp.subnet.Limits;
import org.dcos.net.dhcp.subnet.Pool;
import org.dcos.net.dhcp.subnet.Subnet;

/**
 * Leases a second under perfdhcp: Kea with a memfile, dnsmasq and our server in turn at each rate, each over a link of its
 * own between two network namespaces. What counts is an exchange that got its ACK; perfdhcp's own rate leaves some out. All
 * three run all the time and have answered for a while before, as ours is part of a server-core that runs for days. Only
 * ours flushes leases to the disk before it answers. Needs root.
 */
public final class DhcpBench {

    private static final String OWN = "10.80.0.1";
    private static final String FIRST = "10.80.1.0";
    private static final String LAST = "10.83.250.250";
    private static final int SECONDS = Integer.getInteger("seconds", 8);

    private static final int WARM_SECONDS = Integer.getInteger("warm", 20);

    private static final Pattern RECEIVED = Pattern.compile("received packets: (\\d+)");
    private static final Pattern DELAY = Pattern.compile("avg delay: ([0-9.]+) ms");

    /** What one server did at one rate. */
    private record Run(long acknowledged, double delay, double cpu) {
        double perSecond() {
            return (double) acknowledged / SECONDS;
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            serve(Path.of(arguments[0]));
            return;
        }
        for (var program : List.of("perfdhcp", "kea-dhcp4", "dnsmasq", "ip")) {
            if (run("sh", "-c", "command -v " + program).isEmpty()) {
                System.out.println("'" + program + "' is missing: apt-get install kea-admin kea-dhcp4-server dnsmasq-base iproute2");
                return;
            }
        }
        var rates = Arrays.stream(System.getProperty("rates", "1000,2000,4000,6000,8000").split(",")).map(Integer::valueOf).toList();
        var best = new LinkedHashMap<String, Double>();
        var servers = new LinkedHashMap<String, Process>();
        var folder = Files.createTempDirectory("dcos-bench");
        try {
            System.out.printf("%d s at each rate; file system of the leases: %s%n", SECONDS, run("stat", "-f", "-c", "%T", folder.toString()).strip());
            for (var name : List.of("kea", "ours", "dnsmasq")) {
                link(name);
                servers.put(name, start(name, Files.createDirectory(folder.resolve(name))));
                perf(name, 2000, WARM_SECONDS, "00:0c:00:00:00:00");
            }
            for (int i = 0; i < rates.size(); i++) {
                for (var name : servers.keySet()) {
                    if (!name.equals("dnsmasq") || rates.get(i) <= 2000) { // it lost most long before
                        var result = measure(name, servers.get(name), rates.get(i), "00:1c:%02x:00:00:00".formatted(i));
                        best.merge(name, result.perSecond(), Math::max);
                    }
                }
            }
            best.forEach((name, most) -> System.out.printf(Locale.ROOT, "%-8s at most %,.0f ACKs/s, ratio to kea %.2f%n", name, most,
                    most / best.get("kea")));
        } finally {
            for (var one : servers.entrySet()) {
                one.getValue().destroy();
                if (!one.getValue().waitFor(10, TimeUnit.SECONDS)) {
                    one.getValue().destroyForcibly().waitFor();
                }
            }
            for (var name : List.of("kea", "dnsmasq", "ours")) {
                run("ip", "netns", "del", server(name));
                run("ip", "netns", "del", client(name));
            }
            run("rm", "-rf", folder.toString());
        }
    }

    private static String server(String name) {
        return "dcos-bench-s-" + name;
    }

    private static String client(String name) {
        return "dcos-bench-c-" + name;
    }

    private static void link(String name) throws Exception {
        for (var command : List.of("netns add " + server(name), "netns add " + client(name),
                "link add s0 netns " + server(name) + " type veth peer name c0 netns " + client(name), "-n " + server(name) + " link set lo up",
                "-n " + client(name) + " link set lo up", "-n " + server(name) + " addr add 10.80.0.1/14 dev s0",
                "-n " + server(name) + " link set s0 up", "-n " + client(name) + " addr add 10.80.0.2/14 dev c0",
                "-n " + client(name) + " link set c0 up")) {
            var words = new ArrayList<>(List.of("ip"));
            words.addAll(List.of(command.split(" ")));
            var output = run(words.toArray(String[]::new));
            if (!output.isEmpty()) {
                throw new IOException("ip " + command + ": " + output);
            }
        }
    }

    private static Run measure(String name, Process server, int rate, String hardware) throws Exception {
        run("sync"); // what another has written and not flushed is none of this one's business
        double before = cpu(server);
        var output = perf(name, rate, SECONDS, hardware);
        double after = cpu(server);
        var received = RECEIVED.matcher(output).results().map(it -> Long.valueOf(it.group(1))).toList();
        var delays = DELAY.matcher(output).results().map(it -> Double.valueOf(it.group(1))).toList();
        if (received.size() < 2) {
            throw new IOException(output);
        }
        var result = new Run(received.get(1), delays.size() < 2 ? 0 : delays.get(1), after - before);
        System.out.printf(Locale.ROOT, "%,6d/s offered  %-8s %,8.0f ACKs/s  %5.1f %% lost  %7.2f ms to an ACK  %5.0f µs of CPU for a lease%n", rate, name,
                result.perSecond(), 100 - 100 * result.perSecond() / rate, result.delay, 1e6 * result.cpu / Math.max(1, result.acknowledged));
        return result;
    }

    private static String perf(String name, int rate, int seconds, String hardware) throws Exception {
        return run("ip", "netns", "exec", client(name), "perfdhcp", "-4", "-l", "c0", "-b", "mac=" + hardware, "-r", Integer.toString(rate), "-R",
                "60000", "-p", Integer.toString(seconds), "-W", "1000000", "-g", "single", OWN);
    }

    private static Process start(String name, Path folder) throws Exception {
        var command = new ArrayList<>(List.of("ip", "netns", "exec", server(name)));
        switch (name) {
            case "kea" -> {
                var file = Files.writeString(folder.resolve("kea.json"), """
                        {"Dhcp4":{"interfaces-config":{"interfaces":["s0"]},"valid-lifetime":3600,
                        "lease-database":{"type":"memfile","persist":true,"name":"%1$s/leases.csv"},
                        "multi-threading":{"enable-multi-threading":true,"thread-pool-size":2,"packet-queue-size":256},
                        "subnet4":[{"subnet":"10.80.0.0/14","pools":[{"pool":"%2$s - %3$s"}]}],
                        "loggers":[{"name":"kea-dhcp4","severity":"ERROR","output_options":[{"output":"%1$s/kea.log"}]}]}}
                        """.formatted(folder, FIRST, LAST));
                command.addAll(List.of("env", "KEA_PIDFILE_DIR=" + folder, "KEA_LOCKFILE_DIR=" + folder, "kea-dhcp4", "-c", file.toString()));
            }
            case "dnsmasq" -> command.addAll(List.of("dnsmasq", "--conf-file=/dev/null", "--port=0", "--interface=s0", "--bind-interfaces",
                    "--dhcp-range=%s,%s,255.252.0.0,1h".formatted(FIRST, LAST), "--dhcp-lease-max=200000", "--no-ping", "--dhcp-authoritative",
                    "--dhcp-leasefile=" + folder.resolve("leases"), "--user=root", "--keep-in-foreground", "--pid-file="));
            default -> command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED", "-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                    Path.of(System.getenv("DCOS_ROOT"), "bench", "dhcp", "DhcpBench.java").toString(), folder.toString()));
        }
        var server = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile()).start();
        for (int i = 0; i < 600 && !run("ip", "netns", "exec", server(name), "ss", "-Hlun", "sport", "=", ":67").contains(":67"); i++) {
            if (!server.isAlive()) {
                throw new IOException(name + ": " + Files.readString(folder.resolve("output")));
            }
            Thread.sleep(100);
        }
        return server;
    }

    /** Ours, in a process of its own as the others are. */
    private static void serve(Path folder) throws Exception {
        var subnet = Subnet.attached("bench", "10.80.0.0/14", "s0", Pool.of(FIRST, LAST), LeaseTimes.of(Duration.ofHours(1)));
        var configuration = Configuration.of(Map.of("s0", Inet4Address.ofLiteral(OWN)), subnet).withLimits(Limits.DEFAULT);
        try (var _ = DhcpServer.start(configuration, LeaseJournal.open(folder, Instant.EPOCH), ConflictProbe.none(), new ServerListener() {
            @Override
            public void leaseChanged(LeaseEvent event) {
                // nobody asks
            }

            @Override
            public void otherServerSeen(String networkInterface, Inet4Address server) {
                // nobody asks
            }
        }, InstantSource.system())) {
            Thread.currentThread().join();
        }
    }

    /** Seconds that the process has used: utime and stime of proc(5), in hundredths of a second. */
    private static double cpu(Process process) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}

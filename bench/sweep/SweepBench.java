import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole server-core, as `./dcos server` starts it, over 10,000 simulated BMCs: baseline taken, BMCs discovered, then the
 * power state of all asked every 30 s, and all sensors too; last with one BMC in a hundred silent, slow or answering
 * garbage. Prints time, CPU and memory of the server-core's process alone; the simulator runs beside it on the same cores.
 * The peer, ipmipower, asks as many of the same BMCs as a command line can name for their power state once, in the same run.
 */
public final class SweepBench {

    private static final int SERVERS = Integer.getInteger("servers", 10_000);
    private static final int WATCH_SECONDS = Integer.getInteger("watch", 90);
    private static final int SWEEP_SECONDS = 30;
    private static final List<String> FAULTS = List.of("silent", "slow", "garbage");
    private static final int ONE_BAD_IN = 100;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final HttpClient http;
    private String control = "";
    private String base = "";
    private String token = "";

    private SweepBench(Path folder) throws Exception {
        this.folder = folder;
        var tls = SSLContext.getInstance("TLSv1.3");
        tls.init(null, new TrustManager[] {new AnyCertificate()}, new SecureRandom());
        this.http = HttpClient.newBuilder().sslContext(tls).build();
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("dcos-sweep");
        var processes = new CopyOnWriteArrayList<Process>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> processes.forEach(Process::destroy))); // told to end before the end
        try {
            new SweepBench(folder).run(processes);
        } finally {
            for (var process : processes.reversed()) {
                process.destroy();
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run(List<Process> processes) throws Exception {
        var java = System.getProperty("java.home") + "/bin/java";
        processes.add(new ProcessBuilder(java, "-Xmx1g", "-cp", System.getenv("DCOS_PLUGINS") + "/*", "org.dcos.lab.LabMain",
                "--servers", Integer.toString(SERVERS), "--out", folder.resolve("lab").toString(), "--control", "0")
                        .redirectError(folder.resolve("lab.log").toFile()).start());
        control = awaitLine(processes.getLast(), "Control port: ").replaceAll(".* ", "");
        double peerCpu = peer();
        var data = Files.createDirectories(folder.resolve("data"));
        var server = new ProcessBuilder(Path.of(System.getenv("DCOS_ROOT"), "dcos").toString(), "server", "--data", data.toString(),
                "--listen", "127.0.0.1:0").redirectError(folder.resolve("server.log").toFile()).start();
        processes.add(server);
        base = awaitLine(server, "DCOS server-core ready at ").replaceAll(".* ", "") + "/api/v1";
        token = Files.readString(data.resolve("admin.token")).strip();
        measure(server, peerCpu);
    }

    private void measure(Process server, double peerCpu) throws Exception {
        call("PUT", "/collection-settings", JSON.writeValueAsBytes(Map.of("powerInterval", "PT30S", "sensorInterval", "PT5M",
                "maxConversations", 1024, "retention", "P7D")));
        long begin = System.nanoTime();
        var report = call("POST", "/baselines?name=baseline.xlsx", Files.readAllBytes(folder.resolve("lab/baseline.xlsx")));
        System.out.printf(Locale.ROOT, "baseline     %,d servers taken in %.1f s%n", report.get("created").get("servers").asInt(), since(begin));
        begin = System.nanoTime();
        var operation = call("POST", "/discoveries", JSON.writeValueAsBytes(Map.of("ranges", List.of(), "port", 623, "logins", List.of(),
                "known", known())));
        var ended = ended(operation.get("id").asString());
        System.out.printf(Locale.ROOT, "discovery    %s in %.1f s%n", ended.get("message").asString(), since(begin));
        TimeUnit.SECONDS.sleep(45); // sessions, records and thresholds of the first round are read
        double powerOnly = watch(server, "power every 30 s", Map.of("powerInterval", "PT30S", "sensorInterval", "PT24H"));
        watch(server, "and sensors every 5 min", Map.of("powerInterval", "PT30S", "sensorInterval", "PT5M"));
        watch(server, "power and sensors every 30 s", Map.of("powerInterval", "PT30S", "sensorInterval", "PT30S"));
        var bad = spoil();
        watch(server, "the same, %d of them bad".formatted(bad.size()), Map.of("powerInterval", "PT30S", "sensorInterval", "PT30S"));
        ages(bad);
        if (peerCpu > 0) {
            System.out.printf(Locale.ROOT, "ratio        CPU for a power state: ours %.0f µs, ipmipower %.0f µs, ratio %.2f%n",
                    powerOnly * 1e6, peerCpu * 1e6, powerOnly / peerCpu);
        } else {
            System.out.printf(Locale.ROOT, "ratio        CPU for a power state: ours %.0f µs; ipmipower did not get all answers%n",
                    powerOnly * 1e6);
        }
    }

    /** @return CPU seconds of the server-core for one BMC asked once for its power state, with all that follows from it */
    private double watch(Process server, String what, Map<String, String> intervals) throws Exception {
        var settings = new HashMap<String, Object>(intervals);
        settings.putAll(Map.of("maxConversations", 1024, "retention", "P7D"));
        call("PUT", "/collection-settings", JSON.writeValueAsBytes(settings));
        TimeUnit.SECONDS.sleep(SWEEP_SECONDS);
        double cpu = cpuSeconds(server);
        long begin = System.nanoTime();
        TimeUnit.SECONDS.sleep(WATCH_SECONDS);
        double share = (cpuSeconds(server) - cpu) / since(begin);
        var sweep = call("GET", "/sweeps/last", new byte[0]);
        System.out.printf(Locale.ROOT, "collection   %s: %,d of %,d answered in the last sweep (%s), %.0f %% of one core, "
                + "%,d MB resident%n", what, sweep.get("answered").asInt(), sweep.get("asked").asInt(), sweep.get("took").asString(),
                share * 100, residentMegabytes(server));
        return share * SWEEP_SECONDS / SERVERS;
    }

    /** Makes one BMC in a hundred silent, slow (1 to 5 s) or answer garbage. @return what is wrong, by serial number */
    private Map<String, String> spoil() throws Exception {
        var bad = new HashMap<String, String>();
        for (int number = ONE_BAD_IN; number <= SERVERS; number += ONE_BAD_IN) {
            var fault = FAULTS.get(bad.size() % FAULTS.size());
            var request = HttpRequest.newBuilder(URI.create("%s/%d/fault".formatted(control, number)))
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("fault", fault)))).build();
            var bmc = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            bad.put(bmc.get("serial").asString(), fault);
        }
        return bad;
    }

    /** How old what is known of the good ones is at most, and what is known of the bad ones. */
    private void ages(Map<String, String> bad) throws Exception {
        var serials = new HashMap<String, String>();
        pages("/servers").forEach(server -> serials.put(server.get("id").asString(), server.get("serial").asString()));
        var now = Instant.now();
        var power = new ArrayList<Double>();
        var sensors = new ArrayList<Double>();
        var states = new HashMap<String, Integer>();
        for (var status : pages("/statuses")) {
            var fault = bad.get(serials.get(status.get("server").asString()));
            if (fault == null) {
                power.add(age(status.get("powerAsOf"), now));
                sensors.add(age(status.get("sensorsAsOf"), now));
            } else {
                states.merge(fault + " " + status.get("reachability").asString(), 1, Integer::sum);
            }
        }
        power.sort(Comparator.naturalOrder());
        sensors.sort(Comparator.naturalOrder());
        System.out.printf(Locale.ROOT, "the good     %,d: power states %.1f s old at most (99 %%: %.1f s), sensors %.1f s (99 %%: %.1f s)%n",
                power.size(), power.getLast(), power.get(power.size() * 99 / 100), sensors.getLast(), sensors.get(sensors.size() * 99 / 100));
        System.out.println("the bad      " + states);
    }

    private static double age(JsonNode asOf, Instant now) {
        return asOf == null || asOf.isNull() ? Double.POSITIVE_INFINITY : Duration.between(Instant.parse(asOf.asString()), now).toMillis() / 1e3;
    }

    private List<JsonNode> pages(String list) throws Exception {
        var all = new ArrayList<JsonNode>();
        JsonNode page;
        do {
            page = call("GET", "%s?offset=%d&limit=1000".formatted(list, all.size()), new byte[0]);
            page.get("items").forEach(all::add);
        } while (all.size() < page.get("total").asInt() && !page.get("items").isEmpty());
        return all;
    }

    private JsonNode ended(String id) throws Exception {
        while (true) {
            var now = call("GET", "/operations/" + id, new byte[0]);
            if (!now.get("state").asString().equals("RUNNING")) {
                return now;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private List<Map<String, Object>> known() throws IOException {
        return Files.readAllLines(folder.resolve("lab/bmcs.csv")).stream().skip(1).map(line -> line.split(",", -1))
                .map(cells -> Map.<String, Object>of("address", cells[0], "port", Integer.valueOf(cells[1]), "user", cells[2],
                        "password", cells[3])).toList();
    }

    /**
     * ipmipower asks the same BMCs once, those that a command line can name.
     *
     * @return CPU seconds of its process for each; 0 when it was left out or did not get all answers
     */
    private double peer() throws Exception {
        var bmcs = known();
        int most = Math.min(bmcs.size(), 2_000);
        var hosts = String.join(",", bmcs.stream().limit(most).map(bmc -> (String) bmc.get("address")).toList());
        if (!bmcs.getFirst().get("port").equals(623)) {
            System.out.println("ipmipower    left out: the simulator could not bind port 623");
            return 0;
        }
        long begin = System.nanoTime();
        double before = cpuSecondsOfChildren();
        var tool = new ProcessBuilder("ipmipower", "--stat", "-D", "LAN_2_0", "-W", "opensesspriv", "-I", "3", "-h", hosts, "-u",
                (String) bmcs.getFirst().get("user"), "-p", (String) bmcs.getFirst().get("password"), "-l", "OPERATOR")
                        .redirectErrorStream(true).start();
        var lines = new String(tool.getInputStream().readAllBytes()).lines().filter(line -> line.matches(".*: (on|off)")).count();
        tool.waitFor();
        double cpu = cpuSecondsOfChildren() - before;
        System.out.printf(Locale.ROOT, "ipmipower    %,d of %,d answered in %.1f s, %.2f s of CPU, once%n", lines, most, since(begin), cpu);
        return lines < most ? 0 : cpu / most; // tries for nothing would count against it
    }

    /** Of those that have ended: fields 16 and 17 of /proc/self/stat, in hundredths of a second. */
    private static double cpuSecondsOfChildren() throws IOException {
        var stat = Files.readString(Path.of("/proc/self/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }

    private JsonNode call(String method, String path, byte[] body) throws Exception {
        var response = http.send(HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token).header("Content-Type", path.startsWith("/baselines") ? "application/octet-stream"
                        : "application/json").method(method, BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException("%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
        }
        return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
    }

    private static String awaitLine(Process process, String beginning) throws IOException {
        BufferedReader out = process.inputReader();
        for (String line; (line = out.readLine()) != null;) {
            if (line.startsWith(beginning)) {
                Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                return line;
            }
        }
        throw new IOException("'%s' was never said; see the log".formatted(beginning));
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double cpuSeconds(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    private static long residentMegabytes(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024).findFirst().orElse(0);
    }

    /** Loopback, and a certificate that the server made a moment ago. */
    private static final class AnyCertificate extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

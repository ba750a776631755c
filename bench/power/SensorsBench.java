import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.net.ipmi.client.ClientOptions;
import org.dcos.server.oob.IpmiBmcDriver;
import org.dcos.server.oob.IpmiConversations;

/**
 * All eight sensors of 200 BMCs, each a process of ipmi_sim: FreeIPMI's ipmi-sensors and our driver in turn, five times each.
 * Cold: no sensor record is known, no session open. Warm: ipmi-sensors has its cache of records, ours its records and open
 * sessions, as a collector has. CPU is that of the asking process; that of the BMCs is not counted.
 */
public final class SensorsBench {

    private static final int BMCS = Integer.getInteger("bmcs", 200);
    private static final int AT_ONCE = 64; // as -F of ipmi-sensors
    private static final int RUNS = 5;

    private final Path cache;
    private double peerCpu;
    private double ourCpu;

    private SensorsBench(Path cache) {
        this.cache = cache;
    }

    public static void main(String[] arguments) throws Exception {
        var cache = Files.createTempDirectory("dcos-bench-sdr");
        try (var _ = Sims.start(BMCS)) {
            new SensorsBench(cache).run();
        } finally {
            clear(cache);
            Files.delete(cache);
        }
    }

    private void run() throws Exception {
        var peerCold = new double[RUNS];
        var peerWarm = new double[RUNS];
        var cold = new double[RUNS];
        var warm = new double[RUNS];
        ours(new double[1], new double[1], 0); // the machine code is made
        ourCpu = 0;
        for (int run = 0; run < RUNS; run++) {
            clear(cache);
            peerCold[run] = ipmiSensors();
            double before = Cpu.ofChildren();
            peerWarm[run] = ipmiSensors();
            peerCpu += Cpu.ofChildren() - before;
            ours(cold, warm, run);
        }
        print("ipmi-sensors, cold", peerCold, peerCold);
        print("ours, cold", cold, peerCold);
        print("ipmi-sensors, warm", peerWarm, peerWarm);
        print("ours, warm", warm, peerWarm);
        System.out.printf(Locale.ROOT, "CPU per BMC, warm: ipmi-sensors %.0f µs, ours %.0f µs, ratio %.2f%n", peerCpu * 1e6 / BMCS / RUNS,
                ourCpu * 1e6 / BMCS / RUNS, ourCpu / peerCpu);
    }

    private static void clear(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).filter(file -> !file.equals(folder)).forEach(file -> file.toFile().delete());
        }
    }

    private double ipmiSensors() throws IOException, InterruptedException {
        var hosts = IntStream.range(0, BMCS).mapToObj(Sims::address).reduce((a, b) -> a + "," + b).orElseThrow();
        long begin = System.nanoTime();
        var tool = new ProcessBuilder("ipmi-sensors", "-D", "LAN_2_0", "-W", "opensesspriv", "-I", "3", "-h", hosts, "-u", Sims.USER, "-p",
                Sims.PASSWORD, "-l", "OPERATOR", "-F", Integer.toString(AT_ONCE), "-Q", "--sdr-cache-directory", cache.toString())
                        .redirectErrorStream(true).start();
        var lines = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        tool.waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long readings = lines.stream().filter(line -> line.contains("CPU") && line.contains("| C ")).count();
        if (readings != (long) BMCS * Sims.SENSORS) {
            System.out.printf("ipmi-sensors got %d of %d readings: %s%n", readings, BMCS * Sims.SENSORS,
                    lines.stream().filter(line -> !line.contains("| C ")).limit(4).toList());
        }
        return seconds;
    }

    private void ours(double[] cold, double[] warm, int run) throws Exception {
        try (var conversations = new IpmiConversations(ClientOptions.defaults())) {
            var driver = new IpmiBmcDriver(conversations);
            cold[run] = round(driver);
            double before = Cpu.ofThis();
            warm[run] = round(driver);
            ourCpu += Cpu.ofThis() - before;
        }
    }

    private static double round(IpmiBmcDriver driver) {
        var readings = new AtomicInteger();
        var atOnce = new Semaphore(AT_ONCE);
        long begin = System.nanoTime();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < BMCS; i++) {
                var bmc = new BmcEndpoint(Sims.address(i), 623, Sims.USER, Secret.of(Sims.PASSWORD));
                workers.execute(() -> {
                    atOnce.acquireUninterruptibly();
                    try {
                        readings.addAndGet(driver.sensors(bmc).size());
                    } catch (BmcFailure e) {
                        System.out.println(e.getMessage());
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    } finally {
                        atOnce.release();
                    }
                });
            }
        }
        if (readings.get() != BMCS * Sims.SENSORS) {
            System.out.printf("ours got %d of %d readings%n", readings.get(), BMCS * Sims.SENSORS);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void print(String who, double[] seconds, double[] peer) {
        System.out.printf(Locale.ROOT, "%-18s %4d BMCs  median %.3f s  (min %.3f, max %.3f)  ratio %.2f%n", who, BMCS, median(seconds),
                Arrays.stream(seconds).min().orElse(0), Arrays.stream(seconds).max().orElse(0), median(seconds) / median(peer));
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElse(0);
    }
}

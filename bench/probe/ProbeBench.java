import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;
import org.dcos.net.probe.AddressProbe;
import org.dcos.net.probe.Evidence;
import org.dcos.net.probe.Finding;
import org.dcos.net.probe.Method;
import org.dcos.net.probe.Patience;
import org.dcos.net.probe.ProbeOptions;

/**
 * One ICMP echo to each of 1,000 addresses of 127.70.0.0/16, all of which answer: fping at its highest rates and our probe
 * in turn. Ours is in a process that runs already, as in a server-core; how long fping takes to start is given beside it.
 */
public final class ProbeBench {

    private static final int ADDRESSES = Integer.getInteger("addresses", 1_000);
    private static final int RUNS = Integer.getInteger("runs", 9);
    private static final Patience ONCE = new Patience(1, Duration.ofSeconds(1));

    public static void main(String[] arguments) throws Exception {
        var targets = new ArrayList<Inet4Address>();
        for (int i = 0; i < ADDRESSES; i++) {
            targets.add((Inet4Address) InetAddress.getByName("127.70.%d.%d".formatted(i / 250, i % 250 + 1)));
        }
        var list = Files.createTempFile("dcos-bench", ".txt");
        var one = Files.createTempFile("dcos-bench", ".txt");
        Files.write(list, targets.stream().map(Inet4Address::getHostAddress).toList());
        Files.write(one, List.of("127.0.0.1"));
        var unpaced = ProbeOptions.defaults().withMethods(Method.ICMP_ECHO).withPatience(ONCE, ONCE).withRate(1_000_000);
        var paced = unpaced.withRate(1_000);
        try (var probe = new AddressProbe()) {
            for (int i = 0; i < 100; i++) {
                ours(probe, targets, unpaced); // the machine code is made
            }
            var start = new double[RUNS];
            var peer = new double[RUNS];
            var own = new double[RUNS];
            var peerPaced = new double[RUNS];
            var ownPaced = new double[RUNS];
            double peerCpu = 0;
            double ownCpu = 0;
            for (int run = 0; run < RUNS; run++) {
                start[run] = fping(one, 1, "0");
                peerCpu -= cpuOfChildren();
                peer[run] = fping(list, ADDRESSES, "0");
                peerCpu += cpuOfChildren();
                ownCpu -= cpu();
                own[run] = ours(probe, targets, unpaced);
                ownCpu += cpu();
                peerPaced[run] = fping(list, ADDRESSES, "1");
                ownPaced[run] = ours(probe, targets, paced);
            }
            System.out.printf(Locale.ROOT, "fping starts and asks one address in %.4f s%n", median(start));
            print("fping -i 0", peer, peer);
            print("ours, no rate", own, peer);
            System.out.printf(Locale.ROOT, "processor time for %d addresses: fping %.3f s, ours %.3f s, ratio to fping %.2f%n", ADDRESSES,
                    peerCpu / RUNS, ownCpu / RUNS, ownCpu / peerCpu);
            print("fping -i 1", peerPaced, peerPaced);
            print("ours, 1,000/s", ownPaced, peerPaced);
        } finally {
            Files.delete(list);
            Files.delete(one);
        }
    }

    private static void print(String who, double[] seconds, double[] peer) {
        System.out.printf(Locale.ROOT, "%-14s %5d addresses  median %.4f s  (min %.4f, max %.4f)  %,.0f a second  ratio to fping %.2f%n", who,
                ADDRESSES, median(seconds), Arrays.stream(seconds).min().orElse(0), Arrays.stream(seconds).max().orElse(0),
                ADDRESSES / median(seconds), median(seconds) / median(peer));
    }

    /** Seconds that all threads of this process have used. */
    private static double cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** Seconds that ended child processes have used: cutime and cstime of proc(5), in hundredths of a second. */
    private static double cpuOfChildren() throws IOException {
        var stat = Files.readString(Path.of("/proc/self/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElse(0);
    }

    private static double fping(Path list, int expected, String interval) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var tool = new ProcessBuilder("fping", "-C", "1", "-q", "-i", interval, "-t", "1000", "-f", list.toString()).redirectErrorStream(true)
                .start();
        var lines = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        tool.waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long answered = lines.stream().filter(line -> line.matches("\\S+ +: [0-9.]+")).count();
        if (answered != expected) {
            System.out.printf("fping got %d of %d answers: %s%n", answered, expected, lines.stream().limit(3).toList());
        }
        return seconds;
    }

    private static double ours(AddressProbe probe, List<Inet4Address> targets, ProbeOptions options) throws InterruptedException {
        long begin = System.nanoTime();
        var findings = probe.ask(targets, options);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long answered = findings.values().stream().filter(it -> it instanceof Finding.Answered(Evidence.Echo _)).count();
        if (answered != targets.size()) {
            System.out.printf("ours got %d of %d answers: %s%n", answered, targets.size(),
                    findings.values().stream().filter(it -> !(it instanceof Finding.Answered)).limit(1).toList());
        }
        return seconds;
    }
}

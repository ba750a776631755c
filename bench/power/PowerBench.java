import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.dcos.net.ipmi.client.BmcTarget;
import org.dcos.net.ipmi.client.ClientOptions;
import org.dcos.net.ipmi.client.Credential;
import org.dcos.net.ipmi.client.IpmiClient;
import org.dcos.net.ipmi.client.Outcome;
import org.dcos.net.ipmi.command.ChassisStatus;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * The power state of 200 BMCs, each a process of ipmi_sim on 127.69.0.0/16, port 623: FreeIPMI's ipmipower and our client in
 * turn, five times each. Cold: sessions are opened first. Warm: sessions are open, as a collector has them; ipmipower has
 * no such thing, so its only figure stands beside both. CPU is that of the asking process; that of the BMCs is not counted.
 */
public final class PowerBench {

    private static final int BMCS = Integer.getInteger("bmcs", 200);
    private static final int RUNS = 5;

    public static void main(String[] arguments) throws Exception {
        try (var _ = Sims.start(BMCS)) {
            var peer = new double[RUNS];
            var cold = new double[RUNS];
            var warm = new double[RUNS];
            double peerCpu = 0;
            double ourCpu = 0;
            ipmipower();
            ours(new double[1], new double[1], 0); // the machine code is made
            for (int run = 0; run < RUNS; run++) {
                double before = Cpu.ofChildren();
                peer[run] = ipmipower();
                peerCpu += Cpu.ofChildren() - before;
                before = Cpu.ofThis();
                ours(cold, warm, run);
                ourCpu += Cpu.ofThis() - before;
            }
            print("ipmipower", peer, peer);
            print("ours, cold", cold, peer);
            print("ours, warm", warm, peer);
            System.out.printf(Locale.ROOT, "CPU per BMC asked: ipmipower %.0f µs, ours %.0f µs (half of the rounds with a login), ratio %.2f%n",
                    peerCpu * 1e6 / BMCS / RUNS, ourCpu * 1e6 / BMCS / RUNS / 2, ourCpu / 2 / peerCpu);
        }
    }

    private static void print(String who, double[] seconds, double[] peer) {
        System.out.printf(Locale.ROOT, "%-12s %4d BMCs  median %.3f s  (min %.3f, max %.3f)  ratio to ipmipower %.2f%n", who, BMCS,
                median(seconds), Arrays.stream(seconds).min().orElse(0), Arrays.stream(seconds).max().orElse(0),
                median(seconds) / median(peer));
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElse(0);
    }

    private static double ipmipower() throws IOException, InterruptedException {
        var hosts = IntStream.range(0, BMCS).mapToObj(Sims::address).reduce((a, b) -> a + "," + b).orElseThrow();
        long begin = System.nanoTime();
        var tool = new ProcessBuilder("ipmipower", "--stat", "-D", "LAN_2_0", "-W", "opensesspriv", "-I", "3", "-h", hosts, "-u", Sims.USER,
                "-p", Sims.PASSWORD, "-l", "OPERATOR").redirectErrorStream(true).start();
        var lines = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        tool.waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long answered = lines.stream().filter(line -> line.matches(".*: (on|off)")).count();
        if (answered != BMCS) {
            System.out.printf("ipmipower got %d of %d answers: %s%n", answered, BMCS,
                    lines.stream().filter(line -> !line.matches(".*: (on|off)")).limit(3).toList());
        }
        return seconds;
    }

    private static void ours(double[] cold, double[] warm, int run) throws Exception {
        try (var client = new IpmiClient(ClientOptions.defaults())) {
            cold[run] = round(client);
            warm[run] = round(client);
        }
    }

    private static double round(IpmiClient client) throws Exception {
        var credential = Credential.of(Sims.USER, Sims.PASSWORD.toCharArray());
        var done = new CountDownLatch(BMCS);
        var failed = new AtomicInteger();
        long begin = System.nanoTime();
        for (int i = 0; i < BMCS; i++) {
            var target = new BmcTarget(new InetSocketAddress(InetAddress.getByName(Sims.address(i)), 623), credential,
                    List.of(CipherSuite.SUITE_3), PrivilegeLevel.OPERATOR);
            client.submit(target, new ChassisStatus.Get(), outcome -> {
                if (outcome instanceof Outcome.Failed<ChassisStatus>(var reason) && failed.getAndIncrement() == 0) {
                    System.out.println(reason.getMessage());
                }
                done.countDown();
            });
        }
        if (!done.await(60, TimeUnit.SECONDS) || failed.get() > 0) {
            System.out.printf("ours: %d of %d failed%n", failed.get() + done.getCount(), BMCS);
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}

package org.dcos.server.oob.bringup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.net.ipmi.client.ClientOptions;
import org.dcos.server.oob.IpmiBmcDriver;
import org.dcos.server.oob.IpmiBmcSetup;
import org.dcos.server.oob.IpmiConversations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed with SIGKILL at every point of the way, each so many times, also twice in a row: all machines come into the
 * pool all the same, no two with one address, none whose password is lost.
 */
class KilledTest {

    /** Of each point. */
    private static final int KILLS = Integer.getInteger("dcos.killed.times", 20);
    private static final int AT_ONCE = 120;
    private static final int MOST_ROUNDS = Integer.getInteger("dcos.killed.rounds", 8);
    private static final Duration ROUND = Duration.ofMinutes(4);
    private static final Duration FORGOTTEN = Duration.ofMinutes(2);
    private static final long LOOK_NANOS = 500_000_000;
    /** One class of each thing that the process stands on. */
    private static final List<String> NEEDED = List.of(KilledProcess.class.getName(),
            "org.dcos.server.oob.IpmiBmcDriver", "org.dcos.net.ipmi.client.IpmiClient",
            "org.dcos.net.redfish.client.RedfishException",
            "org.dcos.server.store.database.H2Database", "org.dcos.server.cmdb.RecordBook", "org.dcos.domain.Page",
            "org.h2.Driver", "com.zaxxer.hikari.HikariDataSource", "jakarta.persistence.EntityManager",
            "org.eclipse.persistence.jpa.PersistenceProvider", "org.eclipse.persistence.sessions.Session",
            "org.eclipse.persistence.jpa.jpql.JPAVersion", "org.objectweb.asm.Opcodes", "org.slf4j.Logger",
            "tools.jackson.core.JsonParser", "tools.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.annotation.JsonInclude", "org.bouncycastle.crypto.params.Argon2Parameters");

    @TempDir private Path directory;
    private final Map<String, Integer> kills = new HashMap<>();

    @Test
    @Timeout(1800)
    void whoever_is_killed_anywhere_goes_on_where_he_was() throws Exception {
        var options = LabOptions.DEFAULT.withServers(AT_ONCE * MOST_ROUNDS).withBaseAddress("127.67.0.0")
                .withPort(World.PORT);
        try (var lab = Lab.start(options)) {
            int round = 0;
            while (round < MOST_ROUNDS && fewest() < KILLS) {
                List<Integer> machines = IntStream.rangeClosed(AT_ONCE * round + 1, AT_ONCE * (round + 1)).boxed()
                        .toList();
                prepare(lab, machines);
                run(lab, list(lab, machines), targets(), AT_ONCE * (round + 1));
                run(lab, "-", targets(), AT_ONCE * (round + 1));
                run(lab, "-", List.of(), AT_ONCE * (round + 1));
                round++;
            }
            assertThat(kills).as("kills after %d rounds", round).containsOnlyKeys(KilledProcess.POINTS)
                    .allSatisfy((_, count) -> assertThat(count).isGreaterThanOrEqualTo(KILLS));
            assertWhole(lab, AT_ONCE * round);
        }
    }

    private int fewest() {
        return KilledProcess.POINTS.stream().mapToInt(point -> kills.getOrDefault(point, 0)).min().orElse(0);
    }

    /** How often a point is still wanted: {@code POINT=TIMES}. */
    private List<String> targets() {
        return KilledProcess.POINTS.stream()
                .map(point -> point + "=" + Math.max(0, KILLS - kills.getOrDefault(point, 0))).toList();
    }

    /** With wrong clocks and open doors, so that there is something to be done in every step. */
    private static void prepare(Lab lab, List<Integer> machines) throws Exception {
        try (var ipmi = new IpmiConversations(ClientOptions.defaults())) {
            var setup = new IpmiBmcSetup(ipmi);
            for (int number : machines) {
                lab.bmc(number).simulator().weaken();
                setup.clock(new BmcEndpoint(address(lab, number), World.PORT, lab.options().user(),
                        Secret.of(lab.options().password())), Instant.now().minus(Duration.ofDays(400)));
            }
        }
    }

    private static String address(Lab lab, int number) {
        return lab.bmc(number).address().getAddress().getHostAddress();
    }

    private String list(Lab lab, List<Integer> machines) throws IOException {
        Path file = directory.resolve("machines");
        Files.write(file, machines.stream()
                .map(number -> lab.bmc(number).server().serial() + " " + address(lab, number)).toList());
        return file.toString();
    }

    /** Lets a process run until all of its machines stand still at a point or are in the pool, and kills it. */
    private void run(Lab lab, String machines, List<String> targets, int all) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classPath(), KilledProcess.class.getName(),
                directory.resolve("data").toString(), machines, lab.options().user(), lab.options().password()));
        command.addAll(targets);
        var process = new ProcessBuilder(command)
                .redirectError(directory.resolve("stderr").toFile()).start();
        var held = new ArrayList<String>();
        var stuck = new ArrayList<String>();
        int pooled = 0;
        boolean begun = false;
        Instant end = Instant.now().plus(ROUND);
        try (var killer = Executors.newSingleThreadScheduledExecutor();
                BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            killer.schedule(process::destroyForcibly, ROUND.toSeconds(), TimeUnit.SECONDS);
            String line;
            while (!(begun && held.size() + pooled == all) && (line = out.readLine()) != null) {
                switch (line.split(" ", 2)[0]) {
                    case "held" -> held.add(line.substring(5));
                    case "pooled" -> pooled++;
                    case "begun" -> begun = true;
                    default -> stuck.add(line);
                }
            }
            killer.shutdownNow();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(held.size() + pooled).as("%d held, %d in the pool of %d until %s; %s; %s", held.size(), pooled, all,
                end, stuck, Files.readString(directory.resolve("stderr"))).isEqualTo(all);
        held.forEach(point -> kills.merge(point, 1, Integer::sum));
        assertNoAddressTwice(lab);
    }

    private static void assertNoAddressTwice(Lab lab) {
        List<String> addresses = lab.bmcs().stream().map(bmc -> bmc.simulator().lanAddress().getHostAddress())
                .toList();
        assertThat(addresses).doesNotHaveDuplicates();
    }

    private void assertWhole(Lab lab, int machines) throws Exception {
        try (var world = new World(directory.resolve("data"), Milestones.NONE, Duration.ofSeconds(1), _ -> {});
                var ipmi = new IpmiConversations(ClientOptions.defaults())) {
            var driver = new IpmiBmcDriver(ipmi);
            var logins = new HashSet<>();
            for (int number = 1; number <= machines; number++) {
                var bmc = lab.bmc(number);
                var server = world.inventory.serverBySerial(bmc.server().serial()).orElseThrow();
                assertThat(server.state()).isEqualTo(LifecycleState.AVAILABLE);
                var known = world.bmcs.byServer(server.id()).orElseThrow();
                assertThat(known.address()).isEqualTo(bmc.simulator().lanAddress().getHostAddress())
                        .startsWith("127.68.");
                logins.add(known.credential());
                var login = world.vault.credential(known.credential()).orElseThrow();
                letsIn(driver, new BmcEndpoint(known.address(), known.port(), login.user(),
                        world.vault.reveal(known.credential()).orElseThrow()));
            }
            assertThat(logins).hasSize(machines);
        }
    }

    /** Those who were killed have left their sessions open: where all are taken, a BMC ends them after a minute. */
    private static void letsIn(IpmiBmcDriver driver, BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        Instant end = Instant.now().plus(FORGOTTEN);
        while (true) {
            try {
                driver.powerState(bmc);
                return;
            } catch (BmcFailure e) {
                if (e.kind() != BmcFailure.Kind.REFUSED || Instant.now().isAfter(end)) {
                    throw e;
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private static String classPath() {
        return NEEDED.stream().map(KilledTest::pathOf).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String pathOf(String type) {
        try {
            return Path.of(Class.forName(type).getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (ReflectiveOperationException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

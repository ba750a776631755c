package org.dcos.server.oob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dcos.server.oob.WaveWorld.order;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.impact.Hurt.Severity;
import org.dcos.domain.impact.ImpactGraph;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.power.ChassisCommand;
import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.ChassisOrders.Rest;
import org.dcos.domain.power.ChassisPlan;
import org.dcos.domain.power.ChassisRun;
import org.dcos.domain.power.ChassisRun.Stage;
import org.dcos.domain.power.ChassisRun.State;
import org.dcos.domain.power.ChassisRun.Step;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerPlan.Warning;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.power.Waves;
import org.dcos.domain.power.Waves.By;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavedOrdersTest {

    @TempDir Path directory;
    private WaveWorld world;

    @BeforeEach
    void start() {
        world = new WaveWorld(directory);
        world.rack("A1", "A");
        world.rack("A2", "A");
        world.rack("A10", "B");
    }

    @AfterEach
    void end() {
        world.close();
    }

    private static Waves by(By by) {
        return new Waves(by, "", 0, 0, 0, false, Duration.ZERO, 100, 100);
    }

    private List<Server> all(int each) {
        var all = new ArrayList<Server>();
        for (String rack : List.of("A10", "A2", "A1")) {
            all.addAll(world.servers(rack, each));
        }
        return all;
    }

    private static List<State> states(ChassisRun run) {
        return run.steps().stream().map(Step::state).toList();
    }

    @Test
    void wavesGoRackByRackAsPeopleCount() throws Exception {
        var plan = world.orders.plan(order(all(2), by(By.RACK)));

        assertThat(plan.waves()).extracting(ChassisPlan.Wave::name).containsExactly("R1 / A1", "R1 / A2", "R1 / A10");
        assertThat(plan.targets()).extracting(ChassisPlan.Target::name).containsExactly("srv-A1-01", "srv-A1-02",
                "srv-A2-01", "srv-A2-02", "srv-A10-01", "srv-A10-02");
    }

    @Test
    void noWaveIsOfBothPowerFeeds() throws Exception {
        var plan = world.orders.plan(order(all(2), by(By.FEED)));

        assertThat(plan.waves()).extracting(ChassisPlan.Wave::name).containsExactly("A", "B");
        assertThat(plan.targets()).filteredOn(target -> target.wave().orElseThrow() == 1)
                .allSatisfy(target -> assertThat(target.rack()).isEqualTo("A10"));
    }

    @Test
    void aLargeGroupIsCutIntoWavesOfEqualSize() throws Exception {
        var plan = world.orders.plan(order(world.servers("A1", 10), new Waves(By.RACK, "", 4, 0, 0, false,
                Duration.ZERO, 100, 100)));

        assertThat(plan.waves()).extracting(ChassisPlan.Wave::servers).containsExactly(3, 3, 4);
        assertThat(plan.waves().getFirst().name()).isEqualTo("R1 / A1 1/3");
    }

    @Test
    void theCanaryIsOfThoseThatHurtLeast() throws Exception {
        var servers = world.servers("A1", 3);
        world.carried.put(servers.get(0).id(), List.of(thing("shop", Severity.LOST)));
        world.carried.put(servers.get(1).id(), List.of(thing("mail", Severity.DEGRADED)));

        var plan = world.orders.plan(order(servers, new Waves(By.NONE, "", 0, 0, 1, true, Duration.ZERO, 20, 20)));

        assertThat(plan.waves().getFirst().canary()).isTrue();
        assertThat(plan.targets().getFirst().name()).isEqualTo("srv-A1-03");
        assertThat(plan.targets().get(1).warnings()).containsExactly(Warning.OTHERS_DEPEND);
        assertThat(plan.targets().get(1).hurt().getFirst().name()).isEqualTo("shop");
    }

    @Test
    void theWaveTellsWhatMoreThanOneOfItsServersCarries() throws Exception {
        var servers = world.servers("A1", 2);
        var shared = thing("database", Severity.DEGRADED);
        servers.forEach(server -> world.carried.put(server.id(), List.of(shared)));

        var plan = world.orders.plan(order(servers, by(By.RACK)));

        assertThat(plan.waves().getFirst().together()).containsExactly("database");
    }

    private static ImpactGraph.Thing thing(String name, Severity severity) {
        return new ImpactGraph.Thing(Kind.CUSTOM_ITEM, UUID.nameUUIDFromBytes(name.getBytes()), name, "",
                Optional.of(severity));
    }

    @Test
    void anOrderForMoreThanOneServerNeedsAReasonAlways() {
        var servers = world.servers("A1", 2).stream().map(Server::id).toList();
        var order = new ChassisOrder(servers, new ChassisCommand.Light(Duration.ofSeconds(30)), " ", Waves.ONE,
                Optional.empty(), "");

        assertThatThrownBy(() -> world.orders.order(order)).isInstanceOf(Invalid.class)
                .hasMessageContaining("2 servers");
    }

    @Test
    void allThatIsWrongWithAnOrderIsToldAtOnce() {
        var servers = world.servers("A1", 1);

        assertThatThrownBy(() -> world.orders.plan(order(servers, new Waves(By.LABEL, "", -1, 101, 0, false,
                Duration.ofDays(1), 5, 5)))).isInstanceOfSatisfying(Invalid.class,
                        e -> assertThat(e.violations()).extracting(Invalid.Violation::field).containsExactly(
                                "waves.label", "waves.size", "waves.percent", "waves.pause"));
    }

    @Test
    void aServerThatIsOffAlreadyIsLeftOutOfAReset() throws Exception {
        var servers = world.servers("A1", 3);
        world.power.put(servers.get(1).id(), PowerState.OFF);

        var run = world.ended(world.orders.order(order(servers, by(By.RACK))));

        assertThat(states(run)).containsExactly(State.DONE, State.DONE, State.LEFT_OUT);
        assertThat(world.box(servers.get(1)).orders).isZero();
        assertThat(run.stage()).isEqualTo(Stage.DONE);
    }

    @Test
    void anOrderIsRefusedWhenItsWavesAreNoLongerThoseThatWereSeen() throws Exception {
        var servers = world.servers("A1", 3);
        var order = order(servers, by(By.RACK));
        var seen = world.orders.plan(order).digest();
        world.power.put(servers.get(0).id(), PowerState.OFF);

        assertThatThrownBy(() -> world.orders.order(order.confirmed("new kernel", seen))).isInstanceOf(Conflict.class)
                .hasMessageContaining("Look at the plan again");
    }

    @Test
    void tooManyFailuresStopTheOrderAndTheRestIsNotBegun() throws Exception {
        var servers = world.servers("A1", 10);
        servers.subList(0, 4).forEach(server -> world.box(server).silent = true);
        var waves = new Waves(By.RACK, "", 5, 0, 0, false, Duration.ZERO, 20, 100);

        var run = world.ended(world.orders.order(order(servers, waves)));

        assertThat(run.stage()).isEqualTo(Stage.STOPPED);
        assertThat(run.said()).contains("wave 1").contains("more than 20 %");
        assertThat(run.waves().get(1).begun()).isZero();
        assertThat(states(run).subList(5, 10)).containsOnly(State.NOT_BEGUN);
        assertThat(servers.subList(5, 10)).allSatisfy(server -> assertThat(world.box(server).orders).isZero());
        assertThat(world.operations.operation(run.id()).state()).isEqualTo(Operation.State.FAILED);
    }

    @Test
    void aCanaryThatFailsStopsEverything() throws Exception {
        var servers = world.servers("A1", 3);
        servers.forEach(server -> world.box(server).silent = true);

        var run = world.ended(world.orders.order(order(servers, new Waves(By.NONE, "", 0, 0, 1, true, Duration.ZERO,
                100, 100))));

        assertThat(states(run)).containsExactly(State.FAILED, State.NOT_BEGUN, State.NOT_BEGUN);
        assertThat(run.said()).contains("canary");
    }

    @Test
    void afterTheCanaryItWaitsForSomebodyToSayGoOn() throws Exception {
        var servers = world.servers("A1", 3);
        var begun = world.orders.order(order(servers, new Waves(By.NONE, "", 0, 0, 1, true, Duration.ZERO, 100,
                100)));
        until(begun, Stage.WAITING);
        assertThat(states(world.orders.run(begun.id()))).containsExactly(State.DONE, State.NOT_BEGUN,
                State.NOT_BEGUN);

        world.orders.goOn(begun.id());

        assertThat(states(world.ended(begun))).containsOnly(State.DONE);
    }

    @Test
    void whatWasNotBegunIsNotTouchedAfterACancel() throws Exception {
        var servers = world.servers("A1", 3);
        var begun = world.orders.order(order(servers, new Waves(By.NONE, "", 0, 0, 1, true, Duration.ZERO, 100,
                100)));
        until(begun, Stage.WAITING);

        world.operations.cancel(begun.id());

        var run = world.ended(begun);
        assertThat(run.stage()).isEqualTo(Stage.CANCELLED);
        assertThat(states(run)).containsExactly(State.DONE, State.NOT_BEGUN, State.NOT_BEGUN);
        assertThat(world.operations.operation(run.id()).state()).isEqualTo(Operation.State.CANCELLED);
        assertThat(world.orders.rest(run.id(), Rest.NOT_BEGUN).servers()).hasSize(2);
    }

    @Test
    void aServerBelongsToOneOrderAtATime() throws Exception {
        var servers = world.servers("A1", 3);
        var begun = world.orders.order(order(servers, new Waves(By.NONE, "", 0, 0, 1, true, Duration.ZERO, 100,
                100)));
        until(begun, Stage.WAITING);

        assertThatThrownBy(() -> world.orders.order(order(servers.subList(2, 3), Waves.ONE)))
                .isInstanceOf(Conflict.class).hasMessageContaining("has not ended");
        world.operations.cancel(begun.id());
        world.ended(begun);
    }

    @Test
    void theFailedAreOrderedAgainAndOnlyThose() throws Exception {
        var servers = world.servers("A1", 3);
        world.box(servers.get(1)).silent = true;
        var first = world.ended(world.orders.order(order(servers, by(By.RACK))));
        world.box(servers.get(1)).silent = false;

        var rest = world.orders.rest(first.id(), Rest.FAILED);
        var second = world.ended(world.orders.order(rest));

        assertThat(rest.servers()).containsExactly(servers.get(1).id());
        assertThat(second.order().after()).contains(first.id());
        assertThat(second.stage()).isEqualTo(Stage.DONE);
        assertThat(world.box(servers.get(0)).orders).isEqualTo(1);
        assertThatThrownBy(() -> world.orders.rest(second.id(), Rest.ALL)).isInstanceOf(Conflict.class);
    }

    @Test
    void afterAKillItIsInterruptedAndTellsWhatIsInDoubtAndNeverGoesOnByItself() throws Exception {
        var servers = world.servers("A1", 3);
        var order = order(servers, by(By.RACK));
        var steps = new ArrayList<Step>();
        for (int i = 0; i < 3; i++) {
            steps.add(new Step(0, servers.get(i).id(), servers.get(i).name(), "", State.values()[i], "", "",
                    Optional.empty()));
        }
        var left = new ChassisRun(UUID.randomUUID(), order, Stage.RUNNING, "", "li.wei", Instant.EPOCH,
                Optional.empty(), List.of(new ChassisRun.Wave("A1", false, 3, 0, 0, 0)), List.of()).with(steps);
        world.store.begin(left);

        var restarted = world.orders(world.fakes.driver());

        var run = restarted.run(left.id());
        assertThat(run.stage()).isEqualTo(Stage.INTERRUPTED);
        assertThat(states(run)).containsExactly(State.NOT_BEGUN, State.UNKNOWN, State.DONE);
        assertThat(run.steps().get(1).message()).contains("may have been sent");
        assertThat(restarted.rest(run.id(), Rest.ALL).servers()).containsExactly(servers.get(0).id(),
                servers.get(1).id());
        assertThat(world.fakes.wire.values()).allSatisfy(box -> assertThat(box.orders).isZero());
    }

    @Test
    void whatIsBegunIsOnDiskBeforeTheBmcIsSpokenTo() throws Exception {
        var servers = world.servers("A1", 1);
        var speaking = new CountDownLatch(1);
        var onDisk = new CountDownLatch(1);
        BmcDriver plain = world.fakes.driver();
        var orders = world.orders(Fakes.proxy(BmcDriver.class, Map.of("power", bmc -> {
            speaking.countDown();
            return awaited(onDisk, plain, (BmcEndpoint) bmc);
        }, "powerState", _ -> PowerState.ON)));

        var begun = orders.order(order(servers, Waves.ONE));

        assertThat(speaking.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(states(world.store.run(begun.id()).orElseThrow())).containsExactly(State.BEGUN);
        onDisk.countDown();
        world.ended(begun);
        assertThat(states(world.store.run(begun.id()).orElseThrow())).containsExactly(State.DONE);
    }

    private static Object awaited(CountDownLatch latch, BmcDriver plain, BmcEndpoint bmc) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody looked");
            }
            plain.power(bmc, PowerAction.RESET);
            return Boolean.TRUE;
        } catch (Exception e) {
            return e;
        }
    }

    @Test
    void theAuditLogHasTheOrderAndEachServerWithTheReason() throws Exception {
        var servers = world.servers("A1", 2);

        world.ended(world.orders.order(order(servers, by(By.RACK))));

        assertThat(world.fakes.audit).hasSize(3).allSatisfy(entry -> assertThat(entry.why()).isEqualTo("new kernel"));
        assertThat(Set.copyOf(world.fakes.audit.subList(1, 3).stream().map(entry -> entry.subject()).toList()))
                .containsExactlyInAnyOrder(Optional.of(servers.get(0).id()), Optional.of(servers.get(1).id()));
    }

    private void until(ChassisRun run, Stage stage) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (world.orders.run(run.id()).stage() != stage) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not " + stage + " but " + world.orders.run(run.id()));
            }
            Thread.onSpinWait();
        }
    }
}

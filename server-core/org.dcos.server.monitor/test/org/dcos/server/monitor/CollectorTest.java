package org.dcos.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.bmc.BmcFailure.Kind;
import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.domain.monitor.Observation;
import org.dcos.domain.power.PowerState;
import org.junit.jupiter.api.Test;

class CollectorTest {

    private static final CollectionSettings SETTINGS = new CollectionSettings(Duration.ofSeconds(10),
            Duration.ofSeconds(60), 4, Duration.ofDays(1));

    private final TestTime time = new TestTime();
    private final FakeDriver driver = new FakeDriver();
    private final Queue<Runnable> conversations = new ArrayDeque<>();
    private final Told told = new Told();
    private final FakeLogs logs = new FakeLogs();
    private final Collector collector = new Collector(new Conversation(driver, new FakeVault(), logs, time),
            conversations::add,
            time, told, SETTINGS, () -> {});

    private static final class Told implements Collector.Sink {
        final List<Observation> observations = new ArrayList<>();
        final List<String> troubles = new ArrayList<>();
        final List<UUID> unwatched = new ArrayList<>();

        @Override
        public void observed(Watch watch, Observation observation) {
            observations.add(observation);
        }

        @Override
        public void trouble(UUID server, String trouble, Optional<BmcTrouble> cause) {
            troubles.add(trouble);
        }

        @Override
        public void unwatched(UUID server) {
            unwatched.add(server);
        }

        List<String> kinds() {
            return observations.stream().map(observation -> observation.getClass().getSimpleName()).toList();
        }
    }

    /** Starts what is due and runs every conversation, and what they make due, until nothing is left. */
    private List<String> runAll() {
        collector.startDue();
        for (Runnable next; (next = conversations.poll()) != null;) {
            next.run();
            collector.startDue();
        }
        return driver.takeCalls();
    }

    /** Second by second; what was asked in each. */
    private List<List<String>> run(int seconds) {
        var calls = new ArrayList<List<String>>();
        for (int i = 0; i < seconds; i++) {
            time.advance(Duration.ofSeconds(1));
            calls.add(runAll());
        }
        return calls;
    }

    private static long count(List<List<String>> calls, String call) {
        return calls.stream().mapToLong(each -> Collections.frequency(each, call)).sum();
    }

    @Test
    void asks_a_new_bmc_at_once_for_power_and_sensors() {
        collector.watch(Readings.bmc(1), 0, 0, 0);

        assertThat(runAll()).containsExactly("power 10.0.0.1", "sensors 10.0.0.1");
        assertThat(told.kinds()).containsExactly("Power", "Sensors");
    }

    @Test
    void asks_power_and_sensors_each_at_its_interval() {
        collector.watch(Readings.bmc(1), 0, 0, 0);
        run(60);

        var calls = run(600);

        assertThat(count(calls, "power 10.0.0.1")).isEqualTo(60);
        assertThat(count(calls, "sensors 10.0.0.1")).isEqualTo(10);
    }

    @Test
    void looks_at_the_event_log_at_its_interval_and_after_a_change_of_it() {
        collector.watch(Readings.bmc(1), 0, 0, 0);
        run(600);
        logs.read.clear();

        run(1_800);
        assertThat(logs.read).hasSize(3);

        logs.read.clear();
        collector.logInterval(Duration.ofMinutes(1));
        run(600);
        assertThat(logs.read).hasSizeBetween(9, 10);
    }

    @Test
    void reads_a_long_log_in_pieces_between_which_the_other_questions_come() {
        logs.pieces.put("10.0.0.1", 40);
        collector.watch(Readings.bmc(1), 0, 0, 0);
        collector.watch(Readings.bmc(2), 0, 0, 0);

        collector.startDue();
        for (int i = 0; i < 30; i++) {
            conversations.remove().run();
            time.advance(Duration.ofSeconds(1));
            collector.startDue();
        }

        assertThat(logs.read.stream().filter("10.0.0.1"::equals)).hasSizeBetween(20, 28);
        assertThat(Collections.frequency(driver.takeCalls(), "power 10.0.0.1")).isBetween(3, 4);
        assertThat(logs.read).containsOnlyOnce("10.0.0.2");
    }

    @Test
    void leaves_the_log_of_a_silent_bmc_alone_until_it_answers() {
        collector.watch(Readings.bmc(1), 0, 0, 0);
        driver.failing.put("10.0.0.1", Kind.SILENT);
        run(1_200);
        assertThat(logs.read).isEmpty();

        driver.failing.clear();
        run(60);

        assertThat(logs.read).containsExactly("10.0.0.1");
    }

    @Test
    void spreads_the_questions_of_many_evenly_over_the_interval() {
        int bmcs = 1_000;
        for (int n = 0; n < bmcs; n++) {
            collector.watch(new Bmc(UUID.randomUUID(), 1, "10.1." + n / 250 + "." + n % 250, 623, FakeVault.LOGIN,
                    Optional.of(UUID.randomUUID()), Optional.empty(), Optional.empty()), 0, 0, 0);
        }
        run(30);

        var powerBySecond = run(10).stream()
                .map(calls -> calls.stream().filter(call -> call.startsWith("power")).count()).toList();

        assertThat(powerBySecond).allSatisfy(count -> assertThat(count).isBetween(60L, 140L));
    }

    @Test
    void holds_no_more_conversations_at_a_time_than_allowed() {
        for (int n = 1; n <= 10; n++) {
            collector.watch(Readings.bmc(n), 0, 0, 0);
        }
        collector.startDue();
        assertThat(conversations).hasSize(4);

        conversations.remove().run();
        collector.startDue();

        assertThat(conversations).hasSize(4);
    }

    @Test
    void serves_an_operator_beyond_the_limit_and_before_the_others() {
        for (int n = 1; n <= 10; n++) {
            collector.watch(Readings.bmc(n), n, n, n);
        }
        time.advance(Duration.ofSeconds(1));
        collector.startDue();

        collector.pollNow(Readings.server(9));
        collector.startDue();

        assertThat(conversations).hasSize(5);
        runAll();
        assertThat(driver.takeCalls()).isEmpty();
    }

    @Test
    void never_holds_two_conversations_with_one_bmc() {
        collector.watch(Readings.bmc(1), 0, 0, 0);
        collector.startDue();
        collector.pollNow(Readings.server(1));
        collector.startDue();
        time.advance(Duration.ofSeconds(30));
        collector.startDue();
        assertThat(conversations).hasSize(1);

        assertThat(runAll()).containsExactly("power 10.0.0.1", "sensors 10.0.0.1", "power 10.0.0.1",
                "sensors 10.0.0.1");
    }

    @Test
    void polls_at_once_when_an_operator_asks_and_goes_on_as_planned() {
        collector.watch(Readings.bmc(1), 0, 0, 0);
        runAll();
        time.advance(Duration.ofSeconds(1));

        collector.pollNow(Readings.server(1));

        assertThat(runAll()).containsExactly("power 10.0.0.1", "sensors 10.0.0.1");
        assertThat(count(run(600), "power 10.0.0.1")).isBetween(58L, 61L);
    }

    @Test
    void asks_a_silent_bmc_at_least_every_30_s_and_tells_its_return_at_once() {
        collector.watch(Readings.bmc(1), 0, 0, 0);
        runAll();
        driver.failing.put("10.0.0.1", Kind.SILENT);
        run(120);
        told.observations.clear();

        assertThat(count(run(300), "power 10.0.0.1")).isEqualTo(10);
        assertThat(told.kinds()).containsOnly("Silent");
        driver.failing.clear();
        told.observations.clear();
        run(31);

        assertThat(told.kinds()).startsWith("Power", "Sensors");
    }

    @Test
    void asks_rarely_where_the_login_is_refused_so_that_no_account_is_locked() {
        driver.failing.put("10.0.0.1", Kind.WRONG_CREDENTIAL);
        collector.watch(Readings.bmc(1), 0, 0, 0);

        assertThat(count(run(3_600), "power 10.0.0.1")).isLessThan(20);
    }

    @Test
    void tells_a_bmc_that_refuses_its_sensors_as_trouble_not_as_silence() {
        driver.refusingSensors.add("10.0.0.1");
        collector.watch(Readings.bmc(1), 0, 0, 0);
        runAll();

        assertThat(told.kinds()).containsExactly("Power");
        assertThat(told.troubles).containsExactly("no right to read sensors");
    }

    @Test
    void tells_a_bmc_without_a_stored_login_as_silent_with_what_to_do() {
        var stranger = new Bmc(UUID.randomUUID(), 1, "10.0.0.7", 623, UUID.randomUUID(),
                Optional.of(Readings.server(7)), Optional.empty(), Optional.empty());
        collector.watch(stranger, 0, 0, 0);
        runAll();

        assertThat(told.observations).singleElement()
                .satisfies(o -> assertThat(((Observation.Silent) o).why()).contains("10.0.0.7:623",
                        "Discover the BMC again"));
    }

    @Test
    void a_bug_in_one_poll_stops_neither_the_others_nor_the_next_poll() {
        driver.broken.add("10.0.0.1");
        collector.watch(Readings.bmc(1), 0, 0, 0);
        collector.watch(Readings.bmc(2), 0, 0, 0);

        var calls = run(60);

        assertThat(count(calls, "power 10.0.0.1")).isGreaterThanOrEqualTo(5);
        assertThat(count(calls, "power 10.0.0.2")).isGreaterThanOrEqualTo(5);
    }

    @Test
    void tells_nothing_of_a_server_after_it_is_unwatched() {
        collector.watch(Readings.bmc(1), 0, 0, 0);
        collector.startDue();

        collector.unwatch(Readings.bmc(1).id());
        runAll();

        assertThat(told.unwatched).containsExactly(Readings.server(1));
        assertThat(told.observations).isEmpty();
        assertThat(count(run(60), "power 10.0.0.1")).isZero();
    }

    @Test
    void takes_a_shorter_interval_at_once() {
        collector.watch(Readings.bmc(1), 0, 0, 0);
        run(20);

        collector.settings(new CollectionSettings(Duration.ofSeconds(1), Duration.ofSeconds(2), 4, Duration.ofDays(1)));

        var calls = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            time.advance(Duration.ofMillis(100));
            calls.addAll(runAll());
        }
        assertThat(Collections.frequency(calls, "power 10.0.0.1")).isBetween(18, 21);
        assertThat(Collections.frequency(calls, "sensors 10.0.0.1")).isBetween(9, 11);
    }

    @Test
    void a_round_does_not_wait_for_sensors_that_take_long() {
        collector.watch(Readings.bmc(1), 0, 0, 0);
        collector.startDue();
        time.advance(Duration.ofSeconds(11));
        var ended = new ArrayList<Integer>();
        driver.duringSensors = () -> collector.rounds()
                .ended(time.getAsLong(), time.instant(), SETTINGS.powerInterval())
                .forEach(sweep -> ended.add(sweep.answered()));

        conversations.remove().run();

        assertThat(ended).containsExactly(1);
    }

    @Test
    void gathers_the_questions_of_an_interval_into_a_round() {
        for (int n = 1; n <= 20; n++) {
            collector.watch(Readings.bmc(n), 0, 0, 0);
        }
        driver.failing.put("10.0.0.1", Kind.SILENT);
        driver.power.put("10.0.0.2", PowerState.OFF);
        var sweeps = new HashMap<Integer, Integer>();
        for (int i = 0; i < 100; i++) {
            run(1);
            collector.rounds().ended(time.getAsLong(), time.instant(), SETTINGS.powerInterval())
                    .forEach(sweep -> sweeps.merge(sweep.asked() * 100 + sweep.answered(), 1, Integer::sum));
        }

        assertThat(sweeps.keySet()).allSatisfy(asked -> assertThat(asked).isIn(2019, 1919));
        assertThat(sweeps.values().stream().mapToInt(i -> i).sum()).isBetween(8, 10);
    }
}

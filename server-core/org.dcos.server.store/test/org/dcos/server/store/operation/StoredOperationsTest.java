package org.dcos.server.store.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Role;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.Operation.State;
import org.dcos.domain.operation.OperationRunner.Work;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.NotFound;
import org.dcos.server.store.database.OpenDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoredOperationsTest extends OpenDatabase {

    private final BlockingQueue<Operation> published = new LinkedBlockingQueue<>();
    private JpaOperationStore store;
    private StoredOperations operations;

    @BeforeEach
    void start() {
        store = new JpaOperationStore(database);
        operations = operations(Duration.ofMillis(20), Duration.ofMillis(50));
    }

    @AfterEach
    void stop() {
        operations.close();
    }

    @Test
    void runs_on_behalf_of_who_started_it_and_ends_with_what_the_work_says() throws Exception {
        var caller = new Caller("li.wei", Role.OPERATOR, "10.0.0.1");
        var acting = new LinkedBlockingQueue<Caller>();

        Operation started = caller.call(() -> operations.start("discovery", "Discover", 1, progress -> {
            acting.add(Caller.current());
            progress.result(result("10.0.0.2", true));
            return "1 found.";
        }));

        assertThat(started.state()).isEqualTo(State.RUNNING);
        assertThat(started.startedBy()).isEqualTo("li.wei");
        Operation ended = ended();
        assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
        assertThat(ended.message()).isEqualTo("1 found.");
        assertThat(ended.done()).isEqualTo(1);
        assertThat(ended.results()).as("events carry no results").isEmpty();
        assertThat(acting).containsExactly(caller);
        assertThat(operations.operation(started.id()).results()).containsExactly(result("10.0.0.2", true));
        assertThat(store.operation(started.id()).orElseThrow().ended()).isPresent();
    }

    @Test
    void progress_is_told_while_it_runs_but_not_for_every_step() throws Exception {
        var release = new CountDownLatch(1);
        Operation started = operations.start("discovery", "Discover", 1_000, progress -> {
            progress.message("half-way");
            for (int i = 0; i < 500; i++) {
                progress.result(result("t" + i, true));
            }
            release.await();
            for (int i = 500; i < 1_000; i++) {
                progress.result(result("t" + i, true));
            }
            return "all";
        });
        Operation halfWay = published(o -> o.done() == 500);
        assertThat(halfWay.message()).isEqualTo("half-way");
        assertThat(operations.operation(started.id()).results()).hasSize(500);
        assertThat(operations.operations(PageRequest.ALL).items().getFirst().done()).isEqualTo(500);
        release.countDown();
        ended();

        assertThat(published).isEmpty();
        assertThat(store.operation(started.id()).orElseThrow().results()).extracting(Operation.Result::target)
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, 1_000).mapToObj(i -> "t" + i).toList());
    }

    @Test
    void fails_when_no_target_succeeded_and_when_the_work_has_a_bug() throws Exception {
        operations.start("power.on", "On", 1, progress -> {
            progress.result(result("srv", false));
            return "silent";
        });
        assertThat(ended().state()).isEqualTo(State.FAILED);

        operations.start("power.on", "On", 1, _ -> {
            throw new IllegalStateException("a bug");
        });
        Operation buggy = ended();
        assertThat(buggy.state()).isEqualTo(State.FAILED);
        assertThat(buggy.message()).contains("log").doesNotContain("IllegalState");
    }

    @Test
    void cancel_lets_the_work_stop_by_itself() throws Exception {
        Operation started = operations.start("discovery", "Discover", 2, progress -> {
            progress.result(result("a", true));
            while (!progress.cancelled()) {
                Thread.onSpinWait();
            }
            return "1 of 2.";
        });

        operations.cancel(started.id());

        Operation ended = ended();
        assertThat(ended.state()).isEqualTo(State.CANCELLED);
        assertThat(ended.message()).isEqualTo("1 of 2.");
        assertThatThrownBy(() -> operations.cancel(started.id())).isInstanceOf(Conflict.class)
                .hasMessageContaining("ended");
        assertThatThrownBy(() -> operations.cancel(UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    @Test
    void cancel_interrupts_work_that_does_not_listen() throws Exception {
        Operation started = operations.start("discovery", "Discover", 2, waitsForEver());

        operations.cancel(started.id());

        assertThat(ended().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void the_end_of_the_server_core_interrupts_and_stores_what_was_done() throws Exception {
        Operation started = operations.start("discovery", "Discover", 2, progress -> {
            progress.result(result("a", true));
            return waitsForEver().run(progress);
        });
        published(o -> o.done() == 1);

        operations.close();

        Operation stored = store.operation(started.id()).orElseThrow();
        assertThat(stored.state()).isEqualTo(State.INTERRUPTED);
        assertThat(stored.results()).hasSize(1);
    }

    @Test
    void what_ran_when_the_process_was_killed_is_told_as_interrupted() throws Exception {
        var id = UUID.randomUUID();
        store.save(new Operation(id, "discovery", "Discover", State.RUNNING, 1, 2, "", "li.wei",
                Instant.parse("2026-01-01T00:00:00Z"), Optional.empty(), List.of(result("a", true))));

        try (var restarted = operations(Duration.ofMillis(20), Duration.ofMillis(50))) {
            Operation found = restarted.operation(id);

            assertThat(found.state()).isEqualTo(State.INTERRUPTED);
            assertThat(found.ended()).isPresent();
            assertThat(found.message()).contains("start it again");
            assertThat(found.results()).hasSize(1);
        }
    }

    @Test
    void only_the_newest_operations_are_kept() {
        for (int i = 0; i < 5; i++) {
            store.save(new Operation(UUID.randomUUID(), "k", "t" + i, State.SUCCEEDED, 1, 1, "", "x",
                    Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i), Optional.empty(),
                    List.of(result("a", true))));
        }

        store.tidy(Instant.EPOCH, "", 2);

        assertThat(store.operations(PageRequest.ALL).items()).extracting(Operation::title).containsExactly("t4", "t3");
    }

    @Test
    void a_save_replaces_the_results() {
        var id = UUID.randomUUID();
        store.save(operation(id, List.of(result("a", true), result("b", true))));
        store.save(operation(id, List.of(result("c", false))));

        assertThat(store.operation(id).orElseThrow().results()).containsExactly(result("c", false));
    }

    private StoredOperations operations(Duration storeEvery, Duration patience) {
        return new StoredOperations(store, event -> {
            if (event instanceof DomainEvent.OperationChanged(Operation operation)) {
                published.add(operation);
            }
        }, InstantSource.system(), storeEvery, patience);
    }

    private static Work waitsForEver() {
        return _ -> {
            new CountDownLatch(1).await();
            return "never";
        };
    }

    private Operation ended() throws InterruptedException {
        return published(o -> o.state().ended());
    }

    private Operation published(java.util.function.Predicate<Operation> wanted) throws InterruptedException {
        while (true) {
            Operation operation = published.poll(20, TimeUnit.SECONDS);
            assertThat(operation).as("no such operation was published").isNotNull();
            if (wanted.test(operation)) {
                return operation;
            }
        }
    }

    private static Operation operation(UUID id, List<Operation.Result> results) {
        return new Operation(id, "k", "t", State.SUCCEEDED, results.size(), results.size(), "", "x", Instant.EPOCH,
                Optional.empty(), results);
    }

    private static Operation.Result result(String target, boolean ok) {
        return new Operation.Result(target, Optional.empty(), ok, ok ? "done" : "silent", "");
    }
}

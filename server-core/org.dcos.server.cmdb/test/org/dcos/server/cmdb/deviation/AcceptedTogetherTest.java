package org.dcos.server.cmdb.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemStore;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.Decision;
import org.dcos.domain.deviation.DecisionOrder;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.DeviationState;
import org.dcos.domain.deviation.DeviationStore;
import org.dcos.domain.deviation.Difference;
import org.dcos.domain.deviation.Property;
import org.dcos.domain.deviation.Unseen;
import org.dcos.domain.operation.OperationRunner;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.settings.SettingsStore;
import org.dcos.server.cmdb.MemoryBmcStore;
import org.dcos.server.cmdb.MemoryItemStore;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an accepted deviation changes in the records, and the decision itself, are one. */
class AcceptedTogetherTest {

    private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");
    private static final UUID SERVER = new UUID(4, 1);
    private static final UUID DEVIATION = new UUID(8, 1);

    private final MemoryItemStore items = new MemoryItemStore();
    private final LiveRecords records = new LiveRecords(items, new MemoryBmcStore(), _ -> {}, new WriterTurn());
    private final Store store = new Store();
    private final List<AuditEntry> log = new ArrayList<>();
    private RecordAudit audit;

    /** Deviations in memory; keeping a decision fails when the test says so. */
    private final class Store implements DeviationStore {

        private Deviation kept = new Deviation(DEVIATION, 1, DeviationKind.SERIAL_CHANGED, "SERIAL_CHANGED|1",
                List.of(SERVER), List.of("10.1.2.3:623"), "web-01", "", "It tells NEW.",
                List.of(new Difference(Property.SERIAL, Optional.of(SERVER), "OLD", "NEW", "bmc", "10.1.2.3:623", NOW)),
                NOW, NOW, true, Optional.empty(), DeviationState.OPEN, "", Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
        private boolean fails;

        @Override
        public List<Deviation> deviations() {
            return List.of(kept);
        }

        @Override
        public void save(Deviation deviation) {
            throw new AssertionError("an accepted deviation is not written apart from the correction");
        }

        @Override
        public ItemStore.Commit correct(ChangeSet set, List<ItemChange> changes, List<AuditEntry> entries,
                Function<ChangeSet, Deviation> accepted) {
            if (fails) {
                throw new IllegalStateException("the disk is full");
            }
            var commit = items.commit(set, changes, entries);
            kept = accepted.apply(commit.changeSet());
            return commit;
        }

        @Override
        public void save(AuditRun run) {
            throw new AssertionError("no audit runs here");
        }

        @Override
        public void save(AuditRun run, List<Deviation> changed, List<Unseen> unseen) {
            throw new AssertionError("no audit runs here");
        }

        @Override
        public Page<AuditRun> runs(PageRequest page) {
            return new Page<>(List.of(), 0, 0);
        }

        @Override
        public Optional<AuditRun> run(UUID id) {
            return Optional.empty();
        }

        @Override
        public Page<Unseen> unseen(UUID run, PageRequest page) {
            return new Page<>(List.of(), 0, 0);
        }
    }

    @BeforeEach
    void record() throws Problem {
        records.commit("servers", "", List.of(new Edit.Put(new Server(SERVER, 0, "web-01", "OLD", Optional.empty(),
                "Huawei", "2288H V5", "", Optional.empty(), LifecycleState.DISCOVERED))));
        audit = new RecordAudit(records, store, nothing(OperationRunner.class), _ -> {}, log(), settings(),
                InstantSource.fixed(NOW), Duration.ZERO);
    }

    @AfterEach
    void close() {
        audit.close();
    }

    private AuditLog log() {
        return (AuditLog) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {AuditLog.class},
                (_, _, arguments) -> {
                    log.add((AuditEntry) arguments[0]);
                    return null;
                });
    }

    private static SettingsStore settings() {
        return new SettingsStore() {
            @Override
            public Map<String, String> load(String service) {
                return Map.of();
            }

            @Override
            public void save(String service, Map<String, String> values) {
                throw new AssertionError("no settings are changed here");
            }
        };
    }

    private static <T> T nothing(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> {
            throw new AssertionError(method.getName() + " is not called here");
        }));
    }

    private Deviation accept() throws Problem {
        return audit.decide(DEVIATION, new DecisionOrder(0, new Decision.Accept("board replaced")));
    }

    private String serial() {
        return records.read(view -> view.item(Server.class, SERVER)).orElseThrow().serial();
    }

    @Test
    void theRecordIsCorrectedAndTheDeviationNamesTheChangeSet() throws Problem {
        Deviation accepted = accept();

        assertThat(serial()).isEqualTo("NEW");
        assertThat(accepted.state()).isEqualTo(DeviationState.ACCEPTED);
        assertThat(accepted.changeSet()).contains(2L);
        assertThat(store.kept).isEqualTo(accepted).isEqualTo(audit.deviation(DEVIATION));
        assertThat(log).hasSize(1);
    }

    @Test
    void whenTheDecisionCannotBeKeptTheRecordStaysAsItWasAndItCanBeDecidedAgain() throws Problem {
        store.fails = true;

        assertThatThrownBy(this::accept).isInstanceOf(IllegalStateException.class).hasMessage("the disk is full");

        assertThat(serial()).isEqualTo("OLD");
        assertThat(items.transactions()).isEqualTo(1);
        assertThat(audit.deviation(DEVIATION).state()).isEqualTo(DeviationState.OPEN);
        assertThat(log).isEmpty();

        store.fails = false;
        accept();
        assertThat(serial()).isEqualTo("NEW");
    }
}

package org.dcos.server.store.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Owner;
import org.dcos.domain.deviation.Answer;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.DeviationState;
import org.dcos.domain.deviation.DeviationStore;
import org.dcos.domain.deviation.Difference;
import org.dcos.domain.deviation.Property;
import org.dcos.domain.deviation.Unseen;
import org.dcos.server.store.cmdb.DocumentItemStore;
import org.dcos.server.store.database.OpenDatabase;
import org.junit.jupiter.api.Test;

class DocumentDeviationStoreTest extends OpenDatabase {

    private static final Instant NOW = Instant.parse("2026-11-26T01:02:03.456789Z");

    private static Deviation deviation(Optional<Instant> until) {
        var item = UUID.randomUUID();
        return new Deviation(UUID.randomUUID(), 3, DeviationKind.SERIAL_CHANGED, "SERIAL_CHANGED|x", List.of(item),
                List.of("10.1.2.3:623"), "web-01", "上海 / A03 U28", "It tells 'ABC'.",
                List.of(new Difference(Property.SERIAL, Optional.of(item), "XYZ", "ABC", "bmc", "10.1.2.3:623", NOW)),
                NOW, NOW, true, Optional.of("li.wei"), DeviationState.IGNORED, "later", until, Optional.of(7L),
                Optional.of("li.wei"), Optional.of(NOW));
    }

    private static AuditRun run(int minute) {
        return AuditRun.begun(UUID.randomUUID(), UUID.randomUUID(), NOW.plusSeconds(60L * minute), "li.wei");
    }

    @Test
    void whatWasSavedIsThereAfterARestart() {
        DeviationStore store = new DocumentDeviationStore(database);
        var one = deviation(Optional.of(NOW));
        var other = deviation(Optional.empty());
        var unseen = new Unseen(Optional.of(UUID.randomUUID()), "web-02", "10.1.2.4:623", Answer.SILENT, "no answer");
        var run = run(0);
        store.save(run, List.of(one, other), List.of(unseen));
        var changed = one.of("wang.fang");
        store.save(changed);

        reopen();

        DeviationStore again = new DocumentDeviationStore(database);
        assertThat(again.deviations()).containsExactlyInAnyOrder(changed, other);
        assertThat(again.run(run.id())).contains(run);
        assertThat(again.unseen(run.id(), PageRequest.ALL).items()).containsExactly(unseen);
    }

    @Test
    void aCorrectionAndItsDecisionAreKeptTogether() {
        DeviationStore store = new DocumentDeviationStore(database);
        var open = deviation(Optional.empty());
        store.save(open);

        var commit = store.correct(SET, List.of(created()), List.of(), numbered -> open.decided(
                DeviationState.ACCEPTED, "li.wei", NOW, "board replaced", Optional.empty(),
                Optional.of(numbered.number())));
        commit.await();
        reopen();

        assertThat(new DocumentDeviationStore(database).deviations()).singleElement().satisfies(kept -> {
            assertThat(kept.state()).isEqualTo(DeviationState.ACCEPTED);
            assertThat(kept.changeSet()).contains(commit.changeSet().number());
        });
        assertThat(new DocumentItemStore(database).changeSet(commit.changeSet().number())).isPresent();
    }

    @Test
    void whenTheDecisionCannotBeKeptNeitherIsTheCorrection() {
        DeviationStore store = new DocumentDeviationStore(database);
        var open = deviation(Optional.empty());
        store.save(open);

        assertThatThrownBy(() -> store.correct(SET, List.of(created()), List.of(), _ -> {
            throw new IllegalStateException("second half fails");
        })).isInstanceOf(IllegalStateException.class).hasMessage("second half fails");
        reopen();

        assertThat(new DocumentDeviationStore(database).deviations()).containsExactly(open);
        var items = new DocumentItemStore(database);
        assertThat(items.items()).isEmpty();
        assertThat(items.changeSets(Optional.empty(), Optional.empty(), PageRequest.ALL).total()).isZero();
    }

    private static final ChangeSet SET = new ChangeSet(0, NOW, "li.wei", "test", "Audit: one", "board replaced", 1,
            Optional.empty(), Optional.empty());

    private static ItemChange created() {
        Item owner = new Owner(UUID.randomUUID(), 1, "Li Wei", "", "", "", Map.of(), Map.of());
        return new ItemChange(0, Kind.OWNER, owner.id(), Optional.empty(), Optional.of(owner));
    }

    @Test
    void runsAreListedNewestFirstAndOnlyTheNewestKeepWhatTheyDidNotSee() {
        DeviationStore store = new DocumentDeviationStore(database);
        var first = run(0);
        var unseen = new Unseen(Optional.empty(), "10.1.2.4:623", "10.1.2.4:623", Answer.REFUSED, "wrong login");
        store.save(first, List.of(), List.of(unseen));
        for (int i = 1; i <= DeviationStore.UNSEEN_RUNS; i++) {
            store.save(run(i), List.of(), List.of(unseen));
        }

        var page = store.runs(new PageRequest(0, 2));

        assertThat(page.total()).isEqualTo(DeviationStore.UNSEEN_RUNS + 1);
        assertThat(page.items()).extracting(AuditRun::started).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(store.runs(new PageRequest(50, 2)).total()).isEqualTo(DeviationStore.UNSEEN_RUNS + 1);
        assertThat(store.unseen(first.id(), PageRequest.ALL).items()).isEmpty();
    }
}

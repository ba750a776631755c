package org.dcos.server.cmdb.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.HeaderWords;
import org.dcos.domain.exchange.SheetForm;
import org.dcos.domain.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of short histories of every sort of change, each from its own seed. */
@Timeout(300)
class UndoPropertiesTest {

    private static final int HISTORIES = Integer.getInteger("dcos.undo.histories", 2_000);
    private static final long FIRST_SEED = Long.getLong("dcos.undo.seed", 20_261_126L);
    /** Of so many it is asked whether they met every kind. */
    private static final int ENOUGH = 1_000;
    private static final int ATTEMPTS = 10;

    /** What a history was made of: a change set, and the exports of all kinds before it. */
    private record Step(long set, List<String> before) {}

    /** How a history was taken back: how many of its change sets, whether to its beginning, and what they changed. */
    private record Outcome(int undone, boolean whole, Set<Kind> kinds) {}

    @Test
    void undoingEachChangeSetRestoresTheExportsByteForByteAndTheRulesHoldMeanwhile() {
        List<Outcome> outcomes = LongStream.range(FIRST_SEED, FIRST_SEED + HISTORIES).parallel()
                .mapToObj(UndoPropertiesTest::thereAndBack).toList();

        assertThat(outcomes.stream().mapToInt(Outcome::undone).sum()).isGreaterThan(HISTORIES);
        assertThat(outcomes.stream().filter(Outcome::whole).count()).isGreaterThan(HISTORIES * 2L / 3);
        if (HISTORIES >= ENOUGH) {
            assertThat(outcomes.stream().flatMap(outcome -> outcome.kinds().stream())).contains(Kind.values());
        }
    }

    private static Outcome thereAndBack(long seed) {
        try {
            var desk = new Desk();
            desk.put(RoundTripTest.everyKind());
            List<Step> history = history(desk, new Random(seed));
            assertSound(desk);
            var kinds = new HashSet<Kind>();
            int undone = 0;
            while (!history.isEmpty() && mayBeUndone(desk, history.getLast())) {
                Step last = history.removeLast();
                desk.items.changes(last.set(), new PageRequest(0, 1_000)).items()
                        .forEach(change -> kinds.add(change.kind()));
                desk.book.undo(last.set(), "back");
                assertThat(exports(desk)).isEqualTo(last.before());
                undone++;
            }
            assertSound(desk);
            return new Outcome(undone, history.isEmpty(), kinds);
        } catch (AssertionError | Problem | RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed %d: %s".formatted(seed, e.getMessage()), e);
        }
    }

    private static List<Step> history(Desk desk, Random random) throws Problem {
        var work = new RandomWork(desk, random);
        var history = new ArrayList<Step>();
        List<String> before = exports(desk);
        for (int i = 0; i < ATTEMPTS; i++) {
            int sets = desk.items.transactions();
            try {
                work.once();
            } catch (Problem | RuntimeException _) {
                assertThat(desk.items.transactions()).as("what is refused changes nothing").isEqualTo(sets);
            }
            if (desk.items.transactions() > sets) {
                history.add(new Step(desk.items.transactions(), before));
                before = exports(desk);
            }
        }
        return history;
    }

    /** What was taken back, and then there again because that was taken back, is there as another change set. */
    private static boolean mayBeUndone(Desk desk, Step step) {
        return desk.items.changeSet(step.set()).flatMap(ChangeSet::undoneBy).isEmpty();
    }

    private static List<String> exports(Desk desk) throws Problem {
        var exports = new ArrayList<String>();
        for (Kind kind : Vocabulary.KINDS) {
            exports.add(new String(desk.exports.export(kind, ItemFilter.NONE,
                    new SheetForm(SheetForm.Format.CSV, HeaderWords.PATHS)), java.nio.charset.StandardCharsets.UTF_8));
        }
        return exports;
    }

    private static void assertSound(Desk desk) {
        List<Device> live = desk.all(Device.class).stream().filter(Device::live).toList();
        assertThat(live.stream().map(Device::serial).filter(serial -> !serial.isEmpty())).doesNotHaveDuplicates();
        assertThat(live.stream().map(Device::name)).doesNotHaveDuplicates();
        var places = live.stream().map(Device::mounting).flatMap(Optional::stream).filter(p -> !p.zeroUnit()).toList();
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                assertThat(places.get(i).overlaps(places.get(j))).as("two devices in one place").isFalse();
            }
        }
        var ends = new HashSet<UUID>();
        desk.all(Cable.class).forEach(cable -> assertThat(ends.add(cable.a()) && ends.add(cable.b())).isTrue());
        var addresses = new HashMap<Optional<UUID>, Set<String>>();
        desk.all(IpAddress.class).forEach(address -> assertThat(addresses.computeIfAbsent(address.vrf(),
                _ -> new HashSet<>()).add(address.address())).as(address.address()).isTrue());
        var ids = new HashSet<UUID>();
        desk.all(Item.class).forEach(item -> ids.add(item.id()));
        desk.all(Item.class).forEach(item -> Items.references(item)
                .forEach(reference -> assertThat(ids).as("%s of %s", reference, item).contains(reference.id())));
    }
}

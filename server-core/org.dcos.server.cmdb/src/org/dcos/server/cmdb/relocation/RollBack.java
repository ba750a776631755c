package org.dcos.server.cmdb.relocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.FieldChange;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemStore;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.Draft;
import org.dcos.server.cmdb.live.Words;

/**
 * Takes back what the change sets of a relocation did, as a whole: values that it changed become what they were
 * before it.
 * What others changed or deleted meanwhile stays so, unless it is the same value.
 */
final class RollBack {

    /** An item before the relocation's first touch and after its last. */
    private record Touched(Optional<Item> before, Optional<Item> after) {}

    private final Map<UUID, Touched> touched = new LinkedHashMap<>();

    RollBack(ItemStore store, UUID relocation) {
        for (ChangeSet set : sets(store, relocation)) {
            for (ItemChange change : changes(store, set)) {
                touched.merge(change.id(), new Touched(change.before(), change.after()),
                        (was, now) -> new Touched(was.before(), now.after()));
            }
        }
    }

    private static List<ChangeSet> sets(ItemStore store, UUID relocation) {
        var sets = new ArrayList<ChangeSet>();
        long total = 1;
        while (sets.size() < total) {
            var page = store.changeSets(Optional.of(relocation), Optional.empty(),
                    new PageRequest(sets.size(), PageRequest.MAX_LIMIT));
            total = page.items().isEmpty() ? sets.size() : page.total();
            sets.addAll(page.items());
        }
        Collections.reverse(sets);
        return sets;
    }

    private static List<ItemChange> changes(ItemStore store, ChangeSet set) {
        var changes = new ArrayList<ItemChange>();
        while (changes.size() < set.changes()) {
            changes.addAll(store.changes(set.number(), new PageRequest(changes.size(), PageRequest.MAX_LIMIT)).items());
        }
        return changes;
    }

    void apply(Draft draft) throws Problem {
        var later = new ArrayList<String>();
        for (var entry : touched.entrySet()) {
            UUID id = entry.getKey();
            Touched what = entry.getValue();
            Optional<Item> now = draft.item(id);
            if (what.before().or(what::after).filter(Relocation.class::isInstance).isPresent()) {
                continue;
            }
            if (what.before().isEmpty()) {
                draft.remove(id);
            } else if (now.isPresent() || what.after().isEmpty()) {
                restore(draft, what, now, later);
            }
        }
        if (!later.isEmpty()) {
            throw new Conflict("The relocation cannot be rolled back: %s. Put that right first."
                    .formatted(String.join("; ", later)));
        }
    }

    private static void restore(Draft draft, Touched what, Optional<Item> now, List<String> later) throws Problem {
        Item before = what.before().orElseThrow();
        if (now.isEmpty()) {
            draft.put(Items.version(before, before.version() + 2)); // one for its end, as an undo counts
            return;
        }
        var back = new TreeMap<String, String>();
        for (FieldChange change : Items.changes(Optional.of(before), what.after().or(() -> Optional.of(before)))) {
            if (Items.text(now.get(), change.field()).equals(change.after())) {
                back.put(change.field(), change.before());
            } else if (!Items.text(now.get(), change.field()).equals(change.before())) {
                later.add("%s of the %s was changed to %s".formatted(change.field(),
                        new Words(draft).kindAndName(now.get()), Items.text(now.get(), change.field())));
            }
        }
        if (!back.isEmpty()) {
            Keeping.put(draft, Items.with(now.get(), back));
        }
    }

}

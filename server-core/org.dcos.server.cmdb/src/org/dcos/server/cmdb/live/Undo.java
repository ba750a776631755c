package org.dcos.server.cmdb.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemStore;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.problem.Conflict;

/** Takes the changes of a set back, from the last to the first. */
public final class Undo {

    private static final int TOLD = 5;

    private final ItemStore store;
    private final ChangeSet set;
    private final List<ItemChange> changes;

    /** @param changes of the set, in the order in which they were done */
    public Undo(ItemStore store, ChangeSet set, List<ItemChange> changes) {
        this.store = store;
        this.set = set;
        this.changes = List.copyOf(changes);
    }

    /** @throws Conflict when something was changed later, or the set was taken back already */
    public void apply(Draft draft) throws Conflict {
        if (set.undoneBy().isPresent()) {
            throw new Conflict("Change set %d was taken back already, by change set %d.".formatted(set.number(),
                    set.undoneBy().get()));
        }
        var later = new ArrayList<String>();
        for (ItemChange change : changes) {
            if (!same(draft.item(change.id()), change.after())) {
                later.add(told(draft, change));
            }
        }
        if (!later.isEmpty()) {
            throw new Conflict("Change set %d cannot be taken back: %s%s. Take the later change sets back first."
                    .formatted(set.number(), String.join("; ", later.subList(0, Math.min(TOLD, later.size()))),
                            later.size() > TOLD ? "; and %d more".formatted(later.size() - TOLD) : ""));
        }
        for (ItemChange change : changes.reversed()) {
            if (change.before().isEmpty()) {
                draft.remove(change.id());
            } else {
                long version = draft.item(change.id()).map(Item::version).orElse(change.before().get().version() + 1);
                draft.put(Items.version(change.before().get(), version + 1));
            }
        }
    }

    /** What was changed and changed back in between is the same, in a later version. */
    private static boolean same(Optional<Item> now, Optional<Item> then) {
        return now.map(item -> Items.version(item, 0)).equals(then.map(item -> Items.version(item, 0)));
    }

    private String told(View view, ItemChange change) {
        var latest = store.changeSets(Optional.of(change.id()), Optional.empty(), new PageRequest(0, 1)).items();
        return "the %s was changed later%s".formatted(new Words(view).kindAndName(change.either()),
                latest.isEmpty() || latest.getFirst().number() == set.number()
                        ? ""
                        : " by change set %d (%s)".formatted(latest.getFirst().number(), latest.getFirst().who()));
    }
}

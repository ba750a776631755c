package org.dcos.server.cmdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemStore;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;

/** Keeps items and their history in memory. */
public final class MemoryItemStore implements ItemStore {

    private final Map<UUID, Item> items = new LinkedHashMap<>();
    private final List<ChangeSet> sets = new ArrayList<>();
    private final List<ItemChange> history = new ArrayList<>();
    private final List<AuditEntry> audit = new ArrayList<>();

    @Override
    public synchronized List<Item> items() {
        return List.copyOf(items.values());
    }

    @Override
    public synchronized Commit commit(ChangeSet set, List<ItemChange> changes, List<AuditEntry> entries) {
        var kept = new ChangeSet(sets.size() + 1L, set.at(), set.who(), set.origin(), set.title(), set.why(),
                changes.size(), set.undoes(), Optional.empty());
        set.undoes().ifPresent(undone -> sets.replaceAll(old -> old.number() == undone
                ? new ChangeSet(old.number(), old.at(), old.who(), old.origin(), old.title(), old.why(),
                        old.changes(), old.undoes(), Optional.of(kept.number()))
                : old));
        sets.add(kept);
        for (ItemChange change : changes) {
            history.add(new ItemChange(kept.number(), change.kind(), change.id(), change.before(), change.after()));
            change.after().ifPresentOrElse(item -> items.put(item.id(), item), () -> items.remove(change.id()));
        }
        audit.addAll(entries);
        return new Commit() {
            @Override
            public ChangeSet changeSet() {
                return kept;
            }

            @Override
            public void await() {
                // there is no disk
            }
        };
    }

    @Override
    public synchronized Page<ChangeSet> changeSets(Optional<UUID> item, Optional<String> text, PageRequest page) {
        var found = sets.reversed().stream().filter(set -> item.isEmpty() || history.stream().anyMatch(
                change -> change.changeSet() == set.number() && change.id().equals(item.get())))
                .filter(set -> text.isEmpty() || (set.title() + set.why() + set.who()).contains(text.get())).toList();
        return part(found, page);
    }

    @Override
    public synchronized Optional<ChangeSet> changeSet(long number) {
        return sets.stream().filter(set -> set.number() == number).findFirst();
    }

    @Override
    public synchronized Page<ItemChange> changes(long number, PageRequest page) {
        return part(history.stream().filter(change -> change.changeSet() == number).toList(), page);
    }

    private static <T> Page<T> part(List<T> all, PageRequest page) {
        return new Page<>(all.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), all.size());
    }

    @Override
    public synchronized List<ItemChange> changesOf(Set<Kind> kinds, Set<UUID> referred) {
        return history.reversed().stream().filter(change -> kinds.contains(change.kind()))
                .filter(change -> Stream.of(change.before(), change.after()).flatMap(Optional::stream)
                        .flatMap(item -> Items.references(item).stream())
                        .anyMatch(reference -> referred.contains(reference.id())))
                .toList();
    }

    @Override
    public synchronized List<ItemChange> changesAfter(Instant moment) {
        return history.reversed().stream()
                .filter(change -> sets.get((int) change.changeSet() - 1).at().isAfter(moment)).toList();
    }

    public synchronized List<AuditEntry> audit() {
        return List.copyOf(audit);
    }

    /** How many change sets were committed. */
    public synchronized int transactions() {
        return sets.size();
    }
}

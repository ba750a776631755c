package org.dcos.ui.model.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.PastChange;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.Samples;

/** Records in memory: versions are checked, rules are not, unless the test says what is refused. */
public final class FakeRecords implements Records {

    public final Map<Kind, Map<UUID, Item>> items = new EnumMap<>(Kind.class);
    public final List<ChangeSet> sets = new ArrayList<>();
    public final Map<Long, List<ItemChange>> changes = new LinkedHashMap<>();
    public final List<Kind> lists = new ArrayList<>();
    public Optional<Problem> refusal = Optional.empty();
    public List<? extends Item> then = List.of();
    public Instant now = Samples.NOW;

    public void put(Item... some) {
        for (var item : some) {
            items.computeIfAbsent(Kind.of(item), _ -> new LinkedHashMap<>()).put(item.id(), item);
        }
    }

    @Override
    public Page<Item> list(Kind kind, ItemFilter filter, PageRequest page) {
        lists.add(kind);
        List<Item> all = filter.at().isPresent()
                ? then.stream().filter(item -> Kind.of(item) == kind).map(Item.class::cast).toList()
                : items.getOrDefault(kind, Map.of()).values().stream()
                        .filter(item -> filter.fields().entrySet().stream()
                                .allMatch(field -> Items.text(item, field.getKey()).equals(field.getValue())))
                        .toList();
        return new Page<>(all.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), all.size());
    }

    @Override
    public Item item(Kind kind, UUID id) throws Problem {
        return Optional.ofNullable(items.getOrDefault(kind, Map.of()).get(id))
                .orElseThrow(() -> NotFound.of(kind.word(), id));
    }

    @Override
    public Item save(Item item) throws Problem {
        commit(new ChangeOrder("", "", List.of(new Edit.Put(item))));
        return item(Kind.of(item), item.id());
    }

    @Override
    public void delete(Kind kind, UUID id) throws Problem {
        commit(new ChangeOrder("", "", List.of(new Edit.Delete(kind, id, 0))));
    }

    @Override
    public ChangeSet commit(ChangeOrder order) throws Problem {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        long number = sets.size() + 1L;
        var done = new ArrayList<ItemChange>();
        for (var edit : order.edits()) {
            switch (edit) {
                case Edit.Put(var item) -> done.add(put(number, item));
                case Edit.Delete(var kind, var id, _) -> done.add(new ItemChange(number, kind, id,
                        Optional.ofNullable(items.get(kind).remove(id)), Optional.empty()));
            }
        }
        var set = new ChangeSet(number, now, "li.wei", "embedded", order.title(), order.why(), done.size(),
                Optional.empty(), Optional.empty());
        sets.addFirst(set);
        changes.put(number, done);
        return set;
    }

    private ItemChange put(long number, Item item) throws Conflict {
        var kind = Kind.of(item);
        var before = Optional.ofNullable(items.getOrDefault(kind, Map.of()).get(item.id()));
        if (before.map(Item::version).orElse(0L) != item.version()) {
            throw new Conflict("The %s was changed by somebody else meanwhile.".formatted(kind.word()));
        }
        var after = Items.version(item, item.version() + 1);
        put(after);
        return new ItemChange(number, kind, item.id(), before, Optional.of(after));
    }

    @Override
    public Page<ChangeSet> changeSets(Optional<UUID> item, Optional<String> text, PageRequest page) {
        var found = sets.stream()
                .filter(set -> item.isEmpty() || changes.get(set.number()).stream()
                        .anyMatch(change -> change.id().equals(item.get())))
                .filter(set -> text.isEmpty() || (set.title() + set.why() + set.who()).contains(text.get())).toList();
        return new Page<>(found, 0, found.size());
    }

    @Override
    public ChangeSet changeSet(long number) {
        return sets.stream().filter(set -> set.number() == number).findFirst().orElseThrow();
    }

    @Override
    public Page<ItemChange> changes(long number, PageRequest page) {
        var all = changes.get(number);
        return new Page<>(all, 0, all.size());
    }

    @Override
    public Page<PastChange> history(UUID room, PageRequest page) {
        var past = sets.stream().flatMap(set -> changes.get(set.number()).reversed().stream()
                .map(change -> new PastChange(set, change))).toList();
        return new Page<>(past, 0, past.size());
    }

    @Override
    public ChangeSet undo(long number, String why) throws Problem {
        var edits = new ArrayList<Edit>();
        for (var change : changes.get(number)) {
            long now = item(change.kind(), change.id()).version();
            change.before().ifPresentOrElse(item -> edits.add(new Edit.Put(Items.version(item, now))),
                    () -> edits.add(new Edit.Delete(change.kind(), change.id(), 0)));
        }
        return commit(new ChangeOrder("Undo", why, edits));
    }
}

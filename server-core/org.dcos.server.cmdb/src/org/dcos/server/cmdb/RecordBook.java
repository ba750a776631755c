package org.dcos.server.cmdb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.ItemStore;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.PastChange;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.Filter;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.live.Undo;
import org.dcos.server.cmdb.live.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The records and their history, for callers. */
@Component
public final class RecordBook implements Records {

    /** What stands in racks or is kept there. */
    private static final Set<Kind> RACKED = EnumSet.of(Kind.SERVER, Kind.NETWORK_DEVICE, Kind.CHASSIS, Kind.PDU,
            Kind.RACK_RESERVATION);

    private final LiveRecords records;
    private final ItemStore store;

    @Activate
    public RecordBook(@Reference LiveRecords records, @Reference ItemStore store) {
        this.records = records;
        this.store = store;
    }

    /** What a list comes to: the items, or why there are none. */
    private record Listed(List<? extends Item> items, Optional<Invalid> refused) {}

    @Override
    public Page<Item> list(Kind kind, ItemFilter filter, PageRequest page) throws Problem {
        Listed listed = filter.at().isPresent()
                ? records.readAt(filter.at().get(), view -> listed(view, kind, filter))
                : records.read(view -> listed(view, kind, filter));
        if (listed.refused().isPresent()) {
            throw listed.refused().get();
        }
        return RecordedInventory.page(listed.items().stream().map(Item.class::cast), page);
    }

    private static Listed listed(View view, Kind kind, ItemFilter filter) {
        try {
            return new Listed(new Filter(view).list(kind.type(), filter), Optional.empty());
        } catch (Invalid e) {
            return new Listed(List.of(), Optional.of(e));
        }
    }

    @Override
    public Item item(Kind kind, UUID id) throws Problem {
        return records.read(view -> view.item(id)).filter(item -> Kind.of(item) == kind)
                .orElseThrow(() -> NotFound.of(kind.word(), id));
    }

    @Override
    public Item save(Item item) throws Problem {
        return LiveRecords.saved(records.commit("", "", List.of(new Edit.Put(item))), Item.class, item.id());
    }

    @Override
    public void delete(Kind kind, UUID id) throws Problem {
        records.commit("", "", List.of(new Edit.Delete(kind, id, 0)));
    }

    @Override
    public ChangeSet commit(ChangeOrder order) throws Problem {
        if (order.edits().isEmpty()) {
            throw Invalid.field("edits", "There is nothing to be done: give at least one edit.");
        }
        if (order.edits().size() > ChangeOrder.MOST_EDITS) {
            throw Invalid.field("edits", "These are %d edits; at most %d are done at once."
                    .formatted(order.edits().size(), ChangeOrder.MOST_EDITS));
        }
        return records.commit(Texts.clean(order.title()), Texts.clean(order.why()), order.edits()).set();
    }

    @Override
    public Page<ChangeSet> changeSets(Optional<UUID> item, Optional<String> text, PageRequest page) {
        return store.changeSets(item, text, page);
    }

    @Override
    public Page<PastChange> history(UUID room, PageRequest page) throws NotFound {
        if (records.read(view -> view.item(Room.class, room)).isEmpty()) {
            throw NotFound.of("room", room);
        }
        List<ItemChange> ofRacks = store.changesOf(EnumSet.of(Kind.RACK), Set.of(room));
        Set<UUID> racks = records.read(view -> view.referring(Rack.class, room).map(Rack::id)
                .collect(Collectors.toCollection(HashSet::new)));
        ofRacks.forEach(change -> racks.add(change.id()));
        var all = new ArrayList<ItemChange>(store.changesOf(RACKED, racks));
        all.addAll(ofRacks);
        all.sort(Comparator.comparing(ItemChange::changeSet).reversed()); // stable: each set stays newest first
        var sets = new HashMap<Long, ChangeSet>();
        List<PastChange> told = all.stream().skip(page.offset()).limit(page.limit()).map(change -> new PastChange(
                sets.computeIfAbsent(change.changeSet(), number -> store.changeSet(number).orElseThrow()), change))
                .toList();
        return new Page<>(told, page.offset(), all.size());
    }

    @Override
    public ChangeSet changeSet(long number) throws NotFound {
        return store.changeSet(number)
                .orElseThrow(() -> new NotFound("There is no change set with number %d.".formatted(number)));
    }

    @Override
    public Page<ItemChange> changes(long number, PageRequest page) throws Problem {
        changeSet(number);
        return store.changes(number, page);
    }

    @Override
    public ChangeSet undo(long number, String why) throws Problem {
        ChangeSet set = changeSet(number);
        var changes = new ArrayList<ItemChange>();
        while (changes.size() < set.changes()) {
            changes.addAll(store.changes(number, new PageRequest(changes.size(), PageRequest.MAX_LIMIT)).items());
        }
        return records.commit("Undo of change set %d: %s".formatted(number, set.title()), Texts.clean(why),
                Optional.of(number), change -> new Undo(store, set, changes).apply(change.draft())).set();
    }
}

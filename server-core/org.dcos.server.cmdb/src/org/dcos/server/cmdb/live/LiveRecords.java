package org.dcos.server.cmdb.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.dcos.domain.access.Caller;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemStore;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.WriterTurn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * All records in memory, and the one way to change them: a draft is made and checked while readers go on with what is
 * recorded, then it is written, and then it becomes what is recorded. Loads everything when it starts. Thread-safe.
 */
@Component(service = LiveRecords.class)
public final class LiveRecords {

    private final ItemStore store;
    private final BmcStore bmcs;
    private final EventPublisher events;
    private final WriterTurn turn;
    private final InstantSource clock;
    private final Base base = new Base();
    /** Only looked at by who may write. */
    private final List<Follower> followers = new ArrayList<>();
    private final ReentrantReadWriteLock merging = new ReentrantReadWriteLock();

    @Activate
    public LiveRecords(@Reference ItemStore store, @Reference BmcStore bmcs, @Reference EventPublisher events,
            @Reference WriterTurn turn) {
        this(store, bmcs, events, turn, InstantSource.system());
    }

    public LiveRecords(ItemStore store, BmcStore bmcs, EventPublisher events, WriterTurn turn, InstantSource clock) {
        this.store = store;
        this.bmcs = bmcs;
        this.events = events;
        this.turn = turn;
        this.clock = clock;
        store.items().forEach(base::put);
    }

    /** What was committed, and the draft that it came from. */
    public record Committed(ChangeSet set, Draft draft, List<ItemChange> changes) {}

    /** Fills a draft. */
    @FunctionalInterface
    public interface Work {
        void on(Change change) throws Problem;
    }

    /** Writes a change set, all of it or nothing, and with it what else belongs to it. */
    @FunctionalInterface
    public interface Writing {
        ItemStore.Commit write(ChangeSet set, List<ItemChange> changes, List<AuditEntry> audit);
    }

    /** Reads what is recorded; nothing changes meanwhile. Short work only. */
    public <T> T read(Function<View, T> query) {
        merging.readLock().lock();
        try {
            return query.apply(base);
        } finally {
            merging.readLock().unlock();
        }
    }

    /** Tells a follower all that is recorded, and from then on of each change. */
    public void follow(Follower follower) {
        merging.writeLock().lock();
        try {
            follower.begin(base);
            followers.add(follower);
        } finally {
            merging.writeLock().unlock();
        }
    }

    public void leave(Follower follower) {
        merging.writeLock().lock();
        try {
            followers.remove(follower);
        } finally {
            merging.writeLock().unlock();
        }
    }

    /** Reads the records as they were at a moment. */
    public <T> T readAt(Instant moment, Function<View, T> query) {
        return turn.take(() -> { // so that what is undone is undone from what is recorded
            var draft = new Draft(base);
            for (ItemChange change : store.changesAfter(moment)) {
                change.before().ifPresentOrElse(draft::put, () -> draft.remove(change.id()));
            }
            return query.apply(draft);
        });
    }

    /** Finds out what would come of edits, and whether they may be; changes nothing. */
    public Draft draft(Work work, String why) throws Problem {
        return turn.<Draft, Problem>take(() -> prepared(work, why, true, false));
    }

    /** Does edits as one change set, on disk when this returns. */
    public Committed commit(String title, String why, List<Edit> edits) throws Problem {
        return commit(title, why, Optional.empty(), change -> change.apply(edits));
    }

    /**
     * Does all that the work brings into the draft as one change set, on disk when this returns.
     *
     * @param title  empty: said from the changes
     * @param undoes the change set that is taken back
     */
    public Committed commit(String title, String why, Optional<Long> undoes, Work work) throws Problem {
        return commit(() -> title, why, undoes, work);
    }

    /** @param title asked when the work is done */
    public Committed commit(Supplier<String> title, String why, Optional<Long> undoes, Work work) throws Problem {
        return commit(title, why, undoes, work, store::commit);
    }

    /** @param writing keeps something else together with the change set: when it fails, nothing is changed */
    public Committed commit(Supplier<String> title, String why, Optional<Long> undoes, Work work, Writing writing)
            throws Problem {
        ItemStore.Commit[] written = new ItemStore.Commit[1];
        Committed committed = turn.<Committed, Problem>take(() -> {
            Draft draft = prepared(work, why, undoes.isPresent(), undoes.isPresent());
            List<ItemChange> changes = draft.changes(); // none differs any more when they are written
            written[0] = write(draft, title.get(), why, undoes, writing);
            return new Committed(written[0].changeSet(), draft, changes);
        });
        written[0].await();
        return committed;
    }

    private Draft prepared(Work work, String why, boolean paths, boolean back) throws Problem {
        var draft = new Draft(base);
        var change = new Change(draft, why);
        work.on(change);
        change.check(paths || draft.changes().size() > 1, back);
        return draft;
    }

    private ItemStore.Commit write(Draft draft, String title, String why, Optional<Long> undoes, Writing writing) {
        List<ItemChange> changes = draft.changes();
        Instant now = clock.instant();
        Caller caller = Caller.current();
        var set = new ChangeSet(0, now, caller.name(), caller.origin(),
                title.isEmpty() ? Words.title(changes, draft.before(), draft) : title, why, changes.size(), undoes,
                Optional.empty());
        List<AuditEntry> audit = changes.stream().map(change -> new AuditEntry(0, now, caller.name(), caller.origin(),
                action(change), Optional.of(change.id()), Words.change(draft.before(), draft, change), why)).toList();
        List<Bmc> owned = ownBmcs(changes);
        var commit = writing.write(set, changes, audit);
        merging.writeLock().lock();
        try {
            followers.forEach(follower -> follower.before(base, changes));
            changes.forEach(change -> change.after().ifPresentOrElse(base::put, () -> base.remove(change.id())));
            followers.forEach(follower -> follower.after(base, changes));
        } finally {
            merging.writeLock().unlock();
        }
        publish(commit.changeSet(), changes, owned); // within the turn: events keep the order of the commits
        return commit;
    }

    private static String action(ItemChange change) {
        return change.kind().word().toLowerCase(Locale.ROOT).replace(' ', '-')
                + (change.after().isPresent() ? ".save" : ".delete");
    }

    private List<Bmc> ownBmcs(List<ItemChange> changes) {
        return changes.stream().filter(change -> change.kind() == Kind.SERVER && change.after().isEmpty())
                .map(change -> bmcs.byServer(change.id())).flatMap(Optional::stream).toList();
    }

    private void publish(ChangeSet set, List<ItemChange> changes, List<Bmc> owned) {
        if (changes.isEmpty()) {
            return;
        }
        var kinds = changes.stream().map(ItemChange::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        events.publish(new DomainEvent.RecordsChanged(set.number(), kinds));
        if (kinds.contains(Kind.IDC) || kinds.contains(Kind.ROOM) || kinds.contains(Kind.RACK)) {
            events.publish(new DomainEvent.PlacesChanged());
        }
        List<ItemChange> servers = changes.stream().filter(change -> change.kind() == Kind.SERVER).toList();
        if (servers.size() > 1) {
            events.publish(new DomainEvent.ServersChanged());
        } else if (servers.size() == 1) {
            events.publish(servers.getFirst().after().<DomainEvent>map(
                    server -> new DomainEvent.ServerSaved((Server) server))
                    .orElseGet(() -> new DomainEvent.ServerDeleted(servers.getFirst().id())));
        }
        for (Bmc bmc : owned) {
            bmcs.bmc(bmc.id()).ifPresent(left -> events.publish(new DomainEvent.BmcSaved(left)));
        }
    }

    /** An item as it is after a commit. */
    public static <T extends Item> T saved(Committed committed, Class<T> type, UUID id) {
        return committed.draft().item(type, id).orElseThrow();
    }

    /** The places, for those who tell where a server stands. */
    public List<Idc> idcs() {
        return read(view -> view.all(Idc.class).toList());
    }

    public List<Room> rooms() {
        return read(view -> view.all(Room.class).toList());
    }

    public List<Rack> racks() {
        return read(view -> view.all(Rack.class).toList());
    }
}

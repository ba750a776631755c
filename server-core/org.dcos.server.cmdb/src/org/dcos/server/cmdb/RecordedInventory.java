package org.dcos.server.cmdb;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.InventoryStore.Change;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The inventory with its rules. A broken rule of a field is Invalid and names the field, also when a name, a serial
 * number or a unit is taken; Conflict is an old version, or a place that is not empty.
 */
@Component
public final class RecordedInventory implements Inventory {

    private final InventoryStore store;
    private final BmcStore bmcs;
    private final EventPublisher events;
    private final WriterTurn turn;
    private final InstantSource clock;

    @Activate
    public RecordedInventory(@Reference InventoryStore store, @Reference BmcStore bmcs,
            @Reference EventPublisher events,
            @Reference WriterTurn turn) {
        this(store, bmcs, events, turn, InstantSource.system());
    }

    RecordedInventory(InventoryStore store, BmcStore bmcs, EventPublisher events, WriterTurn turn,
            InstantSource clock) {
        this.store = store;
        this.bmcs = bmcs;
        this.events = events;
        this.turn = turn;
        this.clock = clock;
    }

    @Override
    public Page<Idc> idcs(PageRequest page) {
        return part(store.idcs(), page);
    }

    @Override
    public Page<Room> rooms(Optional<UUID> idc, PageRequest page) {
        return part(store.rooms().stream().filter(room -> idc.isEmpty() || room.idc().equals(idc.get())).toList(),
                page);
    }

    @Override
    public Page<Rack> racks(Optional<UUID> room, PageRequest page) {
        return part(store.racks().stream().filter(rack -> room.isEmpty() || rack.room().equals(room.get())).toList(),
                page);
    }

    private static <T> Page<T> part(List<T> all, PageRequest page) {
        int from = Math.min(page.offset(), all.size());
        int to = (int) Math.min((long) from + page.limit(), all.size());
        return new Page<>(all.subList(from, to), page.offset(), all.size());
    }

    @Override
    public Page<Server> servers(ServerFilter filter, PageRequest page) {
        return store.servers(filter, page);
    }

    @Override
    public Server server(UUID id) throws NotFound {
        return store.server(id).orElseThrow(() -> NotFound.of("server", id));
    }

    @Override
    public Idc save(Idc given) throws Problem {
        Idc idc = PlaceRules.cleaned(given);
        return turn.<Idc, Problem>take(() -> {
            var places = Places.of(store);
            var old = Optional.ofNullable(places.idcs().get(idc.id()));
            checkThere("IDC", idc.id(), idc.version(), old);
            new PlaceRules(places).check(idc);
            var changes = new ArrayList<String>();
            old.ifPresent(was -> AuditWords.add(changes, "name", was.name(), idc.name()));
            String what = old.map(was -> was.name() + ": " + AuditWords.joined(changes))
                    .orElse(idc.name() + ": new IDC");
            return saved(Idc.class, new Change.SaveIdc(idc), entry("idc.save", idc.id(), what),
                    new DomainEvent.PlacesChanged());
        });
    }

    @Override
    public Room save(Room given) throws Problem {
        Room room = PlaceRules.cleaned(given);
        return turn.<Room, Problem>take(() -> {
            var places = Places.of(store);
            var old = Optional.ofNullable(places.rooms().get(room.id()));
            checkThere("room", room.id(), room.version(), old);
            new PlaceRules(places).check(room);
            var changes = new ArrayList<String>();
            String idc = places.idcs().get(room.idc()).name();
            old.ifPresent(was -> {
                AuditWords.add(changes, "name", was.name(), room.name());
                AuditWords.add(changes, "IDC", places.idcs().get(was.idc()).name(), idc);
            });
            String what = old.map(was -> places.room(was.id()) + ": " + AuditWords.joined(changes))
                    .orElse("%s: new room in %s".formatted(room.name(), idc));
            return saved(Room.class, new Change.SaveRoom(room), entry("room.save", room.id(), what),
                    new DomainEvent.PlacesChanged());
        });
    }

    @Override
    public Rack save(Rack given) throws Problem {
        Rack rack = PlaceRules.cleaned(given);
        return turn.<Rack, Problem>take(() -> {
            var places = Places.of(store);
            var old = Optional.ofNullable(places.racks().get(rack.id()));
            checkThere("rack", rack.id(), rack.version(), old);
            new PlaceRules(places).check(rack, store.servers(ServerFilter.inRack(rack.id()), PageRequest.ALL).items());
            String what = new AuditWords(places, places).rack(old, rack);
            return saved(Rack.class, new Change.SaveRack(rack), entry("rack.save", rack.id(), what),
                    new DomainEvent.PlacesChanged());
        });
    }

    @Override
    public Server save(Server given) throws Problem {
        Server server = ServerRules.cleaned(given);
        return turn.<Server, Problem>take(() -> {
            Optional<Server> old = store.server(server.id());
            Places places = ServerRules.needsPlaces(old, server) ? Places.of(store) : Places.NONE;
            checkThere("server", server.id(), server.version(), old);
            boolean stale = old.filter(was -> was.version() != server.version()).isPresent();
            if (!stale) { // else the store tells of the conflict
                new ServerRules(store, places).check(old, server);
            }
            String what = new AuditWords(places, places).server(old, server);
            var saved = (Server) store.apply(List.of(new Change.SaveServer(server)),
                    List.of(entry("server.save", server.id(), what))).getFirst();
            events.publish(new DomainEvent.ServerSaved(saved)); // within the turn: events keep the order of the saves
            return saved;
        });
    }

    @Override
    public void deleteIdc(UUID id) throws Problem {
        turn.<Void, Problem>take(() -> {
            var places = Places.of(store);
            Idc idc = found("IDC", id, places.idcs().get(id));
            refuse(PlaceRules.full("IDC", idc.name(), "rooms", new PlaceRules(places).roomsIn(id)));
            return deleted(new Change.DeleteIdc(id), entry("idc.delete", id, idc.name() + ": deleted"));
        });
    }

    @Override
    public void deleteRoom(UUID id) throws Problem {
        turn.<Void, Problem>take(() -> {
            var places = Places.of(store);
            Room room = found("room", id, places.rooms().get(id));
            refuse(PlaceRules.full("room", room.name(), "racks", new PlaceRules(places).racksIn(id)));
            return deleted(new Change.DeleteRoom(id), entry("room.delete", id, places.room(id) + ": deleted"));
        });
    }

    @Override
    public void deleteRack(UUID id) throws Problem {
        turn.<Void, Problem>take(() -> {
            var places = Places.of(store);
            Rack rack = found("rack", id, places.racks().get(id));
            long servers = store.servers(ServerFilter.inRack(id), new PageRequest(0, 1)).total();
            refuse(PlaceRules.full("rack", rack.name(), "servers", servers));
            return deleted(new Change.DeleteRack(id), entry("rack.delete", id, places.rack(id) + ": deleted"));
        });
    }

    @Override
    public void deleteServer(UUID id) throws Problem {
        turn.<Void, Problem>take(() -> {
            Server server = server(id);
            if (server.state() == LifecycleState.DEPLOYING || server.state() == LifecycleState.CLEANING) {
                throw new Conflict("%s is %s just now. Wait for the end, or cancel that first."
                        .formatted(server.name(), server.state()));
            }
            Optional<Bmc> bmc = bmcs.byServer(id);
            String what = "%s: deleted; serial number %s; was %s".formatted(server.name(), server.serial(),
                    Places.of(store).mounting(server.mounting()));
            store.apply(List.of(new Change.DeleteServer(id)), List.of(entry("server.delete", id, what)));
            events.publish(new DomainEvent.ServerDeleted(id));
            bmc.flatMap(own -> bmcs.bmc(own.id())).ifPresent(left -> events.publish(new DomainEvent.BmcSaved(left)));
            return null;
        });
    }

    /** A save with a version of something that is gone finds nothing; a save without one must not hit what is there. */
    private static void checkThere(String kind, UUID id, long version, Optional<? extends Record> old)
            throws NotFound, Conflict {
        if (version > 0 && old.isEmpty()) {
            throw NotFound.of(kind, id);
        }
        if (version == 0 && old.isPresent()) {
            throw new Conflict("There is a %s with id %s already. Load it, and save that.".formatted(kind, id));
        }
    }

    private static <T> T found(String kind, UUID id, T thing) throws NotFound {
        if (thing == null) {
            throw NotFound.of(kind, id);
        }
        return thing;
    }

    private static void refuse(Optional<String> why) throws Conflict {
        if (why.isPresent()) {
            throw new Conflict(why.get());
        }
    }

    private <R extends Record> R saved(Class<R> type, Change change, AuditEntry audit, DomainEvent event)
            throws Conflict {
        R saved = type.cast(store.apply(List.of(change), List.of(audit)).getFirst());
        events.publish(event);
        return saved;
    }

    private Void deleted(Change change, AuditEntry audit) throws Conflict {
        store.apply(List.of(change), List.of(audit));
        events.publish(new DomainEvent.PlacesChanged());
        return null;
    }

    private AuditEntry entry(String action, UUID subject, String what) {
        return AuditWords.entry(clock.instant(), action, subject, what, "");
    }
}

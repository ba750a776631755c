package org.dcos.server.store.cmdb;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.domain.problem.Conflict;
import org.dcos.server.store.audit.AuditWriter;
import org.dcos.server.store.database.Breach;
import org.dcos.server.store.database.Columns;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The inventory in the database. */
@Component
public final class JpaInventoryStore implements InventoryStore {

    private final H2Database database;

    @Activate
    public JpaInventoryStore(@Reference H2Database database) {
        this.database = database;
    }

    @Override
    public List<Record> apply(List<Change> changes, List<AuditEntry> audit) throws Conflict {
        try {
            return this.database.<List<Record>, Conflict>write(entities -> {
                var set = new ChangeSet(entities);
                set.apply(changes);
                AuditWriter.write(entities, audit);
                entities.flush();
                return set.saved();
            });
        } catch (RuntimeException e) {
            Breach breach = Breach.of(e).orElseThrow(() -> e);
            throw new Conflict(database.read(entities -> new ConflictText(entities).of(breach, changes)));
        }
    }

    @Override
    public List<Idc> idcs() {
        return all("select e from IdcEntity e order by e.name, e.id", IdcEntity.class);
    }

    @Override
    public List<Room> rooms() {
        return all("select e from RoomEntity e order by e.name, e.id", RoomEntity.class);
    }

    @Override
    public List<Rack> racks() {
        return all("select e from RackEntity e order by e.name, e.id", RackEntity.class);
    }

    @Override
    public List<Server> allServers() {
        return all("select e from ServerEntity e order by e.name", ServerEntity.class);
    }

    private <E extends Kept<R>, R extends Record> List<R> all(String query, Class<E> type) {
        return database.read(entities -> entities.createQuery(query, type).getResultList().stream().map(Kept::toRecord)
                .toList());
    }

    @Override
    public Optional<Server> server(UUID id) {
        return database.read(entities -> Optional.ofNullable(entities.find(ServerEntity.class, id))
                .map(ServerEntity::toRecord));
    }

    @Override
    public Optional<Server> serverBySerial(String serial) {
        return serverWhere("e.serial = :value", serial);
    }

    @Override
    public Optional<Server> serverByName(String name) {
        return serverWhere("e.name = :value", name);
    }

    private Optional<Server> serverWhere(String condition, String value) {
        return database.read(
                entities -> entities.createQuery("select e from ServerEntity e where " + condition, ServerEntity.class)
                        .setParameter("value", value).getResultList().stream().findFirst().map(ServerEntity::toRecord));
    }

    @Override
    public Page<Server> servers(ServerFilter filter, PageRequest page) {
        var where = new StringBuilder(" where 1 = 1");
        filter.rack().ifPresent(_ -> where.append(" and e.rack = :rack"));
        filter.room()
                .ifPresent(_ -> where.append(" and e.rack in (select r.id from RackEntity r where r.room = :room)"));
        filter.idc().ifPresent(_ -> where.append(" and e.rack in (select r.id from RackEntity r, RoomEntity o "
                + "where r.room = o.id and o.idc = :idc)"));
        filter.state().ifPresent(_ -> where.append(" and e.state = :state"));
        filter.text().ifPresent(_ -> where.append(" and (lower(e.name) like :text escape '!' "
                + "or lower(e.serial) like :text escape '!' or lower(e.assetTag) like :text escape '!' "
                + "or lower(e.model) like :text escape '!')"));
        return database.read(entities -> {
            var rows = entities.createQuery("select e from ServerEntity e" + where + " order by e.name",
                    ServerEntity.class);
            var count = entities.createQuery("select count(e) from ServerEntity e" + where, Long.class);
            for (var query : List.of(rows, count)) {
                filter.rack().ifPresent(id -> query.setParameter("rack", id));
                filter.room().ifPresent(id -> query.setParameter("room", id));
                filter.idc().ifPresent(id -> query.setParameter("idc", id));
                filter.state().ifPresent(state -> query.setParameter("state", state));
                filter.text().ifPresent(text -> query.setParameter("text", '%' + escaped(text) + '%'));
            }
            return Columns.page(rows, count, page, ServerEntity::toRecord);
        });
    }

    private static String escaped(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}

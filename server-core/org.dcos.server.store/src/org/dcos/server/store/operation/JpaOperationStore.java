package org.dcos.server.store.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.OperationStore;
import org.dcos.server.store.database.Columns;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import jakarta.persistence.EntityManager;

/** Operations in the database. */
@Component(service = {OperationStore.class, JpaOperationStore.class})
public final class JpaOperationStore implements OperationStore {

    private final H2Database database;

    @Activate
    public JpaOperationStore(@Reference H2Database database) {
        this.database = database;
    }

    @Override
    public Page<Operation> operations(PageRequest page) {
        return database.read(entities -> Columns.page(
                entities.createQuery("select o from OperationEntity o order by o.started desc, o.id",
                        OperationEntity.class),
                entities.createQuery("select count(o) from OperationEntity o", Long.class), page,
                OperationEntity::withoutResults));
    }

    @Override
    public Optional<Operation> operation(UUID id) {
        return database.read(entities -> Optional.ofNullable(entities.find(OperationEntity.class, id))
                .map(row -> row.toOperation(results(entities, id))));
    }

    private static List<Operation.Result> results(EntityManager entities, UUID operation) {
        return entities.createQuery("select r from ResultEntity r where r.operation = :id order by r.position",
                ResultEntity.class).setParameter("id", operation).getResultList().stream().map(ResultEntity::toResult)
                .toList();
    }

    @Override
    public void save(Operation operation) {
        database.write(entities -> {
            store(entities, operation);
            entities.createQuery("delete from ResultEntity r where r.operation = :id")
                    .setParameter("id", operation.id())
                    .executeUpdate();
            add(entities, operation.id(), operation.results(), 0);
            return null;
        });
    }

    /**
     * Stores where an operation is, and what results came since the last time.
     *
     * @param now   without results
     * @param fresh the new results
     * @param first position of the first of them, counted from the beginning of the operation
     */
    void progress(Operation now, List<Operation.Result> fresh, int first) {
        database.write(entities -> {
            store(entities, now);
            add(entities, now.id(), fresh, first);
            int kept = first + fresh.size() - Operation.MAX_RESULTS;
            if (kept > 0) {
                entities.createQuery("delete from ResultEntity r where r.operation = :id and r.position < :kept")
                        .setParameter("id", now.id()).setParameter("kept", kept).executeUpdate();
            }
            return null;
        });
    }

    /** Marks what ran when the server-core ended, and forgets all but the newest operations. */
    void tidy(Instant now, String message, int keptOperations) {
        database.write(entities -> {
            for (var row : entities.createQuery("select o from OperationEntity o where o.state = :running",
                    OperationEntity.class).setParameter("running", Operation.State.RUNNING).getResultList()) {
                row.interrupt(now, message);
            }
            entities.flush();
            List<UUID> old = entities.createQuery("select o.id from OperationEntity o order by o.started desc, o.id",
                    UUID.class).setFirstResult(keptOperations).getResultList();
            for (UUID id : old) {
                entities.createQuery("delete from OperationEntity o where o.id = :id").setParameter("id", id)
                        .executeUpdate();
            }
            return null;
        });
    }

    private static void store(EntityManager entities, Operation operation) {
        var row = entities.find(OperationEntity.class, operation.id());
        if (row == null) {
            entities.persist(OperationEntity.of(operation));
        } else {
            row.take(operation);
        }
        entities.flush();
    }

    private static void add(EntityManager entities, UUID operation, List<Operation.Result> results, int first) {
        int position = first;
        for (Operation.Result result : results) {
            entities.persist(ResultEntity.of(operation, position++, result));
        }
    }
}

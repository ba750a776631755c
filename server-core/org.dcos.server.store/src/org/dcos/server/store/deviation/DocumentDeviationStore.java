package org.dcos.server.store.deviation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemStore;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationStore;
import org.dcos.domain.deviation.Unseen;
import org.dcos.server.store.cmdb.DocumentItemStore;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Deviations and runs as JSON documents: they are loaded at once, and searched in memory. */
@Component
public final class DocumentDeviationStore implements DeviationStore {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int RUNS = 1_000;

    private final H2Database database;

    @Activate
    public DocumentDeviationStore(@Reference H2Database database) {
        this.database = database;
    }

    @Override
    public List<Deviation> deviations() {
        return database.readSql(connection -> {
            var found = new ArrayList<Deviation>();
            try (var rows = connection.prepareStatement("select body from deviation").executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows.getString(1), Deviation.class));
                }
            }
            return found;
        });
    }

    @Override
    public void save(Deviation deviation) {
        write(connection -> put(connection, List.of(deviation)));
    }

    @Override
    public ItemStore.Commit correct(ChangeSet set, List<ItemChange> changes, List<AuditEntry> audit,
            Function<ChangeSet, Deviation> accepted) {
        return DocumentItemStore.commit(database, set, changes, audit,
                (connection, numbered) -> put(connection, List.of(accepted.apply(numbered))));
    }

    @Override
    public void save(AuditRun run) {
        write(connection -> put(connection, run));
    }

    @Override
    public void save(AuditRun run, List<Deviation> changed, List<Unseen> unseen) {
        write(connection -> {
            put(connection, run);
            put(connection, changed);
            try (var row = connection.prepareStatement("insert into audit_unseen values (?, ?, ?)")) {
                for (int i = 0; i < unseen.size(); i++) {
                    row.setObject(1, run.id());
                    row.setInt(2, i);
                    row.setString(3, MAPPER.writeValueAsString(unseen.get(i)));
                    row.addBatch();
                }
                row.executeBatch();
            }
            forget(connection, "delete from audit_unseen where run not in "
                    + "(select id from audit_run order by started desc fetch first ? rows only)", UNSEEN_RUNS);
            forget(connection, "delete from audit_run where id not in "
                    + "(select id from audit_run order by started desc fetch first ? rows only)", RUNS);
        });
    }

    @Override
    public Page<AuditRun> runs(PageRequest page) {
        return database.readSql(connection -> {
            try (var query = connection.prepareStatement("select body, count(*) over () from audit_run "
                    + "order by started desc, id offset ? rows fetch next ? rows only")) {
                query.setInt(1, page.offset());
                query.setInt(2, page.limit());
                return page(query, AuditRun.class, page, () -> count(connection, "select count(*) from audit_run"));
            }
        });
    }

    @Override
    public Optional<AuditRun> run(UUID id) {
        return database.readSql(connection -> {
            try (var query = connection.prepareStatement("select body from audit_run where id = ?")) {
                query.setObject(1, id);
                try (var rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(read(rows.getString(1), AuditRun.class)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public Page<Unseen> unseen(UUID run, PageRequest page) {
        return database.readSql(connection -> {
            try (var query = connection.prepareStatement("select body, count(*) over () from audit_unseen "
                    + "where run = ? order by position offset ? rows fetch next ? rows only")) {
                query.setObject(1, run);
                query.setInt(2, page.offset());
                query.setInt(3, page.limit());
                return page(query, Unseen.class, page, () -> {
                    try (var count = connection.prepareStatement("select count(*) from audit_unseen where run = ?")) {
                        count.setObject(1, run);
                        try (var rows = count.executeQuery()) {
                            rows.next();
                            return rows.getLong(1);
                        }
                    }
                });
            }
        });
    }

    /** Counts where a page is beyond the end. */
    @FunctionalInterface
    private interface Counter {
        long count() throws SQLException;
    }

    private static <T> Page<T> page(java.sql.PreparedStatement query, Class<T> type, PageRequest page, Counter counter)
            throws SQLException {
        var items = new ArrayList<T>();
        long total = 0;
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                items.add(read(rows.getString(1), type));
                total = rows.getLong(2);
            }
        }
        return new Page<>(items, page.offset(), items.isEmpty() ? counter.count() : total);
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var rows = connection.prepareStatement(sql).executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void put(Connection connection, List<Deviation> deviations) throws SQLException {
        try (var row = connection.prepareStatement("merge into deviation key (id) values (?, ?)")) {
            for (Deviation deviation : deviations) {
                row.setObject(1, deviation.id());
                row.setString(2, MAPPER.writeValueAsString(deviation));
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    private static void put(Connection connection, AuditRun run) throws SQLException {
        try (var row = connection.prepareStatement("merge into audit_run key (id) values (?, ?, ?)")) {
            row.setObject(1, run.id());
            row.setTimestamp(2, Timestamp.from(run.started()));
            row.setString(3, MAPPER.writeValueAsString(run));
            row.executeUpdate();
        }
    }

    private static void forget(Connection connection, String sql, int keep) throws SQLException {
        try (var row = connection.prepareStatement(sql)) {
            row.setInt(1, keep);
            row.executeUpdate();
        }
    }

    /** Plain SQL that changes something. */
    @FunctionalInterface
    private interface Writing {
        void with(Connection connection) throws SQLException;
    }

    private void write(Writing work) {
        database.<Object, RuntimeException>write(entities -> database.sql(entities, connection -> {
            work.with(connection);
            return Boolean.TRUE;
        }));
    }

    /**
     * @throws IllegalStateException when the text is not one of ours: the database was tampered with, or is of a
     * newer DCOS
     */
    private static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalStateException("A document of the audit in the database cannot be read: " + e.getMessage(),
                    e);
        }
    }
}

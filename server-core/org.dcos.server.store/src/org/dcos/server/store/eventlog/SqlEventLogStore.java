package org.dcos.server.store.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.eventlog.EntryFilter;
import org.dcos.domain.eventlog.EventLogStore;
import org.dcos.domain.eventlog.EventSeverity;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.domain.eventlog.ReadLog;
import org.dcos.server.store.database.Columns;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A row for each entry; how far a log is read as a JSON document, written in the same transaction. */
@Component
public final class SqlEventLogStore implements EventLogStore {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final String COLUMNS = "id, bmc, server, at, seen, moment, record, sensor, type, text, asserted, "
            + "severity, bytes";
    private static final String INSERT = """
            insert into event_log_entry
            (bmc, generation, record, bytes, server, at, seen, moment, sensor, type, text, asserted, severity)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where not exists
            (select 1 from event_log_entry where bmc = ? and generation = ? and record = ? and bytes = ?)""";
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_TEXT = 4_000;

    private final H2Database database;

    @Activate
    public SqlEventLogStore(@Reference H2Database database) {
        this.database = database;
    }

    @Override
    public List<ReadLog> logs() {
        return database.readSql(connection -> {
            var found = new ArrayList<ReadLog>();
            try (var rows = connection.prepareStatement("select body from event_log").executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows.getString(1)));
                }
            }
            return found;
        });
    }

    private static ReadLog read(String text) {
        try {
            return MAPPER.readValue(text, ReadLog.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "How far an event log is read cannot be understood: the database was tampered with, "
                            + "or is of a newer DCOS.",
                    e);
        }
    }

    @Override
    public int add(ReadLog now, List<LogEntry> entries) {
        return write(connection -> {
            int added = insert(connection, now.generation(), entries);
            put(connection, List.of(now));
            return added;
        });
    }

    private static int insert(Connection connection, int generation, List<LogEntry> entries) throws SQLException {
        try (var row = connection.prepareStatement(INSERT)) {
            for (var entry : entries) {
                set(row, generation, entry);
                row.addBatch();
            }
            int added = 0;
            for (int count : row.executeBatch()) {
                added += count;
            }
            return added;
        }
    }

    private static void set(PreparedStatement row, int generation, LogEntry entry) throws SQLException {
        row.setObject(1, entry.bmc());
        row.setInt(2, generation);
        row.setInt(3, entry.record());
        row.setString(4, entry.bytes());
        row.setObject(5, entry.server().orElse(null));
        row.setObject(6, entry.at().map(SqlEventLogStore::column).orElse(null));
        row.setObject(7, column(entry.seen()));
        row.setObject(8, column(entry.moment()));
        row.setString(9, Columns.cut(entry.sensor(), LONGEST_NAME));
        row.setString(10, Columns.cut(entry.type(), LONGEST_NAME));
        row.setString(11, Columns.cut(entry.text(), LONGEST_TEXT));
        row.setBoolean(12, entry.asserted());
        row.setInt(13, entry.severity().ordinal());
        row.setObject(14, entry.bmc());
        row.setInt(15, generation);
        row.setInt(16, entry.record());
        row.setString(17, entry.bytes());
    }

    @Override
    public void keep(List<ReadLog> logs) {
        write(connection -> {
            put(connection, logs);
            return logs.size();
        });
    }

    private static void put(Connection connection, List<ReadLog> logs) throws SQLException {
        try (var row = connection.prepareStatement("merge into event_log key (bmc) values (?, ?)")) {
            for (var log : logs) {
                row.setObject(1, log.bmc());
                row.setString(2, MAPPER.writeValueAsString(log));
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    @Override
    public void hand(UUID from, ReadLog to) {
        write(connection -> {
            try (var entries = connection.prepareStatement("update event_log_entry set bmc = ? where bmc = ?")) {
                entries.setObject(1, to.bmc());
                entries.setObject(2, from);
                entries.executeUpdate();
            }
            put(connection, List.of(to));
            return delete(connection, from);
        });
    }

    @Override
    public void forget(UUID bmc) {
        write(connection -> delete(connection, bmc));
    }

    private static int delete(Connection connection, UUID bmc) throws SQLException {
        try (var row = connection.prepareStatement("delete from event_log where bmc = ?")) {
            row.setObject(1, bmc);
            return row.executeUpdate();
        }
    }

    @Override
    public Page<LogEntry> entries(EntryFilter filter, PageRequest page) {
        var wanted = Wanted.of(filter);
        return database.readSql(connection -> {
            var found = new ArrayList<LogEntry>();
            try (var query = connection.prepareStatement("select " + COLUMNS + " from event_log_entry" + wanted.where()
                    + " order by moment desc, id desc offset ? rows fetch next ? rows only")) {
                int next = wanted.set(query);
                query.setInt(next, page.offset());
                query.setInt(next + 1, page.limit());
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.add(entry(rows));
                    }
                }
            }
            long total = count(connection, wanted);
            return new Page<>(found, page.offset(),
                    Math.max(total, found.isEmpty() ? 0 : (long) page.offset() + found.size()));
        });
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(row.getLong(1), row.getObject(2, UUID.class),
                Optional.ofNullable(row.getObject(3, UUID.class)),
                Optional.ofNullable(row.getObject(4, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getObject(5, OffsetDateTime.class).toInstant(), row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getInt(7), row.getString(8), row.getString(9), row.getString(10), row.getBoolean(11),
                EventSeverity.values()[row.getInt(12)], row.getString(13));
    }

    private static long count(Connection connection, Wanted wanted) throws SQLException {
        try (var query = connection.prepareStatement("select count(*) from event_log_entry" + wanted.where())) {
            wanted.set(query);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public long kept(UUID bmc) {
        return database.readSql(connection -> count(connection, Wanted.of(EntryFilter.ofBmc(bmc))));
    }

    @Override
    public int prune(Instant seenBefore, int most) {
        return write(connection -> {
            try (var rows = connection
                    .prepareStatement("delete from event_log_entry where seen < ? fetch first ? rows only")) {
                rows.setObject(1, column(seenBefore));
                rows.setInt(2, most);
                return rows.executeUpdate();
            }
        });
    }

    private int write(H2Database.SqlWork<Integer> work) {
        return database.<Integer, RuntimeException>write(entities -> database.sql(entities, work));
    }

    static OffsetDateTime column(Instant time) {
        return Columns.time(time).atOffset(ZoneOffset.UTC);
    }
}

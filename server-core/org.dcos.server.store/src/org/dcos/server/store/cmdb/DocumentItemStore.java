package org.dcos.server.store.cmdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemStore;
import org.dcos.domain.cmdb.Kind;
import org.dcos.server.store.audit.AuditWriter;
import org.dcos.server.store.database.Columns;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Items as documents in a table, their changes in another. Plain SQL: there is nothing to map but a text. */
@Component
public final class DocumentItemStore implements ItemStore {

    private static final int AT_ONCE = 1_000;
    private static final String SET_COLUMNS = "select number, at, who, origin, title, why, changes, undoes, undone_by "
            + "from change_set";

    private static final Pattern UUIDS = Pattern.compile("\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\"");

    private final H2Database database;

    @Activate
    public DocumentItemStore(@Reference H2Database database) {
        this.database = database;
    }

    @Override
    public List<Item> items() {
        return database.readSql(connection -> {
            var items = new ArrayList<Item>();
            try (var rows = connection.prepareStatement("select kind, body from item").executeQuery()) {
                while (rows.next()) {
                    items.add(ItemText.item(rows.getString(1), rows.getString(2)));
                }
            }
            return items;
        });
    }

    @Override
    public Commit commit(ChangeSet set, List<ItemChange> changes, List<AuditEntry> audit) {
        return commit(database, set, changes, audit, (_, _) -> {});
    }

    /** Something else that is kept together with a change set, or not at all. */
    @FunctionalInterface
    public interface Alongside {
        void write(Connection connection, ChangeSet numbered) throws SQLException;
    }

    /** As {@link #commit(ChangeSet, List, List)}, with something else in the same transaction. */
    public static Commit commit(H2Database database, ChangeSet set, List<ItemChange> changes, List<AuditEntry> audit,
            Alongside also) {
        ChangeSet kept = database.<ChangeSet, RuntimeException>commit(entities -> {
            ChangeSet written = database.sql(entities, connection -> {
                ChangeSet numbered = numbered(connection, set, changes.size());
                insert(connection, numbered);
                writeItems(connection, changes);
                writeHistory(connection, numbered.number(), changes);
                forgetBmcsOf(connection, changes);
                also.write(connection, numbered);
                return numbered;
            });
            AuditWriter.write(entities, audit);
            return written;
        });
        return new Commit() {
            @Override
            public ChangeSet changeSet() {
                return kept;
            }

            @Override
            public void await() {
                database.awaitDisk();
            }
        };
    }

    private static ChangeSet numbered(Connection connection, ChangeSet set, int changes) throws SQLException {
        try (var rows = connection.prepareStatement("select coalesce(max(number), 0) + 1 from change_set")
                .executeQuery()) {
            rows.next();
            return new ChangeSet(rows.getLong(1), Columns.time(set.at()), Columns.cut(set.who(), 300),
                    Columns.cut(set.origin(), 300), Columns.cut(set.title(), 1000), Columns.cut(set.why(), 2000),
                    changes, set.undoes(), Optional.empty());
        }
    }

    private static void insert(Connection connection, ChangeSet set) throws SQLException {
        try (var row = connection.prepareStatement("insert into change_set values (?, ?, ?, ?, ?, ?, ?, ?, null)")) {
            row.setLong(1, set.number());
            row.setTimestamp(2, Timestamp.from(set.at()));
            row.setString(3, set.who());
            row.setString(4, set.origin());
            row.setString(5, set.title());
            row.setString(6, set.why());
            row.setInt(7, set.changes());
            if (set.undoes().isPresent()) {
                row.setLong(8, set.undoes().get());
            } else {
                row.setNull(8, Types.BIGINT);
            }
            row.executeUpdate();
        }
        if (set.undoes().isPresent()) {
            try (var row = connection.prepareStatement("update change_set set undone_by = ? where number = ?")) {
                row.setLong(1, set.number());
                row.setLong(2, set.undoes().get());
                row.executeUpdate();
            }
        }
    }

    /** An item may be changed several times in one set: the last state counts. */
    private static void writeItems(Connection connection, List<ItemChange> changes) throws SQLException {
        try (var save = connection.prepareStatement("merge into item (id, kind, version, body) key (id) values "
                + "(?, ?, ?, ?)");
                var delete = connection.prepareStatement("delete from item where id = ?")) {
            var saves = new Batch(save);
            var deletes = new Batch(delete);
            for (ItemChange change : changes) {
                if (change.after().isEmpty()) {
                    saves.run(); // in the order of the changes
                    delete.setObject(1, change.id());
                    deletes.add();
                    continue;
                }
                deletes.run();
                Item item = change.after().get();
                save.setObject(1, item.id());
                save.setString(2, change.kind().name());
                save.setLong(3, item.version());
                save.setString(4, ItemText.of(item));
                saves.add();
            }
            saves.run();
            deletes.run();
        }
    }

    private static void writeHistory(Connection connection, long number, List<ItemChange> changes)
            throws SQLException {
        try (var row = connection.prepareStatement("insert into item_change values (?, ?, ?, ?, ?, ?)")) {
            var rows = new Batch(row);
            int position = 0;
            for (ItemChange change : changes) {
                row.setLong(1, number);
                row.setInt(2, position++);
                row.setObject(3, change.id());
                row.setString(4, change.kind().name());
                row.setString(5, change.before().map(ItemText::of).orElse(null));
                row.setString(6, change.after().map(ItemText::of).orElse(null));
                rows.add();
            }
            rows.run();
        }
    }

    private static void forgetBmcsOf(Connection connection, List<ItemChange> changes) throws SQLException {
        try (var row = connection.prepareStatement("update bmc set server = null, version = version + 1 "
                + "where server = ?")) {
            var rows = new Batch(row);
            for (ItemChange change : changes) {
                if (change.kind() == Kind.SERVER && change.after().isEmpty()) {
                    row.setObject(1, change.id());
                    rows.add();
                }
            }
            rows.run();
        }
    }

    /** Rows that go to the database some hundred at a time. */
    private static final class Batch {
        private final PreparedStatement statement;
        private int waiting;

        Batch(PreparedStatement statement) {
            this.statement = statement;
        }

        void add() throws SQLException {
            statement.addBatch();
            if (++waiting == AT_ONCE) {
                run();
            }
        }

        void run() throws SQLException {
            if (waiting > 0) {
                statement.executeBatch();
                waiting = 0;
            }
        }
    }

    @Override
    public Page<ChangeSet> changeSets(Optional<UUID> item, Optional<String> text, PageRequest page) {
        var where = new StringBuilder(" where 1 = 1");
        var values = new ArrayList<Object>();
        item.ifPresent(id -> {
            where.append(" and number in (select change_set from item_change where item = ?)");
            values.add(id);
        });
        text.map(String::strip).filter(some -> !some.isEmpty()).ifPresent(some -> {
            where.append(" and (lower(title) like ? escape '!' or lower(why) like ? escape '!' "
                    + "or lower(who) like ? escape '!')");
            String pattern = '%' + some.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%")
                    .replace("_", "!_") + '%';
            values.addAll(List.of(pattern, pattern, pattern));
        });
        return database.readSql(connection -> {
            long total = count(connection, "select count(*) from change_set" + where, values);
            try (var query = connection.prepareStatement(
                    SET_COLUMNS + where + " order by number desc offset ? rows fetch next ? rows only")) {
                int at = set(query, values);
                query.setInt(at, page.offset());
                query.setInt(at + 1, page.limit());
                var sets = new ArrayList<ChangeSet>();
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        sets.add(changeSet(rows));
                    }
                }
                return new Page<>(sets, page.offset(), total);
            }
        });
    }

    @Override
    public Optional<ChangeSet> changeSet(long number) {
        return database.readSql(connection -> {
            try (var query = connection.prepareStatement(SET_COLUMNS + " where number = ?")) {
                query.setLong(1, number);
                try (var rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(changeSet(rows)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public Page<ItemChange> changes(long number, PageRequest page) {
        return database.readSql(connection -> {
            long total = count(connection, "select count(*) from item_change where change_set = ?", List.of(number));
            try (var query = connection.prepareStatement("select change_set, item, kind, before_body, after_body "
                    + "from item_change where change_set = ? order by position offset ? rows fetch next ? rows only")) {
                query.setLong(1, number);
                query.setInt(2, page.offset());
                query.setInt(3, page.limit());
                return new Page<>(changes(query), page.offset(), total);
            }
        });
    }

    /** The texts are looked at before they are read: of a large history most concern other things. */
    @Override
    public List<ItemChange> changesOf(Set<Kind> kinds, Set<UUID> referred) {
        String marks = String.join(", ", Collections.nCopies(kinds.size(), "?"));
        Set<String> wanted = referred.stream().map(UUID::toString).collect(Collectors.toSet());
        return database.readSql(connection -> {
            try (var query = connection.prepareStatement("select change_set, item, kind, before_body, after_body from "
                    + "item_change where kind in (" + marks + ") order by change_set desc, position desc")) {
                set(query, kinds.stream().map(Kind::name).toList());
                return changes(query, row -> mentions(row.getString(4), wanted) || mentions(row.getString(5), wanted));
            }
        });
    }

    private static boolean mentions(String text, Set<String> wanted) {
        var found = text == null ? null : UUIDS.matcher(text);
        while (found != null && found.find()) {
            if (wanted.contains(found.group(1))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<ItemChange> changesAfter(Instant moment) {
        return database.readSql(connection -> {
            try (var query = connection.prepareStatement("select c.change_set, c.item, c.kind, c.before_body, "
                    + "c.after_body from item_change c join change_set s on s.number = c.change_set where s.at > ? "
                    + "order by c.change_set desc, c.position desc")) {
                query.setTimestamp(1, Timestamp.from(moment));
                return changes(query);
            }
        });
    }

    /** Decides by a row as it stands. */
    private interface Choice {
        boolean wants(ResultSet row) throws SQLException;
    }

    private static List<ItemChange> changes(PreparedStatement query) throws SQLException {
        return changes(query, _ -> true);
    }

    private static List<ItemChange> changes(PreparedStatement query, Choice choice) throws SQLException {
        var changes = new ArrayList<ItemChange>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                if (!choice.wants(rows)) {
                    continue;
                }
                String kind = rows.getString(3);
                changes.add(new ItemChange(rows.getLong(1), Kind.valueOf(kind), rows.getObject(2, UUID.class),
                        Optional.ofNullable(rows.getString(4)).map(text -> ItemText.item(kind, text)),
                        Optional.ofNullable(rows.getString(5)).map(text -> ItemText.item(kind, text))));
            }
        }
        return changes;
    }

    private static ChangeSet changeSet(ResultSet row) throws SQLException {
        return new ChangeSet(row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3), row.getString(4),
                row.getString(5), row.getString(6), row.getInt(7), Optional.ofNullable(row.getObject(8, Long.class)),
                Optional.ofNullable(row.getObject(9, Long.class)));
    }

    private static long count(Connection connection, String sql, List<?> values) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            set(query, values);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Returns the index of the next parameter. */
    private static int set(PreparedStatement query, List<?> values) throws SQLException {
        int at = 1;
        for (Object value : values) {
            query.setObject(at++, value);
        }
        return at;
    }
}

package org.dcos.server.store.power;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.power.ChassisRun;
import org.dcos.domain.power.ChassisRun.Step;
import org.dcos.domain.power.ChassisRunStore;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Orders as JSON documents, with a row of its own for each server, so that a step is one small write. */
@Component
public final class DocumentChassisRunStore implements ChassisRunStore {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int KEPT = 500;

    private final H2Database database;

    @Activate
    public DocumentChassisRunStore(@Reference H2Database database) {
        this.database = database;
    }

    @Override
    public void begin(ChassisRun run) {
        write(connection -> {
            put(connection, run);
            for (int i = 0; i < run.steps().size(); i++) {
                put(connection, run.id(), i, run.steps().get(i));
            }
            try (var row = connection.prepareStatement("delete from chassis_run where id not in "
                    + "(select id from chassis_run order by started desc fetch first ? rows only)")) {
                row.setInt(1, KEPT);
                row.executeUpdate();
            }
        });
    }

    @Override
    public void stage(ChassisRun run) {
        write(connection -> put(connection, run));
    }

    @Override
    public void step(UUID run, int position, Step step) {
        write(connection -> put(connection, run, position, step));
    }

    @Override
    public Page<ChassisRun> runs(PageRequest page) {
        return database.readSql(connection -> {
            var found = new ArrayList<ChassisRun>();
            try (var query = connection.prepareStatement("select body from chassis_run "
                    + "order by started desc, id offset ? rows fetch next ? rows only")) {
                query.setInt(1, page.offset());
                query.setInt(2, page.limit());
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.add(read(rows.getString(1), RunText.class).run());
                    }
                }
            }
            try (var rows = connection.prepareStatement("select count(*) from chassis_run").executeQuery()) {
                rows.next();
                return new Page<>(found, page.offset(), Math.max(rows.getLong(1), found.size()));
            }
        });
    }

    @Override
    public Optional<ChassisRun> run(UUID id) {
        return database.readSql(connection -> {
            try (var query = connection.prepareStatement("select body from chassis_run where id = ?")) {
                query.setObject(1, id);
                try (var rows = query.executeQuery()) {
                    return rows.next()
                            ? Optional.of(read(rows.getString(1), RunText.class).run().with(steps(connection, id)))
                            : Optional.empty();
                }
            }
        });
    }

    private static List<Step> steps(Connection connection, UUID run) throws SQLException {
        var found = new ArrayList<Step>();
        try (var query = connection.prepareStatement("select body from chassis_step where run = ? order by position")) {
            query.setObject(1, run);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows.getString(1), Step.class));
                }
            }
        }
        return found;
    }

    private static void put(Connection connection, ChassisRun run) throws SQLException {
        try (var row = connection.prepareStatement("merge into chassis_run key (id) values (?, ?, ?)")) {
            row.setObject(1, run.id());
            row.setTimestamp(2, Timestamp.from(run.started()));
            row.setString(3, MAPPER.writeValueAsString(RunText.of(run)));
            row.executeUpdate();
        }
    }

    private static void put(Connection connection, UUID run, int position, Step step) throws SQLException {
        try (PreparedStatement row = connection
                .prepareStatement("merge into chassis_step key (run, position) values (?, ?, ?)")) {
            row.setObject(1, run);
            row.setInt(2, position);
            row.setString(3, MAPPER.writeValueAsString(step));
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
            throw new IllegalStateException("An order to chassis in the database cannot be read: " + e.getMessage(),
                    e);
        }
    }
}

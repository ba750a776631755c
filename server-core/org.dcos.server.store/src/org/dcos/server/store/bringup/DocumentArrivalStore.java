package org.dcos.server.store.bringup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.dcos.domain.bringup.ArrivalStore;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Arrivals as JSON documents: they are loaded at once, and searched in memory. */
@Component
public final class DocumentArrivalStore implements ArrivalStore {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final H2Database database;

    @Activate
    public DocumentArrivalStore(@Reference H2Database database) {
        this.database = database;
    }

    @Override
    public List<Kept> arrivals() {
        return database.readSql(connection -> {
            var found = new ArrayList<Kept>();
            try (var rows = connection.prepareStatement("select body from arrival").executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows.getString(1)));
                }
            }
            return found;
        });
    }

    private static Kept read(String text) {
        try {
            return MAPPER.readValue(text, Kept.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "An arrival in the database cannot be read: it was tampered with, or is of a newer DCOS.", e);
        }
    }

    @Override
    public void save(Kept kept) {
        write(connection -> {
            try (var row = connection.prepareStatement("merge into arrival key (id) values (?, ?)")) {
                row.setObject(1, kept.arrival().id());
                row.setString(2, MAPPER.writeValueAsString(kept));
                row.executeUpdate();
            }
        });
    }

    @Override
    public void delete(UUID arrival) {
        write(connection -> {
            try (var row = connection.prepareStatement("delete from arrival where id = ?")) {
                row.setObject(1, arrival);
                row.executeUpdate();
            }
        });
    }

    @Override
    public Map<String, UUID> firstLogins() {
        return database.readSql(connection -> {
            var found = new HashMap<String, UUID>();
            try (var rows = connection.prepareStatement("select machine, credential from first_login").executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getObject(2, UUID.class));
                }
            }
            return found;
        });
    }

    @Override
    public void takeFirstLogins(Map<String, UUID> logins) {
        write(connection -> {
            try (var row = connection.prepareStatement("merge into first_login key (machine) values (?, ?)")) {
                for (var login : logins.entrySet()) {
                    row.setString(1, login.getKey());
                    row.setObject(2, login.getValue());
                    row.addBatch();
                }
                row.executeBatch();
            }
        });
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
}

package org.dcos.server.store.bmc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmcsetup.BmcDetails;
import org.dcos.domain.bmcsetup.BmcParts;
import org.dcos.domain.bmcsetup.BmcSetupStore;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What was read of BMCs and is about to be done with them, as JSON documents. They go with the BMC's record. */
@Component
public final class DocumentBmcSetupStore implements BmcSetupStore {

    private static final String MERGE = """
            merge into %s (bmc, %s) key (bmc) select id, cast(? as varchar) from bmc where id = ?""";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final H2Database database;

    @Activate
    public DocumentBmcSetupStore(@Reference H2Database database) {
        this.database = database;
    }

    @Override
    public List<BmcDetails> details() {
        return all("select details from bmc_reading where details is not null", BmcDetails.class);
    }

    @Override
    public Optional<BmcDetails> details(UUID bmc) {
        return one("select details from bmc_reading where bmc = ? and details is not null", bmc, BmcDetails.class);
    }

    @Override
    public Optional<BmcParts> parts(UUID bmc) {
        return one("select parts from bmc_reading where bmc = ? and parts is not null", bmc, BmcParts.class);
    }

    @Override
    public List<Intent> intents() {
        return all("select body from bmc_intent", Intent.class);
    }

    @Override
    public void save(BmcDetails details) {
        merge("bmc_reading", "details", details.bmc(), MAPPER.writeValueAsString(details));
    }

    @Override
    public void save(BmcParts parts) {
        merge("bmc_reading", "parts", parts.bmc(), MAPPER.writeValueAsString(parts));
    }

    @Override
    public void save(Intent intent) {
        merge("bmc_intent", "body", intent.bmc(), MAPPER.writeValueAsString(intent));
    }

    @Override
    public void settle(UUID bmc) {
        write(connection -> {
            try (var row = connection.prepareStatement("delete from bmc_intent where bmc = ?")) {
                row.setObject(1, bmc);
                row.executeUpdate();
            }
        });
    }

    /** A BMC that is gone meanwhile keeps nothing. */
    private void merge(String table, String column, UUID bmc, String text) {
        write(connection -> {
            try (var row = connection.prepareStatement(MERGE.formatted(table, column))) {
                row.setString(1, text);
                row.setObject(2, bmc);
                row.executeUpdate();
            }
        });
    }

    private <T> List<T> all(String sql, Class<T> type) {
        return database.readSql(connection -> {
            var found = new ArrayList<T>();
            try (var rows = connection.prepareStatement(sql).executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows.getString(1), type));
                }
            }
            return found;
        });
    }

    private <T> Optional<T> one(String sql, UUID bmc, Class<T> type) {
        return database.readSql(connection -> {
            try (var query = connection.prepareStatement(sql)) {
                query.setObject(1, bmc);
                try (var rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(read(rows.getString(1), type)) : Optional.empty();
                }
            }
        });
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "What is kept of a BMC cannot be read: it was tampered with, or is of a newer DCOS.", e);
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
}

package org.dcos.server.store.bmc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.bmc.BmcProtocol;
import org.dcos.domain.bmc.BmcProtocol.Redfish;
import org.dcos.domain.bmc.BmcProtocolStore;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** By what BMCs are spoken with, a row each. */
@Component
public final class SqlBmcProtocolStore implements BmcProtocolStore {

    private final H2Database database;

    @Activate
    public SqlBmcProtocolStore(@Reference H2Database database) {
        this.database = database;
    }

    @Override
    public List<BmcProtocol> protocols() {
        return database.readSql(connection -> {
            var found = new ArrayList<BmcProtocol>();
            try (var rows = connection
                    .prepareStatement("select address, port, redfish_port, certificate, asked from bmc_protocol")
                    .executeQuery()) {
                while (rows.next()) {
                    String certificate = rows.getString(4);
                    found.add(new BmcProtocol(rows.getString(1), rows.getInt(2),
                            certificate == null ? Optional.empty()
                                    : Optional.of(new Redfish(rows.getInt(3), certificate)),
                            rows.getTimestamp(5).toInstant()));
                }
            }
            return found;
        });
    }

    @Override
    public void keep(BmcProtocol protocol) {
        write(connection -> {
            try (var row = connection
                    .prepareStatement("merge into bmc_protocol key (address, port) values (?, ?, ?, ?, ?)")) {
                row.setString(1, protocol.address());
                row.setInt(2, protocol.port());
                if (protocol.redfish().isPresent()) {
                    row.setInt(3, protocol.redfish().get().port());
                    row.setString(4, protocol.redfish().get().certificate());
                } else {
                    row.setNull(3, Types.INTEGER);
                    row.setNull(4, Types.VARCHAR);
                }
                row.setTimestamp(5, Timestamp.from(protocol.asked()));
                row.executeUpdate();
            }
        });
    }

    @Override
    public void forget(String address, int port) {
        write(connection -> {
            try (var row = connection.prepareStatement("delete from bmc_protocol where address = ? and port = ?")) {
                row.setString(1, address);
                row.setInt(2, port);
                row.executeUpdate();
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

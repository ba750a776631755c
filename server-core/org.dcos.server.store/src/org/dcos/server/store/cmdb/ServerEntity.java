package org.dcos.server.store.cmdb;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Server;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The row of a {@link Server}. The four columns of the mounting are all set, or all null. */
@Entity
@Table(name = "server")
class ServerEntity implements Kept<Server> {
    @Id @Column(columnDefinition = "UUID") UUID id;
    @Version long version;
    String name;
    String serial;
    @Column(name = "asset_tag") String assetTag;
    String manufacturer;
    String model;
    String owner;
    @Column(columnDefinition = "UUID") UUID rack;
    @Column(name = "lowest_unit") Integer lowestUnit;
    @Column(name = "height_units") Integer heightUnits;
    @Enumerated(EnumType.STRING) Face face;
    @Enumerated(EnumType.STRING) LifecycleState state;

    static ServerEntity of(Server server) {
        var row = new ServerEntity();
        row.id = server.id();
        row.take(server);
        return row;
    }

    @Override
    public void take(Server server) {
        name = server.name();
        serial = server.serial();
        assetTag = server.assetTag().orElse(null);
        manufacturer = server.manufacturer();
        model = server.model();
        owner = server.owner();
        rack = server.mounting().map(Mounting::rack).orElse(null);
        lowestUnit = server.mounting().map(Mounting::lowestUnit).orElse(null);
        heightUnits = server.mounting().map(Mounting::heightUnits).orElse(null);
        face = server.mounting().map(Mounting::face).orElse(null);
        state = server.state();
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Server toRecord() {
        return new Server(id, version, name, serial, Optional.ofNullable(assetTag), manufacturer, model, owner,
                rack == null ? Optional.empty() : Optional.of(new Mounting(rack, lowestUnit, heightUnits, face)),
                state);
    }
}

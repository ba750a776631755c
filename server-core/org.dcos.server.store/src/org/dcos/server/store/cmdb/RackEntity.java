package org.dcos.server.store.cmdb;

import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.cmdb.Rack;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The row of a {@link Rack}. */
@Entity
@Table(name = "rack")
class RackEntity implements Kept<Rack> {
    @Id @Column(columnDefinition = "UUID") UUID id;
    @Version long version;
    @Column(columnDefinition = "UUID") UUID room;
    @Column(name = "row_name") String row;
    String name;
    @Column(name = "height_units") int heightUnits;
    @Column(name = "power_budget_watts") Integer powerBudgetWatts;

    static RackEntity of(Rack rack) {
        var row = new RackEntity();
        row.id = rack.id();
        row.take(rack);
        return row;
    }

    @Override
    public void take(Rack rack) {
        room = rack.room();
        row = rack.row();
        name = rack.name();
        heightUnits = rack.heightUnits();
        powerBudgetWatts = rack.powerBudgetWatts().isPresent() ? rack.powerBudgetWatts().getAsInt() : null;
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
    public Rack toRecord() {
        return new Rack(id, version, room, row, name, heightUnits,
                powerBudgetWatts == null ? OptionalInt.empty() : OptionalInt.of(powerBudgetWatts));
    }
}

package org.dcos.server.store.cmdb;

import java.util.UUID;

import org.dcos.domain.cmdb.Idc;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The row of an {@link Idc}. */
@Entity
@Table(name = "idc")
class IdcEntity implements Kept<Idc> {
    @Id @Column(columnDefinition = "UUID") UUID id;
    @Version long version;
    String name;

    static IdcEntity of(Idc idc) {
        var row = new IdcEntity();
        row.id = idc.id();
        row.take(idc);
        return row;
    }

    @Override
    public void take(Idc idc) {
        name = idc.name();
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
    public Idc toRecord() {
        return new Idc(id, version, name);
    }
}

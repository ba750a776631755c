package org.dcos.server.store.cmdb;

import java.util.UUID;

import org.dcos.domain.cmdb.Room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The row of a {@link Room}. */
@Entity
@Table(name = "room")
class RoomEntity implements Kept<Room> {
    @Id @Column(columnDefinition = "UUID") UUID id;
    @Version long version;
    @Column(columnDefinition = "UUID") UUID idc;
    String name;

    static RoomEntity of(Room room) {
        var row = new RoomEntity();
        row.id = room.id();
        row.take(room);
        return row;
    }

    @Override
    public void take(Room room) {
        idc = room.idc();
        name = room.name();
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
    public Room toRecord() {
        return new Room(id, version, idc, name);
    }
}

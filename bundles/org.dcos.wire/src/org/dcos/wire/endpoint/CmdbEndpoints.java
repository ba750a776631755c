package org.dcos.wire.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.baseline.BaselineFile;
import org.dcos.domain.baseline.BaselineReport;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.Endpoint.Filling;

import tools.jackson.core.type.TypeReference;

/** The CMDB: places, servers and their baselines. */
public final class CmdbEndpoints {

    public record ListIdcs(Optional<String> name, PageRequest page) {}

    public record NewIdc(Idc body) {}

    public record SaveIdc(UUID id, Idc body) {}

    public record ListRooms(Optional<UUID> idc, Optional<String> name, PageRequest page) {}

    public record NewRoom(Room body) {}

    public record SaveRoom(UUID id, Room body) {}

    public record ListRacks(Optional<UUID> room, Optional<String> name, PageRequest page) {}

    public record NewRack(Rack body) {}

    public record SaveRack(UUID id, Rack body) {}

    public record ListServers(ServerFilter filter, PageRequest page) {}

    public record NewServer(Server body) {}

    public record SaveServer(UUID id, Server body) {}

    public record TakeBaseline(String name, boolean dryRun, byte[] body) {}

    public static final Endpoint<ListIdcs, Page<Idc>> LIST_IDCS = Endpoint.get("list-idcs", "/idcs", ListIdcs.class,
            new TypeReference<>() {}, "Lists the data centres, by name.",
            (core, q) -> q.name().isEmpty() ? core.inventory().idcs(q.page())
                    : Lists.matching(core.inventory()::idcs, i -> i.name().equals(q.name().get()), q.page()));

    public static final Endpoint<NewIdc, Idc> CREATE_IDC = Endpoint.post("create-idc", "/idcs", NewIdc.class, Idc.class,
            "Creates a data centre.", (core, q) -> core.inventory().save(q.body())).fills(Filling.NEW_ID).succeeds(201);

    public static final Endpoint<SaveIdc, Idc> SAVE_IDC = Endpoint
            .put("save-idc", "/idcs/{id}", SaveIdc.class, Idc.class,
                    "Changes a data centre; version 0 creates it.", (core, q) -> core.inventory().save(q.body()))
            .fills(Filling.ID_OF_PATH);

    public static final Endpoint<ById, Void> DELETE_IDC = Endpoint.delete("delete-idc", "/idcs/{id}",
            "Deletes a data centre that has no room.", (core, id) -> core.inventory().deleteIdc(id));

    public static final Endpoint<ListRooms, Page<Room>> LIST_ROOMS = Endpoint.get("list-rooms", "/rooms",
            ListRooms.class,
            new TypeReference<>() {}, "Lists the rooms, by name.",
            (core, q) -> q.name().isEmpty() ? core.inventory().rooms(q.idc(), q.page())
                    : Lists.matching(p -> core.inventory().rooms(q.idc(), p), r -> r.name().equals(q.name().get()),
                            q.page()));

    public static final Endpoint<NewRoom, Room> CREATE_ROOM = Endpoint
            .post("create-room", "/rooms", NewRoom.class, Room.class,
                    "Creates a room.", (core, q) -> core.inventory().save(q.body()))
            .fills(Filling.NEW_ID).succeeds(201);

    public static final Endpoint<SaveRoom, Room> SAVE_ROOM = Endpoint
            .put("save-room", "/rooms/{id}", SaveRoom.class, Room.class,
                    "Changes a room; version 0 creates it.", (core, q) -> core.inventory().save(q.body()))
            .fills(Filling.ID_OF_PATH);

    public static final Endpoint<ById, Void> DELETE_ROOM = Endpoint.delete("delete-room", "/rooms/{id}",
            "Deletes a room that has no rack.", (core, id) -> core.inventory().deleteRoom(id));

    public static final Endpoint<ListRacks, Page<Rack>> LIST_RACKS = Endpoint.get("list-racks", "/racks",
            ListRacks.class,
            new TypeReference<>() {}, "Lists the racks, by name.",
            (core, q) -> q.name().isEmpty() ? core.inventory().racks(q.room(), q.page())
                    : Lists.matching(p -> core.inventory().racks(q.room(), p), r -> r.name().equals(q.name().get()),
                            q.page()));

    public static final Endpoint<NewRack, Rack> CREATE_RACK = Endpoint
            .post("create-rack", "/racks", NewRack.class, Rack.class,
                    "Creates a rack.", (core, q) -> core.inventory().save(q.body()))
            .fills(Filling.NEW_ID).succeeds(201);

    public static final Endpoint<SaveRack, Rack> SAVE_RACK = Endpoint
            .put("save-rack", "/racks/{id}", SaveRack.class, Rack.class,
                    "Changes a rack; version 0 creates it.", (core, q) -> core.inventory().save(q.body()))
            .fills(Filling.ID_OF_PATH);

    public static final Endpoint<ById, Void> DELETE_RACK = Endpoint.delete("delete-rack", "/racks/{id}",
            "Deletes an empty rack.", (core, id) -> core.inventory().deleteRack(id));

    public static final Endpoint<ListServers, Page<Server>> LIST_SERVERS = Endpoint.get("list-servers", "/servers",
            ListServers.class, new TypeReference<>() {}, "Lists the servers, by name.",
            (core, q) -> core.inventory().servers(q.filter(), q.page()));

    public static final Endpoint<ById, Server> GET_SERVER = Endpoint.get("get-server", "/servers/{id}", ById.class,
            Server.class, "One server.", (core, q) -> core.inventory().server(q.id()));

    public static final Endpoint<NewServer, Server> CREATE_SERVER = Endpoint
            .post("create-server", "/servers", NewServer.class,
                    Server.class, "Creates a server.", (core, q) -> core.inventory().save(q.body()))
            .fills(Filling.NEW_ID).succeeds(201);

    public static final Endpoint<SaveServer, Server> SAVE_SERVER = Endpoint
            .put("save-server", "/servers/{id}", SaveServer.class,
                    Server.class, "Changes a server; version 0 creates it.",
                    (core, q) -> core.inventory().save(q.body()))
            .fills(Filling.ID_OF_PATH);

    public static final Endpoint<ById, Void> DELETE_SERVER = Endpoint.delete("delete-server", "/servers/{id}",
            "Deletes a server; its series and audit entries stay.", (core, id) -> core.inventory().deleteServer(id));

    public static final Endpoint<TakeBaseline, BaselineReport> TAKE_BASELINE = Endpoint.post("take-baseline",
            "/baselines",
            TakeBaseline.class, BaselineReport.class,
            "Takes a baseline file, all rows or none; with dry-run it is only checked. "
                    + "The body is the CSV or XLSX file.",
            (core, q) -> {
                var file = new BaselineFile(q.name(), q.body());
                return q.dryRun() ? core.baselines().check(file) : core.baselines().take(file);
            }).takes(BaselineFile.MAX_BYTES);

    static List<Endpoint<?, ?>> all() {
        return List.of(LIST_IDCS, CREATE_IDC, SAVE_IDC, DELETE_IDC, LIST_ROOMS, CREATE_ROOM, SAVE_ROOM, DELETE_ROOM,
                LIST_RACKS,
                CREATE_RACK, SAVE_RACK, DELETE_RACK, LIST_SERVERS, GET_SERVER, CREATE_SERVER, SAVE_SERVER,
                DELETE_SERVER,
                TAKE_BASELINE);
    }

    private CmdbEndpoints() {}
}

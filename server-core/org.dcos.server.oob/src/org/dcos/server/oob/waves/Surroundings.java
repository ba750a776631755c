package org.dcos.server.oob.waves;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Business;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.impact.ImpactGraph;
import org.dcos.domain.power.Waves;
import org.dcos.domain.problem.Problem;

/** The places, feeds and businesses of the records, as they are when a plan is made. */
final class Surroundings {

    private final Map<UUID, Rack> racks = new HashMap<>();
    private final Map<UUID, Room> rooms = new HashMap<>();
    private final Map<UUID, Idc> idcs = new HashMap<>();
    private final Map<UUID, PowerFeed> feeds = new HashMap<>();
    private final Map<UUID, String> businesses = new HashMap<>();

    Surroundings(InventoryStore places, Records records) throws Problem {
        places.racks().forEach(rack -> racks.put(rack.id(), rack));
        places.rooms().forEach(room -> rooms.put(room.id(), room));
        places.idcs().forEach(idc -> idcs.put(idc.id(), idc));
        for (PowerFeed feed : all(records, PowerFeed.class)) {
            feeds.put(feed.id(), feed);
        }
        for (Business business : all(records, Business.class)) {
            businesses.put(business.id(), business.name());
        }
    }

    private static <T extends Item> List<T> all(Records records, Class<T> type) throws Problem {
        var found = new ArrayList<T>();
        Page<T> page;
        do {
            page = records.list(type, ItemFilter.NONE, new PageRequest(found.size(), PageRequest.MAX_LIMIT));
            found.addAll(page.items());
        } while (!page.items().isEmpty() && found.size() < page.total());
        return found;
    }

    Optional<Rack> rack(Server server) {
        return server.mounting().map(Mounting::rack).flatMap(id -> Optional.ofNullable(racks.get(id)));
    }

    private Optional<Room> room(Server server) {
        return rack(server).flatMap(rack -> Optional.ofNullable(rooms.get(rack.room())));
    }

    /** To be sorted by: IDC, room, rack, unit from the bottom. */
    String order(Server server) {
        return Candidate
                .sortable(String.join("\n", room(server).map(Room::idc).map(idcs::get).map(Idc::name).orElse(""),
                        room(server).map(Room::name).orElse(""), rack(server).map(Rack::name).orElse(""))
                        + server.mounting().map(mounting -> "\n%06.1f".formatted(mounting.lowestUnit())).orElse(""));
    }

    String business(Server server) {
        return server.business().map(id -> businesses.getOrDefault(id, "")).orElse("");
    }

    /** What the server has in common with the others of its waves; empty when nothing is known. */
    String group(Server server, Waves waves, Optional<ImpactGraph> around) {
        return switch (waves.by()) {
            case NONE -> "";
            case RACK -> rack(server).map(rack -> String.join(" / ", room(server).map(Room::name).orElse(""),
                    rack.name())).orElse("");
            case FEED -> sides(server, around);
            case LABEL -> server.labels().getOrDefault(waves.label().strip(), "");
            case BUSINESS -> business(server);
        };
    }

    /** {@code A}, {@code B}, {@code A+B}: by the cables where they are recorded, else by the feeds of the rack. */
    private String sides(Server server, Optional<ImpactGraph> around) {
        var sides = new TreeSet<String>();
        around.ifPresent(graph -> graph.things().stream()
                .filter(thing -> thing.kind() == Kind.POWER_FEED && thing.hit().isEmpty())
                .map(thing -> Optional.ofNullable(feeds.get(thing.id()))).flatMap(Optional::stream)
                .forEach(feed -> sides.add(side(feed))));
        if (sides.isEmpty()) {
            feeds.values().stream().filter(feed -> feed.rack().isPresent()
                    && feed.rack().equals(rack(server).map(Rack::id))).forEach(feed -> sides.add(side(feed)));
        }
        return String.join("+", sides);
    }

    private static String side(PowerFeed feed) {
        return feed.side().isBlank() ? feed.name() : feed.side().strip();
    }
}

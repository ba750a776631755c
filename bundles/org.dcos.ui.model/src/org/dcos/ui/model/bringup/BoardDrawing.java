package org.dcos.ui.model.bringup;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.ui.model.bringup.BoardSight.Machine;
import org.dcos.ui.model.bringup.BoardSight.RackOf;
import org.dcos.ui.model.bringup.BoardSight.Todo;
import org.dcos.ui.model.bringup.BoardSight.Told;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.rack.RackSight.Line;
import org.dcos.ui.model.text.NaturalOrder;
import org.dcos.ui.model.text.Texts;

/** Makes the sight of the board: a pure function of estate, arrivals, filter and time. */
final class BoardDrawing {

    /** Older events are looked up at the machine itself. */
    private static final int MOST_TOLD = 300;

    private final Texts texts;
    private final ArrivalWords words;
    private final DateTimeFormatter clock;
    private final ZoneId zone;

    BoardDrawing(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.words = new ArrivalWords(texts);
        this.zone = zone;
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
    }

    /** What the parts of the sight are made of. */
    private record Material(Estate estate, Map<UUID, Arrival> byServer, Instant now) {}

    BoardSight sight(Estate estate, Collection<Arrival> arrivals, BoardFilter filter, Instant now) {
        var byServer = new HashMap<UUID, Arrival>();
        for (var arrival : arrivals) {
            arrival.server().filter(estate.servers()::containsKey).ifPresent(server -> byServer.merge(server, arrival,
                    (one, other) -> one.changed().isAfter(other.changed()) ? one : other));
        }
        var material = new Material(estate, byServer, now);
        var racks = racks(estate, byServer, filter).stream().map(rack -> rack(material, rack)).toList();
        var shown = new HashMap<UUID, Boolean>();
        racks.forEach(rack -> rack.machines().forEach(
                machine -> machine.arrival().ifPresent(arrival -> shown.put(arrival, true))));
        var lane = arrivals.stream().filter(arrival -> !shown.containsKey(arrival.id()))
                .filter(arrival -> unplaced(estate, byServer, arrival))
                .sorted(Comparator.comparing((Arrival arrival) -> arrival.trouble().isEmpty())
                        .thenComparing(Arrival::seen))
                .map(arrival -> unmatched(arrival, now)).toList();
        lane.forEach(machine -> machine.arrival().ifPresent(arrival -> shown.put(arrival, true)));
        var seen = arrivals.stream().filter(arrival -> shown.containsKey(arrival.id())).toList();
        var counts = new EnumMap<Way, Integer>(Way.class);
        racks.forEach(rack -> rack.machines().stream().filter(machine -> !machine.troubled())
                .forEach(machine -> counts.merge(machine.way(), 1, Integer::sum)));
        lane.stream().filter(machine -> !machine.troubled())
                .forEach(machine -> counts.merge(machine.way(), 1, Integer::sum));
        return new BoardSight(title(estate, filter), racks, lane, counts,
                (int) seen.stream().filter(arrival -> arrival.trouble().isPresent()).count(),
                todo(material, seen), story(material, seen));
    }

    /** Without a server that stands in a rack, or beside the one that stands there for the same server. */
    private static boolean unplaced(Estate estate, Map<UUID, Arrival> byServer, Arrival arrival) {
        var server = arrival.server().flatMap(id -> Optional.ofNullable(estate.servers().get(id)));
        boolean racked = server.flatMap(Server::mounting).filter(mounting -> estate.racks().containsKey(mounting
                .rack())).isPresent();
        return !racked || !arrival.equals(byServer.get(server.orElseThrow().id()));
    }

    private static List<Rack> racks(Estate estate, Map<UUID, Arrival> byServer, BoardFilter filter) {
        return estate.racks().values().stream().filter(rack -> switch (filter) {
            case BoardFilter.OnTheirWay _ -> estate.inRack(rack.id()).stream().anyMatch(server -> byServer.containsKey(
                    server.id()) || onItsWay(server));
            case BoardFilter.OfRoom(var room) -> rack.room().equals(room);
            case BoardFilter.OfRack(var id) -> rack.id().equals(id);
        }).sorted(Comparator.comparing((Rack rack) -> room(estate, rack), NaturalOrder.INSTANCE)
                .thenComparing(Rack::row, NaturalOrder.INSTANCE)
                .thenComparingInt(rack -> rack.place().orElse(0))
                .thenComparing(Rack::name, NaturalOrder.INSTANCE)).toList();
    }

    private static boolean onItsWay(Server server) {
        return switch (Way.of(server.state())) {
            case PLANNED, SEEN, IDENTIFIED, ACCEPTED -> true;
            case AVAILABLE, OTHER -> false;
        };
    }

    private String title(Estate estate, BoardFilter filter) {
        return switch (filter) {
            case BoardFilter.OnTheirWay _ -> texts.get("bringup.all");
            case BoardFilter.OfRoom(var room) -> Optional.ofNullable(estate.rooms().get(room))
                    .map(its -> roomTitle(estate, its)).orElseGet(() -> texts.get("bringup.all"));
            case BoardFilter.OfRack(var rack) -> Optional.ofNullable(estate.racks().get(rack))
                    .map(its -> its.name() + " · " + room(estate, its)).orElseGet(() -> texts.get("bringup.all"));
        };
    }

    static String roomTitle(Estate estate, Room room) {
        return room.name() + Optional.ofNullable(estate.idcs().get(room.idc())).map(idc -> " · " + idc.name())
                .orElse("");
    }

    private static String room(Estate estate, Rack rack) {
        return Optional.ofNullable(estate.rooms().get(rack.room())).map(room -> roomTitle(estate, room)).orElse("");
    }

    private RackOf rack(Material material, Rack rack) {
        var machines = material.estate().inRack(rack.id()).stream().filter(server -> server.mounting()
                .filter(mounting -> !mounting.zeroUnit()).isPresent())
                .map(server -> machine(material, server)).toList();
        long wanted = machines.stream().filter(machine -> machine.way() != Way.OTHER).count();
        long done = machines.stream().filter(machine -> machine.way() == Way.AVAILABLE).count();
        String row = rack.row().isEmpty() ? room(material.estate(), rack)
                : texts.get("places.row", rack.row()) + " · " + room(material.estate(), rack);
        return new RackOf(rack.id(), rack.name(), row, rack.heightUnits(), rack.descending(),
                wanted == 0 ? "" : texts.get("bringup.pool", done, wanted),
                machines.stream().anyMatch(Machine::troubled), machines);
    }

    private Machine machine(Material material, Server server) {
        var arrival = Optional.ofNullable(material.byServer().get(server.id()));
        var way = arrival.map(its -> Way.of(its.stage())).filter(its -> its != Way.AVAILABLE
                || Way.of(server.state()) != Way.OTHER).orElseGet(() -> Way.of(server.state()));
        var trouble = arrival.flatMap(Arrival::trouble);
        String word = trouble.isPresent() ? words.word(arrival.orElseThrow())
                : way == Way.OTHER ? texts.of("lifecycle", server.state()) : words.word(way);
        return new Machine(server.id().toString(), Optional.of(server.id()), arrival.map(Arrival::id), server.name(),
                way, word, trouble.isPresent(), trouble.map(words::sentence).orElse(""),
                trouble.map(words::cure).orElse(""), server.mounting(), facts(Optional.of(server), arrival,
                        material.now()));
    }

    private Machine unmatched(Arrival arrival, Instant now) {
        String reason = arrival.trouble().map(words::sentence)
                .orElseGet(() -> arrival.address() + (arrival.found().isEmpty() ? ""
                        : " · " + words.evidence(arrival
                                .found())));
        return new Machine(arrival.id().toString(), Optional.empty(), Optional.of(arrival.id()), words.name(arrival),
                Way.of(arrival.stage()), words.word(arrival), arrival.trouble().isPresent(), reason,
                arrival.trouble().map(words::cure).orElse(""), Optional.empty(), facts(Optional.empty(),
                        Optional.of(arrival), now));
    }

    private List<Line> facts(Optional<Server> server, Optional<Arrival> arrival, Instant now) {
        var facts = new ArrayList<Line>();
        server.ifPresent(its -> {
            fact(facts, "hover.model", (its.manufacturer() + " " + its.model()).strip());
            fact(facts, "hover.serial", its.serial());
        });
        arrival.ifPresent(its -> {
            its.identity().ifPresent(identity -> {
                fact(facts, "bringup.told.model", (identity.manufacturer() + " " + identity.model()).strip());
                fact(facts, "bringup.told.serial", identity.serial());
            });
            fact(facts, "bringup.mac", its.mac());
            fact(facts, "bringup.address", its.address());
            fact(facts, "bringup.doing", its.trouble().isEmpty() ? words.doing(its) : "");
            fact(facts, "bringup.since", clock.format(its.changed().isAfter(now) ? now : its.changed()));
        });
        return facts;
    }

    private void fact(List<Line> facts, String key, String value) {
        if (!value.isBlank()) {
            facts.add(new Line(texts.get(key), value));
        }
    }

    private List<Todo> todo(Material material, List<Arrival> arrivals) {
        return arrivals.stream().filter(arrival -> arrival.trouble().isPresent())
                .sorted(Comparator.comparing((Arrival arrival) -> !arrival.trouble().orElseThrow().quarantine())
                        .thenComparing(Arrival::changed))
                .map(arrival -> {
                    var trouble = arrival.trouble().orElseThrow();
                    var server = server(material, arrival);
                    return new Todo(id(material, arrival), server.map(Server::name).orElseGet(() -> words.name(
                            arrival)), server.flatMap(Server::mounting).map(
                                    mounting -> place(material.estate(),
                                            mounting))
                                    .orElseGet(arrival::address),
                            texts.of("bringup.cause", trouble.cause()), words.sentence(trouble), words.cure(trouble),
                            words.next(trouble, material.now()), trouble.quarantine());
                }).toList();
    }

    private static String place(Estate estate, Mounting mounting) {
        return Optional.ofNullable(estate.racks().get(mounting.rack())).map(rack -> rack.name() + " ").orElse("")
                + "U" + mounting.lowest();
    }

    private static Optional<Server> server(Material material, Arrival arrival) {
        return arrival.server().flatMap(id -> Optional.ofNullable(material.estate().servers().get(id)))
                .filter(server -> server.mounting().isPresent()
                        && arrival.equals(material.byServer().get(server.id())));
    }

    private static String id(Material material, Arrival arrival) {
        return server(material, arrival).map(server -> server.id().toString())
                .orElseGet(() -> arrival.id().toString());
    }

    /** An event before its words. */
    private record Happened(Instant at, Arrival arrival, String what, String evidence, Mark mark) {}

    private List<Told> story(Material material, List<Arrival> arrivals) {
        var all = new ArrayList<Happened>();
        for (var arrival : arrivals) {
            all.add(new Happened(arrival.seen(), arrival, texts.get("bringup.told.seen"), arrival.found(), Mark.OFF));
            for (var step : arrival.steps()) {
                if (step.done() && step.at().isPresent()) {
                    all.add(new Happened(step.at().get(), arrival, texts.of("bringup.done", step.kind()),
                            step.evidence(), Mark.WELL));
                }
            }
            arrival.trouble().ifPresent(trouble -> all.add(new Happened(arrival.changed(), arrival,
                    texts.of("bringup.cause", trouble.cause()), trouble.sentence(), Mark.CRITICAL)));
        }
        return all.stream().sorted(Comparator.comparing(Happened::at).reversed()).limit(MOST_TOLD)
                .map(one -> new Told(id(material, one.arrival()), time(one.at(), material.now()),
                        server(material, one.arrival()).map(Server::name).orElseGet(() -> words.name(one.arrival())),
                        one.what(), words.evidence(one.evidence()), one.mark()))
                .toList();
    }

    private String time(Instant at, Instant now) {
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? clock.format(at) : DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(zone).format(at);
    }
}

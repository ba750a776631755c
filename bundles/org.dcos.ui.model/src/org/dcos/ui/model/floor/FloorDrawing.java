package org.dcos.ui.model.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.ui.model.capacity.GaugeSight;
import org.dcos.ui.model.capacity.Gauges;
import org.dcos.ui.model.capacity.Load;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.floor.FloorSight.RackTile;
import org.dcos.ui.model.floor.FloorSight.Row;
import org.dcos.ui.model.rack.RackSight.Line;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.text.Ages;
import org.dcos.ui.model.text.AlertWords;
import org.dcos.ui.model.text.NaturalOrder;
import org.dcos.ui.model.text.Texts;

/** Makes the sight of a room: a pure function of estate, capacities and time. */
final class FloorDrawing {

    private final Texts texts;
    private final Ages ages;
    private final AlertWords alerts;
    private final Gauges gauges;

    FloorDrawing(Texts texts) {
        this.texts = texts;
        this.ages = new Ages(texts);
        this.alerts = new AlertWords(texts);
        this.gauges = new Gauges(texts);
    }

    /** The room to show for a place; of an IDC, the first room that has racks. */
    static Optional<UUID> room(Estate estate, Selected place) {
        return switch (place) {
            case Selected.Nothing _ -> Optional.empty();
            case Selected.OfIdc(var idc) -> rooms(estate).stream().filter(room -> room.idc().equals(idc))
                    .min(Comparator.comparing((Room room) -> estate.racks().values().stream()
                            .noneMatch(rack -> rack.room().equals(room.id()))))
                    .map(Room::id);
            case Selected.OfRoom(var room) -> Optional.of(room).filter(estate.rooms()::containsKey);
            case Selected.OfRow(var room, _) -> Optional.of(room).filter(estate.rooms()::containsKey);
            case Selected.OfRack(var rack) -> Optional.ofNullable(estate.racks().get(rack)).map(Rack::room);
            case Selected.OfServer(var server) -> Optional.ofNullable(estate.servers().get(server))
                    .flatMap(Server::mounting).map(mounting -> estate.racks().get(mounting.rack())).map(Rack::room);
        };
    }

    /** All rooms, by data centre and name. */
    static List<Room> rooms(Estate estate) {
        return estate.rooms().values().stream().sorted(Comparator
                .comparing((Room room) -> idc(estate, room), NaturalOrder.INSTANCE)
                .thenComparing(Room::name, NaturalOrder.INSTANCE)).toList();
    }

    static String title(Estate estate, Room room) {
        return room.name() + " · " + idc(estate, room);
    }

    private static String idc(Estate estate, Room room) {
        return Optional.ofNullable(estate.idcs().get(room.idc())).map(Idc::name).orElse("");
    }

    FloorSight sight(Estate estate, Map<UUID, RackCapacity> capacities, UUID id, Instant now) {
        var room = estate.rooms().get(id);
        if (room == null) {
            return FloorSight.NONE;
        }
        var racks = estate.racks().values().stream().filter(rack -> rack.room().equals(id)).toList();
        var worst = estate.worstAlerts();
        var loads = new HashMap<UUID, Load>();
        for (Rack rack : racks) {
            Optional.ofNullable(capacities.get(rack.id()))
                    .ifPresent(capacity -> loads.put(rack.id(), Load.of(capacity, estate)));
        }
        var rows = new ArrayList<Row>();
        for (var line : FloorPlan.of(racks).lines()) {
            rows.add(new Row(line.row(), line.row().isEmpty() ? "" : texts.get("places.row", line.row()),
                    rows.size() % 2 == 1, line.spots().stream().map(spot -> spot.map(rack -> tile(estate, rack,
                            Optional.ofNullable(loads.get(rack.id())), worst, now))).toList()));
        }
        return new FloorSight(Optional.of(id), title(estate, room), rows, loads);
    }

    private RackTile tile(Estate estate, Rack rack, Optional<Load> load, Map<UUID, Alert> worst, Instant now) {
        var servers = estate.inRack(rack.id());
        var mark = Mark.NONE;
        Optional<Server> bad = Optional.empty();
        Optional<Instant> oldest = Optional.empty();
        OptionalDouble watts = OptionalDouble.empty();
        for (Server server : servers) {
            var its = estate.mark(server, Optional.ofNullable(worst.get(server.id())), now);
            if (bad.isEmpty() || its.compareTo(mark) > 0) {
                bad = Optional.of(server);
            }
            mark = mark.worse(its);
            var status = estate.status(server.id());
            var at = status.powerAsOf();
            oldest = at.isPresent() && oldest.filter(old -> !at.get().isBefore(old)).isEmpty() ? at : oldest;
            watts = status.powerWatts().isPresent() ? OptionalDouble.of(watts.orElse(0) + status.powerWatts().get())
                    : watts;
        }
        double used = load.map(its -> its.usedUnits() + its.keptUnits()).orElseGet(() -> servers.stream()
                .mapToDouble(server -> server.mounting().orElseThrow().heightUnits()).sum());
        return new RackTile(rack.id(), rack.name(), mark, texts.of("floor.state", mark), (int) Math.ceil(used),
                rack.heightUnits(), watts, budget(rack, load), oldest.map(at -> Duration.between(at, now)),
                ages.since(oldest, now), why(bad, worst), facts(servers.size(), load, oldest, now));
    }

    private static OptionalDouble budget(Rack rack, Optional<Load> load) {
        long sum = load.map(its -> its.budget().sum()).orElse((long) rack.powerBudgetWatts().orElse(0));
        return sum > 0 ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }

    private String why(Optional<Server> bad, Map<UUID, Alert> worst) {
        return bad.flatMap(server -> Optional.ofNullable(worst.get(server.id()))
                .map(alert -> texts.get("floor.why", server.name(), alerts.what(alert)))).orElse("");
    }

    private List<Line> facts(int servers, Optional<Load> load, Optional<Instant> oldest, Instant now) {
        var facts = new ArrayList<Line>();
        facts.add(new Line(texts.get("floor.servers"), texts.get("floor.count", servers)));
        load.ifPresent(its -> gauges.of(its).forEach(gauge -> facts.add(new Line(gauge.label(), text(gauge)))));
        oldest.ifPresent(_ -> facts.add(new Line(texts.get("floor.oldest"),
                texts.get("floor.ago", ages.since(oldest, now)))));
        return facts;
    }

    private String text(GaugeSight gauge) {
        return gauge.note().isEmpty() ? gauge.text() : texts.get("gauge.joined", gauge.text(), gauge.note());
    }
}

package org.dcos.server.cmdb.baseline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dcos.domain.baseline.BaselineReport.Effect;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;
import org.dcos.server.cmdb.Places;

/** The servers as they will be, with every collision among them told at the row that brings it. */
final class ServerPlan {

    /** What a row makes of a server. @param old empty when it is new */
    record Planned(ServerLine line, Optional<Server> old, Server now) {

        boolean differs() {
            return old.filter(now::equals).isEmpty();
        }
    }

    private final PlacePlan places;
    private final List<Server> recorded;
    private final Map<String, Server> bySerial;
    private final Map<String, Planned> planned = new LinkedHashMap<>();
    private final Map<String, ServerLine> bmcs = new HashMap<>();

    ServerPlan(Stock stock, PlacePlan places, BaselineLines lines) {
        this.places = places;
        this.recorded = stock.servers();
        this.bySerial = recorded.stream().collect(Collectors.toMap(Server::serial, Function.identity()));
        lines.servers().forEach(this::plan);
        checkNames();
        checkUnits();
    }

    private void plan(ServerLine line) {
        checkBmc(line);
        Optional<Mounting> mounting = line.spot().flatMap(spot -> mounting(line, spot));
        if (line.serial().isEmpty() || line.name().isEmpty()) {
            return; // told already
        }
        Planned first = planned.get(line.serial());
        if (first != null) {
            line.line().error(Column.SERIAL, "The serial number %s stands in %s too."
                    .formatted(line.serial(), first.line().line().where(line.line())));
            return;
        }
        Optional<Server> old = Optional.ofNullable(bySerial.get(line.serial()));
        planned.put(line.serial(), new Planned(line, old, server(line, old, mounting)));
    }

    private static Server server(ServerLine line, Optional<Server> old, Optional<Mounting> mounting) {
        Line cells = line.line();
        Server was = old
                .orElseGet(() -> new Server(UUID.randomUUID(), 0, "", line.serial(), Optional.empty(), "", "", "",
                        Optional.empty(), LifecycleState.PLANNED));
        return new Server(was.id(), was.version(), line.name(), was.serial(),
                cells.has(Column.ASSET_TAG) ? Optional.of(line.assetTag()).filter(tag -> !tag.isEmpty())
                        : was.assetTag(),
                cells.has(Column.MANUFACTURER) ? line.manufacturer() : was.manufacturer(),
                cells.has(Column.MODEL) ? line.model() : was.model(),
                cells.has(Column.OWNER) ? line.owner() : was.owner(), line.tellsPlace() ? mounting : was.mounting(),
                was.state(), was.deviceType(), was.business(), was.bay(), was.labels(), was.fields());
    }

    private Optional<Mounting> mounting(ServerLine line, ServerLine.Spot spot) {
        Optional<Rack> rack = places.rackOf(line);
        OptionalInt height = spot.height();
        if (height.isEmpty()) {
            Optional<Integer> known = Optional.ofNullable(bySerial.get(line.serial())).flatMap(Server::mounting)
                    .map(mounting -> (int) Math.ceil(mounting.heightUnits()));
            height = known.map(OptionalInt::of).orElse(OptionalInt.empty());
        }
        if (height.isEmpty()) {
            if (line.line().text(Column.HEIGHT).isEmpty()) { // else it is told that it cannot be read
                line.line().error(line.line().has(Column.HEIGHT) ? Column.HEIGHT : Column.UNIT,
                        "Give the height in rack units.", Optional.of("1"));
            }
            return Optional.empty();
        }
        if (rack.isEmpty()) {
            return Optional.empty();
        }
        int most = rack.get().heightUnits() - height.getAsInt() + 1;
        if (spot.lowest() < 1 || spot.lowest() > most) {
            line.line().error(Column.UNIT, most < 1
                    ? "%d U do not fit into rack %s, which has %d U.".formatted(height.getAsInt(), spot.rack(),
                            rack.get().heightUnits())
                    : "Rack %s has U1 to U%d; with %d U the lowest unit is at most %d.".formatted(spot.rack(),
                            rack.get().heightUnits(), height.getAsInt(), most));
            return Optional.empty();
        }
        boolean fullDepth = Optional.ofNullable(bySerial.get(line.serial())).flatMap(Server::mounting)
                .filter(Mounting::fullDepth).isPresent();
        return Optional.of(new Mounting(rack.get().id(), spot.lowest(), height.getAsInt(), spot.face(), fullDepth));
    }

    private void checkBmc(ServerLine line) {
        if (line.bmcAddress().isEmpty()) {
            return;
        }
        String port = line.line().text(Column.BMC_PORT);
        ServerLine first = bmcs.putIfAbsent(line.bmcAddress() + " " + (port.isEmpty() ? "623" : port), line);
        if (first != null) {
            line.line().error(Column.BMC_ADDRESS, "The BMC %s stands in %s too.".formatted(line.bmcAddress(),
                    first.line().where(line.line())));
        }
    }

    /** The recorded servers that the file does not tell of. */
    private List<Server> untouched() {
        return recorded.stream().filter(server -> !planned.containsKey(server.serial())).toList();
    }

    private void checkNames() {
        Map<String, Server> recordedNames = untouched().stream()
                .collect(Collectors.toMap(Server::name, Function.identity()));
        Map<String, Planned> names = new HashMap<>();
        for (Planned server : planned.values()) {
            Line line = server.line().line();
            Server other = recordedNames.get(server.now().name());
            if (other != null) {
                line.error(Column.NAME, "The name %s is taken by the recorded server with serial number %s."
                        .formatted(other.name(), other.serial()));
            }
            Planned first = names.putIfAbsent(server.now().name(), server);
            if (first != null) {
                line.error(Column.NAME, "The name %s stands in %s too.".formatted(server.now().name(),
                        first.line().line().where(line)));
            }
        }
    }

    private void checkUnits() {
        var units = new UnitMap();
        for (Server server : untouched()) {
            server.mounting().ifPresent(mounting -> {
                units.take(server, mounting);
                checkStillFits(server, mounting);
            });
        }
        record Collision(Planned server, Server taker) {}
        var collisions = new ArrayList<Collision>();
        for (Planned server : planned.values()) {
            server.now().mounting().filter(m -> m.topUnit() <= Rack.MAX_HEIGHT_UNITS).ifPresent(mounting -> {
                Server taker = units.take(server.now(), mounting);
                if (taker != null) {
                    collisions.add(new Collision(server, taker));
                } else if (!server.line().tellsPlace()) {
                    checkStillFits(server.now(), mounting);
                }
            });
        }
        Places now = places.places();
        for (Collision collision : collisions) { // now that all that fit have their place
            Line line = collision.server().line().line();
            Mounting wanted = collision.server().now().mounting().orElseThrow();
            Rack rack = now.racks().get(wanted.rack());
            Planned other = planned.get(collision.taker().serial());
            String who = other == null
                    ? "%s, which is recorded there".formatted(collision.taker().name())
                    : "%s (%s)".formatted(collision.taker().name(), other.line().line().where(line));
            OptionalInt free = units.nearestFree(wanted, rack.heightUnits());
            line.error(Column.UNIT, "%s of rack %s is taken by %s.".formatted(Places.units(wanted), rack.name(), who),
                    free.isPresent() ? Optional.of(Integer.toString(free.getAsInt())) : Optional.empty());
        }
    }

    /** A racks sheet must not cut a rack below a server whose place the file does not change. */
    private void checkStillFits(Server server, Mounting mounting) {
        places.lineOf(mounting.rack()).ifPresent(line -> line.height().ifPresent(height -> {
            if (mounting.topUnit() > height) {
                line.line().error(Column.HEIGHT, "%s is mounted up to U%d of rack %s.".formatted(server.name(),
                        mounting.topUnit(), line.rack()), Optional.of(Integer.toString(mounting.topUnit())));
            }
        }));
    }

    List<Planned> planned() {
        return List.copyOf(planned.values());
    }

    /** What becomes of the row's server; REFUSED when the row has an error. */
    Effect effect(ServerLine line) {
        Planned server = planned.get(line.serial());
        if (line.line().refused() || server == null || server.line() != line) {
            return Effect.REFUSED;
        }
        return server.old().isEmpty() ? Effect.CREATED : server.differs() ? Effect.CHANGED : Effect.UNCHANGED;
    }
}

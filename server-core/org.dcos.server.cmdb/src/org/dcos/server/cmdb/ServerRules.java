package org.dcos.server.cmdb;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.domain.problem.Invalid;

/** What a server has to be before it is stored. */
final class ServerRules {

    private final InventoryStore store;
    private final Places places;

    ServerRules(InventoryStore store, Places places) {
        this.store = store;
        this.places = places;
    }

    static Server cleaned(Server server) {
        return new Server(server.id(), server.version(), Texts.clean(server.name()), Texts.clean(server.serial()),
                server.assetTag().map(Texts::clean).filter(tag -> !tag.isEmpty()), Texts.clean(server.manufacturer()),
                Texts.clean(server.model()), Texts.clean(server.owner()), server.mounting(), server.state());
    }

    /** Whether the places are needed to check and to tell the change. */
    static boolean needsPlaces(Optional<Server> old, Server server) {
        return old.filter(was -> was.name().equals(server.name()) && was.serial().equals(server.serial())
                && was.mounting().equals(server.mounting())).isEmpty();
    }

    /** @param old what is recorded; empty for a new one */
    void check(Optional<Server> old, Server server) throws Invalid {
        var found = new Violations();
        found.text("name", server.name(), Limits.NAME, true);
        found.text("serial", server.serial(), Limits.NAME, true);
        found.text("assetTag", server.assetTag().orElse(""), Limits.TEXT, false);
        found.text("manufacturer", server.manufacturer(), Limits.TEXT, false);
        found.text("model", server.model(), Limits.TEXT, false);
        found.text("owner", server.owner(), Limits.TEXT, false);
        checkUnique(old, server, found);
        checkState(old, server, found);
        if (!old.map(Server::mounting).equals(Optional.of(server.mounting()))) {
            server.mounting().ifPresent(mounting -> checkMounting(server, mounting, found));
        }
        found.throwIfAny();
    }

    /** What is unchanged is not looked up again: whole racks become DISCOVERED in one go. */
    private void checkUnique(Optional<Server> old, Server server, Violations found) {
        if (!old.map(Server::name).equals(Optional.of(server.name()))) {
            store.serverByName(server.name()).filter(other -> !other.id().equals(server.id()))
                    .ifPresent(other -> found.add("name",
                            "The name %s is taken by the server with serial number %s (%s).", server.name(),
                            other.serial(), places.mounting(other.mounting())));
        }
        if (!old.map(Server::serial).equals(Optional.of(server.serial()))) {
            store.serverBySerial(server.serial()).filter(other -> !other.id().equals(server.id()))
                    .ifPresent(other -> found.add("serial", "The serial number %s is recorded for %s (%s).",
                            server.serial(), other.name(), places.mounting(other.mounting())));
        }
    }

    private static void checkState(Optional<Server> old, Server server, Violations found) {
        LifecycleState next = server.state();
        if (old.isEmpty()) {
            if (next != LifecycleState.PLANNED && next != LifecycleState.DISCOVERED) {
                found.add("state", "A new server begins as PLANNED or DISCOVERED, not as %s.", next);
            }
            return;
        }
        LifecycleState now = old.get().state();
        if (next != now && !now.mayBecome(next)) {
            String allowed = now.next().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
            found.add("state", "A server that is %s cannot become %s; %s.", now, next,
                    allowed.isEmpty() ? "it stays so for ever" : "it can become " + allowed);
        }
    }

    private void checkMounting(Server server, Mounting mounting, Violations found) {
        Rack rack = places.racks().get(mounting.rack());
        if (rack == null) {
            found.add("mounting.rack", "There is no rack with id %s.", mounting.rack());
            return;
        }
        if (mounting.heightUnits() < 1 || mounting.heightUnits() > rack.heightUnits()) {
            found.add("mounting.heightUnits", "%d U do not fit into rack %s, which has %d U.", mounting.heightUnits(),
                    rack.name(), rack.heightUnits());
            return;
        }
        if (mounting.lowestUnit() < 1 || mounting.topUnit() > rack.heightUnits()) {
            found.add("mounting.lowestUnit", "Rack %s has U1 to U%d; with %d U the lowest unit is at most %d.",
                    rack.name(),
                    rack.heightUnits(), mounting.heightUnits(), rack.heightUnits() - mounting.heightUnits() + 1);
            return;
        }
        List<Server> beside = store.servers(ServerFilter.inRack(rack.id()), PageRequest.ALL).items();
        beside.stream().filter(other -> !other.id().equals(server.id())
                && other.mounting().filter(mounting::overlaps).isPresent())
                .forEach(other -> found.add("mounting.lowestUnit", "%s of rack %s is taken by %s (%s).",
                        Places.units(mounting), rack.name(), other.name(),
                        Places.units(other.mounting().orElseThrow())));
    }
}

package org.dcos.server.cmdb.impact;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.Business;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.DedicatedLine;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Egress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Relation;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.impact.Hurt.Cause;
import org.dcos.server.cmdb.live.View;

/**
 * What a thing hangs on, one step up: where it stands, what feeds it, by which switches it is reached, what it was
 * recorded to depend on. Between two switches the one that is fewer steps from a way out carries the other.
 */
final class Supports {

    private static final int FAR = Integer.MAX_VALUE;

    private final View view;
    private final NetworkWays ways;
    private final CableWay cables;
    private final Map<UUID, Integer> steps = new HashMap<>();

    Supports(View view, NetworkWays ways) {
        this.view = view;
        this.ways = ways;
        cables = new CableWay(view, false);
        Deque<UUID> open = new ArrayDeque<>(new Network(view, ways, Set.of()).exits());
        open.forEach(exit -> steps.put(exit, 0));
        while (!open.isEmpty()) {
            UUID at = open.remove();
            for (NetworkWays.Link link : ways.of(at)) {
                if (!link.management() && carries(link.to())
                        && steps.putIfAbsent(link.to(), steps.get(at) + 1) == null) {
                    open.add(link.to());
                }
            }
        }
    }

    private boolean carries(UUID device) {
        return view.item(NetworkDevice.class, device).isPresent();
    }

    /** What it hangs on, and by what; places first. */
    Map<UUID, Cause> of(Item item) {
        Map<UUID, Cause> found = new LinkedHashMap<>();
        switch (item) {
            case Room room -> found.put(room.idc(), Cause.PLACE);
            case Rack rack -> found.put(rack.room(), Cause.PLACE);
            case PowerFeed feed -> found.put(feed.rack().orElse(feed.room()), Cause.PLACE);
            case Device device -> device(device, found);
            case Port port -> found.put(port.device(), Cause.PLACE);
            case Cable cable -> List.of(cable.a(), cable.b()).forEach(end -> owner(end)
                    .ifPresent(owner -> found.put(owner, Cause.NETWORK)));
            case Egress egress -> {
                found.put(egress.idc(), Cause.PLACE);
                egress.ports().forEach(port -> owner(port).ifPresent(owner -> found.put(owner, Cause.NETWORK)));
            }
            case DedicatedLine line -> line.nearPort().flatMap(this::owner)
                    .ifPresent(owner -> found.put(owner, Cause.NETWORK));
            case Business business -> view.referring(Device.class, business.id()).filter(Device::live)
                    .forEach(device -> found.put(device.id(), Cause.DEPENDENCY));
            case Relation relation -> found.put(relation.to(), Cause.DEPENDENCY);
            default -> Items.references(item).forEach(reference -> found.put(reference.id(), Cause.DEPENDENCY));
        }
        view.referring(Relation.class, item.id()).filter(relation -> relation.from().equals(item.id()))
                .forEach(relation -> found.putIfAbsent(relation.to(), Cause.DEPENDENCY));
        found.keySet().removeIf(id -> id.equals(item.id()) || view.item(id).isEmpty());
        return found;
    }

    private void device(Device device, Map<UUID, Cause> found) {
        device.mounting().ifPresent(mounting -> found.put(mounting.rack(), Cause.PLACE));
        if (device instanceof Server server) {
            server.bay().ifPresent(bay -> found.put(bay.chassis(), Cause.PLACE));
        }
        view.referring(Port.class, device.id()).filter(port -> port.device().equals(device.id())
                && port.kind() == PortKind.POWER_INLET).forEach(inlet -> cables.cable(inlet.id())
                        .map(cable -> cable.other(inlet.id())).ifPresent(source -> found
                                .putIfAbsent(owner(source).orElse(source), Cause.POWER)));
        int own = steps.getOrDefault(device.id(), FAR);
        for (NetworkWays.Link link : ways.of(device.id())) {
            if (!link.management() && carries(link.to())
                    && (!carries(device.id()) || steps.getOrDefault(link.to(), FAR) < own)) {
                found.putIfAbsent(link.to(), Cause.NETWORK);
            }
        }
    }

    private Optional<UUID> owner(UUID port) {
        return view.item(Port.class, port).map(Port::device);
    }
}

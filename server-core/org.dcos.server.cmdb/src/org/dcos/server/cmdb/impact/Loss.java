package org.dcos.server.cmdb.impact;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Chassis;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Egress;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.impact.Hurt.Cause;
import org.dcos.server.cmdb.live.View;

/**
 * What stands still when a thing goes, by place and by power: what is within it, and what all of its plugged inlets
 * have
 * lost. A device that is lost takes its ports along, so an outlet that dies takes what is plugged into it.
 */
final class Loss {

    private final View view;
    private final CableWay cables;
    private final Map<UUID, Cause> lost = new LinkedHashMap<>();
    private final Map<UUID, UUID> blame = new HashMap<>();
    /** Inlets and outlets without power. */
    private final Set<UUID> dark = new HashSet<>();
    private final Set<UUID> weakened = new LinkedHashSet<>();
    private final Deque<Item> open = new ArrayDeque<>();

    Loss(View view, CableWay cables, Item gone) {
        this.view = view;
        this.cables = cables;
        lose(gone, Cause.PLACE, Optional.empty());
        while (!open.isEmpty()) {
            spread(open.remove());
        }
        weakened.removeAll(lost.keySet());
    }

    /** Each lost item and its cause; the one that goes first, ports and cables too. */
    Map<UUID, Cause> lost() {
        return lost;
    }

    /** Devices that have lost some of their inlets. */
    Set<UUID> weakened() {
        return weakened;
    }

    /** By what an item was hit. */
    Map<UUID, UUID> blame() {
        return blame;
    }

    private void lose(Item item, Cause cause, Optional<UUID> by) {
        if (lost.putIfAbsent(item.id(), cause) == null) {
            by.ifPresent(id -> blame.put(item.id(), id)); // over what it was weakened by
            open.add(item);
        }
    }

    private void loseAll(List<? extends Item> parts, Item whole) {
        Cause cause = lost.get(whole.id());
        parts.forEach(part -> lose(part, cause, Optional.of(whole.id())));
    }

    private void spread(Item item) {
        switch (item) {
            case Idc idc -> {
                loseAll(view.referring(Room.class, idc.id()).toList(), idc);
                loseAll(view.referring(Egress.class, idc.id()).toList(), idc);
            }
            case Room room -> {
                loseAll(view.referring(Rack.class, room.id()).toList(), room);
                loseAll(view.referring(PowerFeed.class, room.id()).toList(), room);
            }
            case Rack rack -> {
                loseAll(view.referring(Device.class, rack.id()).filter(Device::live).toList(), rack);
                loseAll(view.referring(PowerFeed.class, rack.id()).toList(), rack);
            }
            case Device device -> {
                if (device instanceof Chassis) {
                    loseAll(view.referring(Server.class, device.id()).filter(Device::live).toList(), device);
                }
                loseAll(ports(device.id()), device);
            }
            case PowerFeed feed -> cables.cable(feed.id())
                    .ifPresent(cable -> darkenEnd(cable.other(feed.id()), feed.id()));
            case Cable cable -> {
                if (cables.cable(cable.a()).isPresent()) { // one that is only planned feeds nothing
                    darkenInlet(cable.a(), cable.id());
                    darkenInlet(cable.b(), cable.id());
                }
            }
            case Port port -> {
                UUID by = blame.getOrDefault(port.id(), port.id());
                switch (port.kind()) {
                    case POWER_INLET -> darkenEnd(port.id(), by);
                    case POWER_OUTLET -> darkenOutlet(port, by);
                    case NETWORK, CONSOLE, CONSOLE_SERVER, FRONT, REAR -> {}
                }
            }
            default -> {}
        }
    }

    private List<Port> ports(UUID device) {
        return view.referring(Port.class, device).toList();
    }

    private void darkenInlet(UUID end, UUID by) {
        view.item(Port.class, end).filter(port -> port.kind() == PortKind.POWER_INLET)
                .ifPresent(port -> darkenEnd(port.id(), by));
    }

    private void darkenOutlet(Port outlet, UUID by) {
        if (dark.add(outlet.id())) {
            cables.cable(outlet.id()).ifPresent(cable -> darkenInlet(cable.other(outlet.id()), by));
        }
    }

    /** An inlet has no power: its device may go on with others. */
    private void darkenEnd(UUID id, UUID by) {
        Optional<Port> found = view.item(Port.class, id);
        if (found.isEmpty() || !dark.add(id)) {
            return;
        }
        Port inlet = found.get();
        Device device = view.item(Device.class, inlet.device()).orElseThrow();
        if (!device.live()) {
            return;
        }
        List<Port> ports = ports(device.id());
        List<Port> plugged = ports.stream()
                .filter(port -> port.kind() == PortKind.POWER_INLET && cables.cable(port.id()).isPresent()).toList();
        boolean all = !plugged.isEmpty() && plugged.stream().allMatch(port -> dark.contains(port.id()));
        if (all) {
            lose(device, Cause.POWER, Optional.of(by));
        } else if (plugged.contains(inlet)) {
            if (!by.equals(device.id())) {
                blame.putIfAbsent(device.id(), by);
            }
            weakened.add(device.id());
        }
        for (Port port : ports) {
            boolean fed = port.through().filter(id::equals).isPresent() || port.through().isEmpty() && all;
            if (port.kind() == PortKind.POWER_OUTLET && fed) {
                darkenOutlet(port, device.id());
            }
        }
    }
}

package org.dcos.server.cmdb.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.server.cmdb.live.Follower;
import org.dcos.server.cmdb.live.View;

/**
 * The way from each network port through cables and panels to another device's. Following all of them takes as long as
 * there are ports, so they are kept, and after a change only those are followed again that it can have touched: the
 * ports that hang together with what was changed by cables and panels, before it and after it.
 */
final class NetworkWays implements Follower {

    /**
     * A way between two devices.
     *
     * @param parts      the ports, cables and panels on it
     * @param management whether only management runs over it
     */
    record Link(UUID to, List<UUID> parts, boolean management) {
        Link {
            parts = List.copyOf(parts);
        }
    }

    /** Each device's ways by the port that they begin at. */
    private final Map<UUID, Map<UUID, Link>> links = new HashMap<>();
    private final Map<UUID, UUID> deviceOf = new HashMap<>();
    /** What a change that is being put in may have touched. */
    private final Set<UUID> touched = new HashSet<>();

    @Override
    public void begin(View now) {
        var way = new CableWay(now, false);
        now.all(Port.class).filter(port -> port.kind() == PortKind.NETWORK).forEach(port -> join(now, port, way));
    }

    @Override
    public void before(View was, List<ItemChange> changes) {
        touched.clear();
        touched.addAll(ports(was, seeds(was, changes)));
    }

    @Override
    public void after(View now, List<ItemChange> changes) {
        touched.addAll(ports(now, seeds(now, changes)));
        var way = new CableWay(now, false);
        for (UUID id : touched) {
            forget(id);
            now.item(Port.class, id).filter(port -> port.kind() == PortKind.NETWORK)
                    .ifPresent(port -> join(now, port, way));
        }
        touched.clear();
    }

    private static List<UUID> seeds(View view, List<ItemChange> changes) {
        var seeds = new ArrayList<UUID>();
        for (ItemChange change : changes) {
            switch (change.either()) {
                case Port port -> seeds.add(port.id());
                case Cable cable -> seeds.add(cable.id());
                case Device device -> {
                    if (live(change.before()) != live(change.after())) {
                        view.referring(Port.class, device.id()).forEach(port -> seeds.add(port.id()));
                    }
                }
                default -> {}
            }
        }
        return seeds;
    }

    private static boolean live(Optional<Item> item) {
        return item.filter(found -> found instanceof Device device && device.live()).isPresent();
    }

    /** The network ports that hang together with these ports and cables, and maybe some more. */
    static Set<UUID> ports(View view, Collection<UUID> seeds) {
        var way = new CableWay(view, false);
        Set<UUID> seen = new HashSet<>();
        Set<UUID> found = new HashSet<>();
        Deque<UUID> open = new ArrayDeque<>(seeds);
        while (!open.isEmpty()) {
            UUID id = open.remove();
            Optional<Item> item = view.item(id);
            if (!seen.add(id) || item.isEmpty()) {
                continue;
            }
            switch (item.get()) {
                case Cable cable -> {
                    open.add(cable.a());
                    open.add(cable.b());
                }
                case Port port -> {
                    if (carries(port.kind())) {
                        way.cable(id).ifPresent(cable -> open.add(cable.other(id)));
                    }
                    if (port.kind() == PortKind.NETWORK) {
                        found.add(id);
                    } else if (port.kind() == PortKind.FRONT) {
                        port.through().ifPresent(open::add);
                    } else if (port.kind() == PortKind.REAR) {
                        view.referring(Port.class, id).forEach(front -> open.add(front.id()));
                    }
                }
                default -> {}
            }
        }
        return found;
    }

    private static boolean carries(PortKind kind) {
        return switch (kind) {
            case NETWORK, FRONT, REAR -> true;
            case POWER_INLET, POWER_OUTLET, CONSOLE, CONSOLE_SERVER -> false;
        };
    }

    private void join(View view, Port port, CableWay way) {
        List<CableWay.Step> steps = way.outward(port.id());
        if (steps.isEmpty()) {
            return;
        }
        Optional<Port> end = view.item(Port.class, steps.getLast().to())
                .filter(other -> other.kind() == PortKind.NETWORK && !other.device().equals(port.device()));
        if (end.isEmpty() || !live(view.item(port.device())) || !live(view.item(end.get().device()))) {
            return;
        }
        var parts = new ArrayList<UUID>();
        parts.add(port.id());
        for (CableWay.Step step : steps) {
            step.cable().ifPresent(cable -> parts.add(cable.id()));
            parts.add(step.to());
        }
        links.computeIfAbsent(port.device(), _ -> new LinkedHashMap<>()).put(port.id(), new Link(end.get().device(),
                parts, port.managementOnly() || end.get().managementOnly()));
        deviceOf.put(port.id(), port.device());
    }

    private void forget(UUID port) {
        Optional.ofNullable(deviceOf.remove(port)).ifPresent(device -> links.computeIfPresent(device, (_, ways) -> {
            ways.remove(port);
            return ways.isEmpty() ? null : ways;
        }));
    }

    /** The devices that are joined to others. */
    Set<UUID> devices() {
        return links.keySet();
    }

    Collection<Link> of(UUID device) {
        return links.getOrDefault(device, Map.of()).values();
    }

    /** The device at whose port a way begins; empty when none does. */
    Optional<UUID> device(UUID port) {
        return Optional.ofNullable(deviceOf.get(port));
    }
}

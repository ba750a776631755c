package org.dcos.server.cmdb.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.DedicatedLine;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Egress;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.NetworkRole;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.server.cmdb.live.View;

/**
 * Which devices are joined by cables between their network ports, and which ways out each of them has. Only network
 * devices carry what is not theirs: a server with two cables joins no networks.
 */
final class Network {

    /**
     * A way between two devices.
     *
     * @param parts      the ports, cables and panels on it
     * @param management whether only management runs over it
     */
    record Link(UUID to, List<UUID> parts, boolean management) {}

    private final View view;
    private final Map<UUID, List<Link>> links = new LinkedHashMap<>();
    private final Set<UUID> carriers = new HashSet<>();

    Network(View view, CableWay way) {
        this.view = view;
        view.all(NetworkDevice.class).filter(Device::live).forEach(device -> carriers.add(device.id()));
        view.all(Port.class).filter(port -> port.kind() == PortKind.NETWORK).forEach(port -> join(port, way));
    }

    private void join(Port port, CableWay way) {
        List<CableWay.Step> steps = way.outward(port.id());
        if (steps.isEmpty()) {
            return;
        }
        Optional<Port> end = view.item(Port.class, steps.getLast().to())
                .filter(other -> other.kind() == PortKind.NETWORK && !other.device().equals(port.device()));
        if (end.isEmpty() || !live(port.device()) || !live(end.get().device())) {
            return;
        }
        var parts = new ArrayList<UUID>();
        parts.add(port.id());
        for (CableWay.Step step : steps) {
            step.cable().ifPresent(cable -> parts.add(cable.id()));
            parts.add(step.to());
        }
        links.computeIfAbsent(port.device(), _ -> new ArrayList<>()).add(new Link(end.get().device(), parts,
                port.managementOnly() || end.get().managementOnly()));
    }

    private boolean live(UUID device) {
        return view.item(Device.class, device).filter(Device::live).isPresent();
    }

    Map<UUID, List<Link>> links() {
        return links;
    }

    /** What on a way is lost, if anything. */
    static Optional<UUID> broken(Link link, Set<UUID> lost) {
        return lost.contains(link.to()) ? Optional.of(link.to())
                : link.parts().stream().filter(lost::contains).findFirst();
    }

    /** The devices at which a way out begins, while these are lost. */
    Set<UUID> exits(Set<UUID> lost) {
        var exits = new HashSet<UUID>();
        view.all(NetworkDevice.class).filter(device -> device.role() == NetworkRole.CORE && device.live())
                .forEach(device -> exits.add(device.id()));
        view.all(DedicatedLine.class).filter(line -> !lost.contains(line.id()))
                .forEach(line -> line.nearPort().ifPresent(port -> exit(port, lost, exits)));
        view.all(Egress.class).filter(egress -> !lost.contains(egress.id()))
                .forEach(egress -> egress.ports().forEach(port -> exit(port, lost, exits)));
        exits.removeAll(lost);
        return exits;
    }

    private void exit(UUID port, Set<UUID> lost, Set<UUID> exits) {
        if (!lost.contains(port)) {
            view.item(Port.class, port).filter(found -> live(found.device()))
                    .ifPresent(found -> exits.add(found.device()));
        }
    }

    /** For each device that is joined to others or is an exit: the exits that it reaches while these are lost. */
    Map<UUID, Set<UUID>> reach(Set<UUID> lost) {
        Set<UUID> exits = exits(lost);
        var ofCarrier = new HashMap<UUID, Set<UUID>>();
        for (UUID carrier : carriers) {
            if (!lost.contains(carrier) && !ofCarrier.containsKey(carrier)) {
                flood(carrier, lost, exits, ofCarrier);
            }
        }
        var reach = new HashMap<UUID, Set<UUID>>(ofCarrier);
        for (UUID device : links.keySet()) {
            if (!carriers.contains(device) && !lost.contains(device)) {
                var reached = new HashSet<UUID>();
                whole(device, lost).forEach(link -> {
                    reached.addAll(ofCarrier.getOrDefault(link.to(), Set.of()));
                    if (exits.contains(link.to())) {
                        reached.add(link.to());
                    }
                });
                reach.put(device, reached);
            }
        }
        exits.stream().filter(exit -> !carriers.contains(exit))
                .forEach(exit -> reach.computeIfAbsent(exit, _ -> new HashSet<>()).add(exit));
        return reach;
    }

    private List<Link> whole(UUID device, Set<UUID> lost) {
        return links.getOrDefault(device, List.of()).stream()
                .filter(link -> !link.management() && broken(link, lost).isEmpty()).toList();
    }

    private void flood(UUID from, Set<UUID> lost, Set<UUID> exits, Map<UUID, Set<UUID>> ofCarrier) {
        var reached = new HashSet<UUID>(); // one set for all that are joined
        Deque<UUID> open = new ArrayDeque<>(List.of(from));
        ofCarrier.put(from, reached);
        while (!open.isEmpty()) {
            UUID at = open.remove();
            if (exits.contains(at)) {
                reached.add(at);
            }
            for (Link link : whole(at, lost)) {
                if (!carriers.contains(link.to())) {
                    if (exits.contains(link.to())) {
                        reached.add(link.to());
                    }
                } else if (ofCarrier.putIfAbsent(link.to(), reached) == null) {
                    open.add(link.to());
                }
            }
        }
    }
}

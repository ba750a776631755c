package org.dcos.server.cmdb.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.Chassis;
import org.dcos.domain.cmdb.DedicatedLine;
import org.dcos.domain.cmdb.Egress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Pdu;
import org.dcos.domain.cmdb.Relation;
import org.dcos.domain.impact.Hurt.Cause;
import org.dcos.server.cmdb.live.View;

/** All that is hit when a thing goes: first by place and power, then by the network, then what depends on any of it. */
final class Outage {

    private static final int LONGEST_PATH = 50;

    private final View view;
    private final UUID gone;
    private final Map<UUID, Cause> lost;
    private final Map<UUID, Cause> degraded = new LinkedHashMap<>();
    private final Map<UUID, UUID> blame;

    Outage(View view, Item item) {
        this.view = view;
        gone = item.id();
        var cables = new CableWay(view, false);
        var loss = new Loss(view, cables, item);
        lost = new LinkedHashMap<>(loss.lost());
        blame = new HashMap<>(loss.blame());
        loss.weakened().forEach(id -> degraded.put(id, Cause.POWER));
        network(new Network(view, cables), Set.copyOf(loss.lost().keySet()));
        waysOut();
        dependencies();
        degraded.keySet().removeAll(lost.keySet());
    }

    Map<UUID, Cause> lost() {
        return lost;
    }

    Map<UUID, Cause> degraded() {
        return degraded;
    }

    private void network(Network network, Set<UUID> out) {
        Map<UUID, Set<UUID>> before = network.reach(Set.of());
        Map<UUID, Set<UUID>> now = network.reach(out);
        Map<UUID, UUID> cutBy = cuts(network, out);
        var devices = new HashSet<UUID>(network.links().keySet());
        devices.addAll(before.keySet());
        devices.removeAll(out);
        for (UUID device : devices) {
            List<Network.Link> links = network.links().getOrDefault(device, List.of());
            List<Network.Link> own = links.stream().filter(link -> !link.management()).toList();
            long broken = own.stream().filter(link -> Network.broken(link, out).isPresent()).count();
            Set<UUID> had = before.getOrDefault(device, Set.of());
            Set<UUID> has = now.getOrDefault(device, Set.of());
            boolean cut = had.isEmpty() ? !own.isEmpty() && broken == own.size() : has.isEmpty();
            boolean less = has.size() < had.size()
                    || links.stream().anyMatch(link -> Network.broken(link, out).isPresent());
            if (cut && bound(device)) {
                lost.put(device, Cause.NETWORK);
                blame.put(device, cutBy.getOrDefault(device, gone));
            } else if (cut || less) {
                degraded.putIfAbsent(device, Cause.NETWORK);
                blame.putIfAbsent(device, cutBy.getOrDefault(device, gone));
            }
        }
    }

    /** Whether it is of no use without the network: a PDU and a chassis do their work unseen. */
    private boolean bound(UUID device) {
        return view.item(device).filter(item -> !(item instanceof Pdu || item instanceof Chassis)).isPresent();
    }

    /** From each broken way outwards: by what a device is cut off, for the path that is told. */
    private static Map<UUID, UUID> cuts(Network network, Set<UUID> out) {
        var cutBy = new HashMap<UUID, UUID>();
        Deque<UUID> open = new ArrayDeque<>();
        network.links().forEach((device, links) -> {
            if (!out.contains(device)) {
                links.stream().map(link -> Network.broken(link, out)).flatMap(Optional::stream).findFirst()
                        .ifPresent(culprit -> {
                            cutBy.put(device, culprit);
                            open.add(device);
                        });
            }
        });
        while (!open.isEmpty()) {
            UUID at = open.remove();
            for (Network.Link link : network.links().getOrDefault(at, List.of())) {
                if (!out.contains(link.to()) && cutBy.putIfAbsent(link.to(), at) == null) {
                    open.add(link.to());
                }
            }
        }
        return cutBy;
    }

    private void waysOut() {
        view.all(DedicatedLine.class).forEach(line -> line.nearPort().filter(lost::containsKey)
                .ifPresent(port -> lose(line.id(), Cause.NETWORK, port)));
        view.all(Egress.class).forEach(egress -> {
            List<UUID> dead = egress.ports().stream().filter(lost::containsKey).toList();
            if (!dead.isEmpty() && dead.size() == egress.ports().size()) {
                lose(egress.id(), Cause.NETWORK, dead.getFirst());
            } else if (!dead.isEmpty()) {
                degrade(egress.id(), Cause.NETWORK, dead.getFirst());
            }
        });
    }

    private void dependencies() {
        Deque<UUID> open = new ArrayDeque<>(lost.keySet());
        while (!open.isEmpty()) {
            UUID at = open.remove();
            view.referring(Relation.class, at).filter(relation -> relation.to().equals(at)).forEach(relation -> {
                if (relation.required()) {
                    if (!lost.containsKey(relation.from())) {
                        open.add(relation.from());
                    }
                    lose(relation.from(), Cause.DEPENDENCY, at);
                } else {
                    degrade(relation.from(), Cause.DEPENDENCY, at);
                }
            });
        }
    }

    private void lose(UUID id, Cause cause, UUID by) {
        if (lost.putIfAbsent(id, cause) == null) {
            blame.put(id, by);
        }
    }

    private void degrade(UUID id, Cause cause, UUID by) {
        if (!lost.containsKey(id) && degraded.putIfAbsent(id, cause) == null) {
            blame.putIfAbsent(id, by);
        }
    }

    /** From what goes to what is hit. */
    List<UUID> path(UUID to) {
        var path = new ArrayList<UUID>();
        UUID at = to;
        while (path.size() < LONGEST_PATH && !path.contains(at)) {
            path.add(at);
            if (at.equals(gone) || !blame.containsKey(at)) {
                break;
            }
            at = blame.get(at);
        }
        if (!path.getLast().equals(gone)) {
            path.add(gone);
        }
        Collections.reverse(path);
        return path;
    }
}

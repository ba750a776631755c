package org.dcos.server.cmdb.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
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
    private final NetworkWays ways;
    private final UUID gone;
    private final Map<UUID, Cause> lost;
    private final Map<UUID, Cause> degraded = new LinkedHashMap<>();
    private final Map<UUID, UUID> blame;

    Outage(View view, NetworkWays ways, Item item) {
        this.view = view;
        this.ways = ways;
        gone = item.id();
        var cables = new CableWay(view, false);
        var loss = new Loss(view, cables, item);
        lost = new LinkedHashMap<>(loss.lost());
        blame = new HashMap<>(loss.blame());
        loss.weakened().forEach(id -> degraded.put(id, Cause.POWER));
        network(Set.copyOf(loss.lost().keySet()));
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

    /** By what a thing is hit. */
    Cause cause(UUID id) {
        return Optional.ofNullable(lost.get(id)).or(() -> Optional.ofNullable(degraded.get(id))).orElse(Cause.PLACE);
    }

    private void network(Set<UUID> out) {
        var before = new Network(view, ways, Set.of());
        var now = new Network(view, ways, out);
        Set<UUID> broken = broken(now, out);
        Set<UUID> devices = new LinkedHashSet<>(broken);
        if (!now.reachesAs(before)) {
            devices.addAll(ways.devices());
            devices.addAll(before.exits());
        }
        devices.removeAll(out);
        var hit = new LinkedHashMap<UUID, Boolean>();
        for (UUID device : devices) {
            hit(device, before, now).ifPresent(cut -> hit.put(device, cut && bound(device)));
        }
        Map<UUID, UUID> cutBy = cuts(now, broken, out, hit.keySet());
        hit.forEach((device, cut) -> {
            if (cut) {
                lost.put(device, Cause.NETWORK);
                blame.put(device, cutBy.getOrDefault(device, gone));
            } else {
                degraded.putIfAbsent(device, Cause.NETWORK);
                blame.putIfAbsent(device, cutBy.getOrDefault(device, gone));
            }
        });
    }

    /** Whether a device is cut off, or only has less to fall back on; empty when the network is to it as it was. */
    private Optional<Boolean> hit(UUID device, Network before, Network now) {
        int own = 0;
        int brokenOwn = 0;
        boolean any = false;
        for (NetworkWays.Link link : ways.of(device)) {
            if (!before.serves(device, link)) {
                continue;
            }
            boolean gap = now.broken(link).isPresent();
            any |= gap;
            own += link.management() ? 0 : 1;
            brokenOwn += gap && !link.management() ? 1 : 0;
        }
        Set<UUID> had = before.reach(device);
        Set<UUID> has = now.reach(device);
        boolean cut = had.isEmpty() ? own > 0 && brokenOwn == own : has.isEmpty();
        boolean less = has.size() < had.size() || any;
        return cut || less ? Optional.of(cut) : Optional.empty();
    }

    /** The devices that have a way on which something is lost. */
    private Set<UUID> broken(Network now, Set<UUID> out) {
        Set<UUID> broken = new LinkedHashSet<>();
        for (UUID port : NetworkWays.ports(view, out)) {
            ways.device(port).filter(device -> !out.contains(device) && !broken.contains(device))
                    .filter(device -> ways.of(device).stream().anyMatch(link -> now.broken(link).isPresent()))
                    .ifPresent(broken::add);
        }
        return broken;
    }

    /** Whether it is of no use without the network: a PDU and a chassis do their work unseen. */
    private boolean bound(UUID device) {
        return view.item(device).filter(item -> !(item instanceof Pdu || item instanceof Chassis)).isPresent();
    }

    /**
     * From each broken way outwards: by what a device is cut off, for the path that is told.
     *
     * @param wanted the devices that this is asked of
     */
    private Map<UUID, UUID> cuts(Network now, Set<UUID> broken, Set<UUID> out, Set<UUID> wanted) {
        var cutBy = new HashMap<UUID, UUID>();
        Deque<UUID> open = new ArrayDeque<>();
        for (UUID device : broken) {
            ways.of(device).stream().map(now::broken).flatMap(Optional::stream).findFirst().ifPresent(culprit -> {
                cutBy.put(device, culprit);
                open.add(device);
            });
        }
        Set<UUID> missing = new HashSet<>(wanted);
        missing.removeAll(cutBy.keySet());
        while (!open.isEmpty() && !missing.isEmpty()) {
            UUID at = open.remove();
            for (NetworkWays.Link link : ways.of(at)) {
                if (!out.contains(link.to()) && cutBy.putIfAbsent(link.to(), at) == null) {
                    missing.remove(link.to());
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

package org.dcos.server.cmdb.impact;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
import org.dcos.server.cmdb.impact.NetworkWays.Link;
import org.dcos.server.cmdb.live.View;

/**
 * Which ways out of the network each device has while some things are lost. Only network devices carry what is not
 * theirs: a server with two cables joins no networks.
 */
final class Network {

    private final View view;
    private final NetworkWays ways;
    private final Set<UUID> lost;
    private final Set<UUID> carriers = new HashSet<>();
    private final Set<UUID> exits = new HashSet<>();
    private final Map<UUID, Set<UUID>> ofCarrier = new HashMap<>();

    Network(View view, NetworkWays ways, Set<UUID> lost) {
        this.view = view;
        this.ways = ways;
        this.lost = lost;
        view.all(NetworkDevice.class).filter(Device::live).forEach(device -> {
            carriers.add(device.id());
            if (device.role() == NetworkRole.CORE) {
                exits.add(device.id());
            }
        });
        view.all(DedicatedLine.class).filter(line -> !lost.contains(line.id()))
                .forEach(line -> line.nearPort().ifPresent(this::exit));
        view.all(Egress.class).filter(egress -> !lost.contains(egress.id()))
                .forEach(egress -> egress.ports().forEach(this::exit));
        exits.removeAll(lost);
        for (UUID carrier : carriers) {
            if (!lost.contains(carrier) && !ofCarrier.containsKey(carrier)) {
                flood(carrier);
            }
        }
    }

    private void exit(UUID port) {
        if (!lost.contains(port)) {
            view.item(Port.class, port)
                    .filter(found -> view.item(Device.class, found.device()).filter(Device::live).isPresent())
                    .ifPresent(found -> exits.add(found.device()));
        }
    }

    private void flood(UUID from) {
        var reached = new HashSet<UUID>(); // one set for all that are joined
        Deque<UUID> open = new ArrayDeque<>();
        open.add(from);
        ofCarrier.put(from, reached);
        while (!open.isEmpty()) {
            UUID at = open.remove();
            if (exits.contains(at)) {
                reached.add(at);
            }
            for (Link link : ways.of(at)) {
                boolean carrier = carriers.contains(link.to());
                boolean news = carrier ? !ofCarrier.containsKey(link.to()) : exits.contains(link.to());
                if (news && whole(link)) {
                    if (carrier) {
                        ofCarrier.put(link.to(), reached);
                        open.add(link.to());
                    } else {
                        reached.add(link.to());
                    }
                }
            }
        }
    }

    private boolean whole(Link link) {
        return !link.management() && broken(link).isEmpty();
    }

    /** What on a way is lost, if anything. */
    Optional<UUID> broken(Link link) {
        if (lost.contains(link.to())) {
            return Optional.of(link.to());
        }
        for (UUID part : link.parts()) {
            if (lost.contains(part)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a device gets anything over a way: what carries gets nothing from those that it carries for, a way out
     * nothing from the network below it.
     */
    boolean serves(UUID device, Link link) {
        return !carriers.contains(device) || exits.contains(link.to())
                || carriers.contains(link.to()) && !exits.contains(device);
    }

    /** Where one gets out. */
    Set<UUID> exits() {
        return exits;
    }

    /** Whether those that carry reach the same as in another. */
    boolean reachesAs(Network other) {
        if (!exits.equals(other.exits)) {
            return false;
        }
        for (UUID carrier : carriers) {
            if (!lost.contains(carrier) && !ofCarrier.get(carrier).equals(other.ofCarrier.get(carrier))) {
                return false;
            }
        }
        return true;
    }

    /** The exits that a device reaches. */
    Set<UUID> reach(UUID device) {
        if (carriers.contains(device)) {
            return ofCarrier.getOrDefault(device, Set.of());
        }
        var reached = new HashSet<UUID>();
        for (Link link : ways.of(device)) {
            boolean carrier = ofCarrier.containsKey(link.to());
            if ((carrier || exits.contains(link.to())) && whole(link)) {
                reached.addAll(ofCarrier.getOrDefault(link.to(), Set.of()));
                if (exits.contains(link.to())) {
                    reached.add(link.to());
                }
            }
        }
        if (exits.contains(device)) {
            reached.add(device);
        }
        return reached;
    }
}

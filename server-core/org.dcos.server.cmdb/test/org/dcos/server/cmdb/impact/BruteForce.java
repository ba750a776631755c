package org.dcos.server.cmdb.impact;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.Chassis;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Egress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.NetworkRole;
import org.dcos.domain.cmdb.Pdu;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Relation;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;

/**
 * The meaning of an impact, word by word over plain lists: every rule is asked of every item again and again until
 * nothing changes. Slow, and written apart from what it is held against.
 */
final class BruteForce {

    private final List<Item> items;
    private final UUID gone;
    final Set<UUID> out = new HashSet<>();
    final Set<UUID> lost = new HashSet<>();
    final Set<UUID> degraded = new HashSet<>();

    BruteForce(List<Item> items, UUID gone) {
        this.items = items;
        this.gone = gone;
        out.add(gone);
        boolean more = true;
        while (more) {
            more = false;
            for (Item item : items) {
                more |= !out.contains(item.id()) && (within(item) || powerless(item)) && out.add(item.id());
            }
        }
        lost.addAll(out);
        List<Device> devices = all(Device.class).filter(device -> !out.contains(device.id())).toList();
        for (Device device : devices) {
            network(device);
            if (inlets(device).anyMatch(inlet -> !lit(inlet, new HashSet<>()))) {
                degraded.add(device.id());
            }
        }
        all(Egress.class).filter(egress -> !lost.contains(egress.id())).forEach(egress -> {
            if (egress.ports().stream().allMatch(this::gonePort)) {
                lost.add(egress.id());
            }
        });
        dependencies();
        degraded.removeAll(lost);
    }

    private <T extends Item> Stream<T> all(Class<T> type) {
        return items.stream().filter(type::isInstance).map(type::cast);
    }

    private boolean gonePort(UUID port) {
        return lost.contains(port);
    }

    private boolean within(Item item) {
        return switch (item) {
            case Room room -> out.contains(room.idc());
            case Rack rack -> out.contains(rack.room());
            case PowerFeed feed -> out.contains(feed.room()) || feed.rack().filter(out::contains).isPresent();
            case Server server when server.bay().filter(bay -> out.contains(bay.chassis())).isPresent() -> true;
            case Device device -> device.mounting().filter(m -> out.contains(m.rack())).isPresent();
            case Port port -> out.contains(port.device());
            case Egress egress -> out.contains(egress.idc());
            default -> false;
        };
    }

    private Optional<Cable> plug(UUID end) {
        return all(Cable.class).filter(cable -> cable.state() == CableState.CONNECTED
                && (cable.a().equals(end) || cable.b().equals(end))).findFirst();
    }

    private Stream<Port> ports(Device device, PortKind kind) {
        return all(Port.class).filter(port -> port.device().equals(device.id()) && port.kind() == kind);
    }

    private Stream<Port> inlets(Device device) {
        return ports(device, PortKind.POWER_INLET).filter(inlet -> plug(inlet.id()).isPresent());
    }

    private boolean powerless(Item item) {
        return item instanceof Device device && inlets(device).findAny().isPresent()
                && inlets(device).noneMatch(inlet -> lit(inlet, new HashSet<>()));
    }

    /** Whether power comes to an inlet or outlet; what is not plugged in counts as lit, for nothing is known of it. */
    private boolean lit(Port port, Set<UUID> asking) {
        if (out.contains(port.id()) || out.contains(port.device()) || !asking.add(port.id())) {
            return false;
        }
        if (port.kind() == PortKind.POWER_OUTLET) {
            if (port.through().isPresent()) {
                return lit(port(port.through().get()), asking);
            }
            Device device = all(Device.class).filter(d -> d.id().equals(port.device())).findFirst().orElseThrow();
            return inlets(device).findAny().isEmpty()
                    || inlets(device).anyMatch(inlet -> lit(inlet, new HashSet<>(asking)));
        }
        Optional<Cable> cable = plug(port.id());
        if (cable.isEmpty()) {
            return true;
        }
        UUID source = cable.get().other(port.id());
        if (out.contains(cable.get().id()) || out.contains(source)) {
            return false;
        }
        return all(Port.class).filter(p -> p.id().equals(source)).findFirst().map(p -> lit(p, asking)).orElse(true);
    }

    private Port port(UUID id) {
        return all(Port.class).filter(port -> port.id().equals(id)).findFirst().orElseThrow();
    }

    // ---- network ----------------------------------------------------------------------------------------------------

    /** The port at the other end of a network port's cable, if all on the way is as wanted. */
    private Optional<Port> far(Port from, Predicate<UUID> whole) {
        Port at = from;
        int position = 0;
        for (int i = 0; i < 20; i++) {
            Optional<Cable> cable = plug(at.id());
            if (cable.isEmpty() || !whole.test(cable.get().id())) {
                return Optional.empty();
            }
            Port next = port(cable.get().other(at.id()));
            if (!whole.test(next.id())) {
                return Optional.empty();
            }
            if (next.kind() == PortKind.NETWORK) {
                return next.device().equals(from.device()) ? Optional.empty() : Optional.of(next);
            }
            if (next.kind() == PortKind.FRONT) {
                position = next.position().orElse(1);
                at = port(next.through().orElseThrow());
            } else {
                int wanted = position;
                Port rear = next;
                Optional<Port> front = all(Port.class).filter(p -> p.kind() == PortKind.FRONT
                        && p.through().equals(Optional.of(rear.id())) && p.position().orElse(1) == wanted).findFirst();
                if (front.isEmpty()) {
                    return Optional.empty();
                }
                at = front.get();
            }
            if (!whole.test(at.id())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean exit(UUID device, Predicate<UUID> whole) {
        return whole.test(device) && (all(NetworkDevice.class)
                .anyMatch(d -> d.id().equals(device) && d.role() == NetworkRole.CORE)
                || all(Egress.class).filter(egress -> whole.test(egress.id())).flatMap(e -> e.ports().stream())
                        .anyMatch(port -> whole.test(port) && port(port).device().equals(device)));
    }

    /** Every exit at the end of some way on which only network devices lie. */
    private void exits(UUID at, Predicate<UUID> whole, boolean first, Set<UUID> seen, Set<UUID> found) {
        if (exit(at, whole)) {
            found.add(at);
        }
        boolean carries = all(NetworkDevice.class).anyMatch(d -> d.id().equals(at));
        if (!seen.add(at) || !first && !carries) {
            return;
        }
        all(Port.class).filter(p -> p.device().equals(at) && p.kind() == PortKind.NETWORK && whole.test(p.id()))
                .forEach(p -> far(p, whole).filter(to -> !to.managementOnly() && !p.managementOnly())
                        .filter(to -> whole.test(to.device()))
                        .ifPresent(to -> exits(to.device(), whole, false, seen, found)));
    }

    private boolean leadsOn(UUID from, UUID to) {
        return exit(to, _ -> true)
                || !exit(from, _ -> true) && all(NetworkDevice.class).anyMatch(d -> d.id().equals(to));
    }

    private void network(Device device) {
        var before = new HashSet<UUID>();
        var now = new HashSet<UUID>();
        exits(device.id(), _ -> true, true, new HashSet<>(), before);
        exits(device.id(), id -> !out.contains(id), true, new HashSet<>(), now);
        Predicate<UUID> whole = id -> !out.contains(id);
        List<Port> wired = ports(device, PortKind.NETWORK).filter(p -> far(p, _ -> true).isPresent())
                .filter(p -> !(device instanceof NetworkDevice)
                        || leadsOn(device.id(), far(p, _ -> true).get().device()))
                .toList();
        List<Port> own = wired.stream()
                .filter(p -> !p.managementOnly() && !far(p, _ -> true).get().managementOnly()).toList();
        Predicate<Port> dead = p -> !whole.test(p.id())
                || far(p, whole).filter(to -> whole.test(to.device())).isEmpty();
        boolean cut = before.isEmpty() ? !own.isEmpty() && own.stream().allMatch(dead) : now.isEmpty();
        if (cut && !(device instanceof Pdu || device instanceof Chassis)) {
            lost.add(device.id());
        } else if (cut || now.size() < before.size() || wired.stream().anyMatch(dead)) {
            degraded.add(device.id());
        }
    }

    private void dependencies() {
        boolean more = true;
        while (more) {
            more = false;
            for (Relation relation : all(Relation.class).toList()) {
                if (lost.contains(relation.to())) {
                    more |= relation.required() ? lost.add(relation.from()) : degraded.add(relation.from());
                }
            }
        }
    }

    /** What is to be told: not what goes itself, and no ports and cables. */
    Set<UUID> told(Set<UUID> ids) {
        var told = new HashSet<>(ids);
        told.remove(gone);
        all(Port.class).forEach(port -> told.remove(port.id()));
        all(Cable.class).forEach(cable -> told.remove(cable.id()));
        return told;
    }
}

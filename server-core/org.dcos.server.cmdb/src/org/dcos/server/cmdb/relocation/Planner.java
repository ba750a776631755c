package org.dcos.server.cmdb.relocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Relation;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.RelocationMove;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.relocation.RelocationIssue;
import org.dcos.domain.relocation.RelocationIssue.What;
import org.dcos.domain.relocation.RelocationPlan;
import org.dcos.server.cmdb.live.View;
import org.dcos.server.cmdb.live.Words;

/** Tells what moves would do and what they would break. */
final class Planner {

    private final View view;
    private final Words words;
    private final Machines machines;
    private final List<RelocationMove> moves;
    private final Optional<Relocation> own;
    private final List<RelocationIssue> issues = new ArrayList<>();
    private final Map<UUID, Mounting> before = new HashMap<>();
    private final Map<UUID, Mounting> after = new HashMap<>();

    /** @param own the relocation that the moves are of, when it has begun */
    Planner(View view, List<RelocationMove> moves, Optional<Relocation> own) {
        this.view = view;
        this.words = new Words(view);
        this.machines = new Machines(view);
        this.moves = List.copyOf(moves);
        this.own = own;
        moves.forEach(move -> {
            before.put(move.device(), move.from());
            after.put(move.device(), move.to());
        });
    }

    RelocationPlan plan() {
        List<RelocationPlan.Machine> planned = moves.stream().map(this::machine).toList();
        var racks = new LinkedHashSet<UUID>();
        moves.forEach(move -> {
            racks.add(move.from().rack());
            racks.add(move.to().rack());
        });
        List<Relocation> others = view.all(Relocation.class).filter(Relocation::open)
                .filter(other -> own.filter(o -> o.id().equals(other.id())).isEmpty()).toList();
        var loads = new Loads(view, moves, others);
        List<RelocationPlan.RackLoad> loaded = racks.stream().flatMap(rack -> view.item(Rack.class, rack).stream())
                .map(loads::of).toList();
        loaded.forEach(this::load);
        issues.sort(Comparator.comparing(issue -> !issue.blocks()));
        return new RelocationPlan(planned, loaded, issues);
    }

    private RelocationPlan.Machine machine(RelocationMove move) {
        Device device = view.item(Device.class, move.device()).orElseThrow();
        state(device);
        units(device, move);
        dependents(device);
        List<RelocationPlan.CableEnd> cables = machines.cables(device).stream()
                .filter(cable -> cable.state() != CableState.DECOMMISSIONED).map(cable -> cable(device, cable))
                .toList();
        List<RelocationPlan.AddressUse> addresses = machines.addresses(device).stream()
                .map(address -> address(device, move, address)).toList();
        return new RelocationPlan.Machine(device.id(), device.name(), words.mounting(move.from()),
                words.mounting(move.to()), machines.ports(device).size(), cables, addresses);
    }

    private void issue(What what, Optional<UUID> device, String message, String... values) {
        issues.add(new RelocationIssue(what, device, List.of(values), message.formatted((Object[]) values)));
    }

    private void state(Device device) {
        if (device.state() == LifecycleState.DEPLOYING || device.state() == LifecycleState.CLEANING) {
            issue(What.BUSY, Optional.of(device.id()), "%s is %s just now. Wait for the end.", device.name(),
                    device.state().name());
        } else if (!device.live()) {
            issue(What.RETIRED, Optional.of(device.id()), "%s is retired.", device.name());
        }
        if (own.isEmpty()) {
            view.referring(Relocation.class, device.id()).filter(Relocation::open).findFirst().ifPresent(
                    other -> issue(What.UNDER_WAY, Optional.of(device.id()),
                            "%s is under way already, by the relocation %s.", device.name(), other.title()));
        }
    }

    private void units(Device device, RelocationMove move) {
        Optional<UUID> id = Optional.of(device.id());
        Rack rack = view.item(Rack.class, move.to().rack()).orElseThrow();
        Mounting to = move.to();
        if (to.equals(move.from())) {
            issue(What.SAME_PLACE, id, "%s stands there already: %s.", device.name(), words.mounting(to));
            return;
        }
        if (to.zeroUnit()) {
            return;
        }
        if (to.lowestUnit() < 1 || to.end() > rack.heightUnits() + 1) {
            issue(What.OUTSIDE_RACK, id, "%s does not fit at %s: rack %s has %s U.", device.name(), Words.units(to),
                    rack.name(), Integer.toString(rack.heightUnits()));
            return;
        }
        view.referring(Device.class, rack.id()).filter(other -> !after.containsKey(other.id()))
                .filter(other -> other.mounting().filter(to::overlaps).isPresent())
                .forEach(other -> taken(device, to, other.name(), other.mounting().orElseThrow()));
        moves.stream().filter(other -> !other.device().equals(device.id()) && other.to().overlaps(to))
                .forEach(other -> taken(device, to, other.name(), other.to()));
        view.referring(RackReservation.class, rack.id())
                .filter(kept -> own.filter(o -> o.reservations().contains(kept.id())).isEmpty())
                .filter(kept -> Keeping.overlaps(kept, to) && !kept.holder().equals(device.owner()))
                .forEach(kept -> issue(What.UNITS_KEPT, id, "%s cannot stand at %s: that is kept for %s%s.",
                        device.name(), words.mounting(to), kept.holder(),
                        kept.why().isEmpty() ? "" : " (" + kept.why() + ")"));
    }

    private void taken(Device device, Mounting to, String other, Mounting where) {
        issue(What.UNITS_TAKEN, Optional.of(device.id()), "%s cannot stand at %s: %s takes %s.", device.name(),
                words.mounting(to), other, Words.units(where));
    }

    private void dependents(Device device) {
        machines.parts(device).forEach(part -> view.referring(Relation.class, part.id())
                .filter(relation -> relation.required() && relation.to().equals(part.id()))
                .forEach(relation -> issue(What.DEPENDENT_STOPS, Optional.of(device.id()),
                        "%s %s %s, and stands still without it.", words.name(relation.from()), relation.verb(),
                        part.name())));
    }

    private RelocationPlan.CableEnd cable(Device device, Cable cable) {
        boolean near = machines.ports(device).stream().map(Port::id).anyMatch(cable.a()::equals);
        String port = words.name(near ? cable.a() : cable.b());
        String far = words.name(near ? cable.b() : cable.a());
        boolean reaches = machines.reaches(cable, before, after);
        Optional<Double> needs = machines.needs(cable, after);
        peer(device, cable);
        if (!reaches) {
            issue(What.CABLE_TOO_SHORT, Optional.of(device.id()),
                    "The cable from %s to %s%s does not reach the new place%s: it is taken off.", port, far,
                    cable.lengthMetres().map(m -> " (%s m)".formatted(number(m))).orElse(""),
                    needs.map(m -> " (≥ %s m)".formatted(number(m))).orElse(""));
        }
        return new RelocationPlan.CableEnd(cable.id(), port, far, cable.lengthMetres(), needs, reaches);
    }

    /** Two relocations at the two ends of a cable could not be taken back one by one. */
    private void peer(Device device, Cable cable) {
        Stream.of(cable.a(), cable.b()).map(machines::outer).flatMap(Optional::stream)
                .filter(peer -> !peer.id().equals(device.id()) && !after.containsKey(peer.id()))
                .forEach(peer -> view.referring(Relocation.class, peer.id()).filter(Relocation::open)
                        .filter(other -> own.filter(o -> o.id().equals(other.id())).isEmpty()).findFirst()
                        .ifPresent(other -> issue(What.PEER_UNDER_WAY, Optional.of(device.id()),
                                "%s is cabled to %s, which is under way by the relocation %s. Wait for its end.",
                                device.name(), peer.name(), other.title())));
    }

    private RelocationPlan.AddressUse address(Device device, RelocationMove move, IpAddress address) {
        Optional<Prefix> of = prefix(address);
        boolean stays = of.map(prefix -> usedIn(prefix, move.to().rack()) || !usedIn(prefix, move.from().rack()))
                .orElse(true);
        if (!stays) {
            Prefix prefix = of.orElseThrow();
            issue(What.PREFIX_ELSEWHERE, Optional.of(device.id()),
                    "%s has %s of %s, which is used in %s only: it needs another address in the new place.",
                    device.name(), address.address(), prefix.cidr(),
                    prefix.room().or(prefix::idc).map(words::name).orElse(""));
        }
        return new RelocationPlan.AddressUse(address.address(), of.map(Prefix::cidr).orElse(""), stays);
    }

    /** The narrowest prefix that an address is of and that says where it is used; else the narrowest. */
    private Optional<Prefix> prefix(IpAddress address) {
        Address at = Address.parse(address.address());
        List<Prefix> around = view.all(Prefix.class).filter(prefix -> prefix.vrf().equals(address.vrf()))
                .filter(prefix -> {
                    Cidr cidr = Cidr.parse(prefix.cidr());
                    return cidr.family() == at.family() && cidr.contains(at);
                }).sorted(Comparator.comparing((Prefix prefix) -> -Cidr.parse(prefix.cidr()).length())).toList();
        return around.stream().filter(prefix -> prefix.room().isPresent() || prefix.idc().isPresent()).findFirst()
                .or(() -> around.stream().findFirst());
    }

    private boolean usedIn(Prefix prefix, UUID rack) {
        Room room = view.item(Rack.class, rack).flatMap(r -> view.item(Room.class, r.room())).orElseThrow();
        return prefix.room().map(room.id()::equals)
                .orElseGet(() -> prefix.idc().map(room.idc()::equals).orElse(true));
    }

    private void load(RelocationPlan.RackLoad load) {
        load.budgetWatts().ifPresent(budget -> {
            if (load.wattsAfter() > budget && load.wattsAfter() > load.wattsBefore()) {
                issue(What.POWER_EXCEEDED, Optional.empty(), "%s may draw %s W; afterwards it would be %s W.",
                        load.name(), Integer.toString(budget), Integer.toString(load.wattsAfter()));
            } else if (load.unknownWatts() > 0) {
                issue(What.POWER_UNKNOWN, Optional.empty(),
                        "Of %s of the machines then in %s the power is not known; its budget is %s W.",
                        Integer.toString(load.unknownWatts()), load.name(), Integer.toString(budget));
            }
        });
        load.limitKg().ifPresent(limit -> {
            if (load.gramsAfter() > limit * 1000L && load.gramsAfter() > load.gramsBefore()) {
                issue(What.WEIGHT_EXCEEDED, Optional.empty(), "%s may carry %s kg; afterwards it would be %s kg.",
                        load.name(), Integer.toString(limit), number(load.gramsAfter() / 1000.0));
            }
        });
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}

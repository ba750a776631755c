package org.dcos.server.cmdb.relocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.RelocationAction;
import org.dcos.domain.cmdb.RelocationMove;
import org.dcos.domain.cmdb.RelocationState;
import org.dcos.domain.cmdb.RelocationStep;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.Change;
import org.dcos.server.cmdb.live.Draft;
import org.dcos.server.cmdb.live.Words;

/** Brings a step of a relocation, and what it means in the records, into a draft. */
final class Steps {

    private final Change change;
    private final Draft draft;
    private final Machines machines;
    private Relocation relocation;

    Steps(Change change, Relocation relocation) {
        this.change = change;
        this.draft = change.draft();
        this.machines = new Machines(draft);
        this.relocation = relocation;
    }

    void take(RelocationMove move, RelocationStep step) throws Problem {
        Device device = draft.item(Device.class, move.device()).orElseThrow();
        RelocationMove moved = switch (step.action()) {
            case POWER_OFF -> move.stopped(stop(device));
            case UNPLUG -> move.unplugged(unplug(device));
            case CARRY -> carry(move, device);
            case MOUNT -> mount(move, device);
            case CABLE, POWER_ON -> move;
        };
        moved = moved.after(step);
        replace(moved);
        switch (step.action()) {
            case CABLE -> connect(device);
            case POWER_ON -> start(moved);
            case POWER_OFF, UNPLUG, CARRY, MOUNT -> {}
        }
        if (relocation.moves().stream().allMatch(each -> each.next().isEmpty())) {
            relocation.reservations().forEach(draft::remove);
            relocation = relocation.ended(RelocationState.DONE, step.at());
        }
        Keeping.put(draft, relocation);
    }

    private void replace(RelocationMove moved) {
        relocation = relocation.with(relocation.moves().stream()
                .map(each -> each.device().equals(moved.device()) ? moved : each).toList(), relocation.reservations());
    }

    private List<UUID> stop(Device device) throws Problem {
        var stopped = new ArrayList<UUID>();
        for (Device part : machines.parts(device)) {
            if (part.state() == LifecycleState.ACTIVE) {
                Keeping.put(draft, with(part, Map.of("state", LifecycleState.MAINTENANCE.name())));
                stopped.add(part.id());
            }
        }
        return stopped;
    }

    private void start(RelocationMove move) throws Problem {
        for (UUID id : move.stopped()) {
            Optional<Device> part = draft.item(Device.class, id)
                    .filter(device -> device.state() == LifecycleState.MAINTENANCE);
            if (part.isPresent()) {
                Keeping.put(draft, with(part.get(), Map.of("state", LifecycleState.ACTIVE.name())));
            }
        }
    }

    private List<UUID> unplug(Device device) throws Problem {
        var before = new HashMap<UUID, Mounting>();
        var after = new HashMap<UUID, Mounting>();
        relocation.moves().forEach(move -> {
            before.put(move.device(), move.from());
            after.put(move.device(), move.to());
        });
        var unplugged = new ArrayList<UUID>();
        for (Cable cable : machines.cables(device)) {
            if (cable.state() == CableState.DECOMMISSIONED) {
                continue;
            }
            if (!machines.reaches(cable, before, after)) {
                change.apply(List.of(new Edit.Delete(Kind.CABLE, cable.id(), 0)));
            } else if (cable.state() == CableState.CONNECTED) {
                Keeping.put(draft, in(cable, CableState.PLANNED));
                unplugged.add(cable.id());
            }
        }
        return unplugged;
    }

    /** Both ends have to be where they belong: the second machine's turn connects what runs between two of them. */
    private void connect(Device device) {
        var waiting = relocation.moves().stream().flatMap(move -> move.unplugged().stream()).toList();
        for (Cable cable : machines.cables(device)) {
            boolean out = Stream.of(cable.a(), cable.b()).map(machines::outer).flatMap(Optional::stream)
                    .map(Device::id).map(relocation::move).flatMap(Optional::stream)
                    .anyMatch(move -> !move.done(RelocationAction.CABLE));
            if (waiting.contains(cable.id()) && cable.state() == CableState.PLANNED && !out) {
                Keeping.put(draft, in(cable, CableState.CONNECTED));
            }
        }
    }

    private RelocationMove carry(RelocationMove move, Device device) throws Problem {
        if (device.mounting().filter(move.from()::equals).isEmpty()) {
            throw new Conflict("%s does not stand at %s any more. Roll the relocation back.".formatted(device.name(),
                    new Words(draft).mounting(move.from())));
        }
        Keeping.put(draft, with(device, Map.of("mounting.rack", "", "mounting.lowestUnit", "", "mounting.heightUnits",
                "", "mounting.face", "", "mounting.fullDepth", "")));
        if (!move.from().zeroUnit()) {
            var kept = new ArrayList<>(relocation.reservations());
            kept.addAll(new Keeping(draft, relocation.title(), "old place of " + move.name()).keep(move.from()));
            relocation = relocation.with(relocation.moves(), kept);
        }
        return move;
    }

    private RelocationMove mount(RelocationMove move, Device device) throws Problem {
        Mounting to = move.to();
        var inTheWay = draft.referring(Device.class, to.rack())
                .filter(other -> relocation.move(other.id()).isPresent() && !other.id().equals(device.id()))
                .filter(other -> other.mounting().filter(to::overlaps).isPresent()).findFirst();
        if (inTheWay.isPresent()) {
            throw new Conflict("%s still stands where %s is to be mounted. Carry it first.".formatted(
                    inTheWay.get().name(), device.name()));
        }
        List<UUID> used = draft.referring(RackReservation.class, to.rack())
                .filter(kept -> relocation.reservations().contains(kept.id()) && Keeping.overlaps(kept, to))
                .map(RackReservation::id).toList();
        used.forEach(draft::remove);
        relocation = relocation.with(relocation.moves(),
                relocation.reservations().stream().filter(id -> !used.contains(id)).toList());
        Keeping.put(draft, with(device, texts(to)));
        return move;
    }

    private static Map<String, String> texts(Mounting to) {
        return Map.of("mounting.rack", to.rack().toString(), "mounting.lowestUnit", Double.toString(to.lowestUnit()),
                "mounting.heightUnits", Double.toString(to.heightUnits()), "mounting.face", to.face().name(),
                "mounting.fullDepth", Boolean.toString(to.fullDepth()));
    }

    private static Device with(Device device, Map<String, String> texts) throws Problem {
        return (Device) Items.with(device, texts);
    }

    private static Cable in(Cable cable, CableState state) {
        return new Cable(cable.id(), cable.version(), cable.a(), cable.b(), state, cable.medium(), cable.colour(),
                cable.lengthMetres(), cable.label(), cable.labels(), cable.fields());
    }
}

package org.dcos.server.cmdb.relocation;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.RelocationMove;
import org.dcos.domain.relocation.RelocationPlan.RackLoad;
import org.dcos.server.cmdb.live.View;
import org.dcos.server.cmdb.live.Words;

/** Units, power and weight of a rack before and after some moves. What other relocations will bring counts as there. */
final class Loads {

    private final View view;
    private final Machines machines;
    private final List<RelocationMove> moves;
    private final List<Relocation> others;

    Loads(View view, List<RelocationMove> moves, List<Relocation> others) {
        this.view = view;
        this.machines = new Machines(view);
        this.moves = moves;
        this.others = others;
    }

    /** What a rack's devices come to. */
    private record Sum(int watts, int unknown, int grams) {}

    RackLoad of(Rack rack) {
        Set<UUID> before = devices(rack);
        var after = new LinkedHashSet<>(before);
        moves.forEach(move -> after.remove(move.device()));
        moves.stream().filter(move -> move.to().rack().equals(rack.id())).map(RelocationMove::device)
                .forEach(after::add);
        Sum was = sum(before);
        Sum is = sum(after);
        return new RackLoad(rack.id(), new Words(view).rack(rack.id()), rack.heightUnits(), units(rack, false),
                units(rack, true), was.watts(), is.watts(), rack.powerBudgetWatts(), is.unknown(), was.grams(),
                is.grams(), rack.weightLimitKg());
    }

    /** What stands there, what others will bring, and what others carried off and might bring back. */
    private Set<UUID> devices(Rack rack) {
        var devices = new LinkedHashSet<UUID>();
        view.referring(Device.class, rack.id()).map(Device::id).forEach(devices::add);
        others.stream().flatMap(other -> other.moves().stream()).forEach(move -> {
            boolean comes = move.to().rack().equals(rack.id());
            boolean mayComeBack = move.from().rack().equals(rack.id());
            if (comes || mayComeBack) {
                devices.add(move.device());
            }
        });
        moves.stream().filter(move -> move.carried() && move.from().rack().equals(rack.id()))
                .map(RelocationMove::device).forEach(devices::add);
        return devices;
    }

    private Sum sum(Collection<UUID> ids) {
        int watts = 0;
        int unknown = 0;
        int grams = 0;
        for (UUID id : ids) {
            Device device = view.item(Device.class, id).orElseThrow();
            OptionalInt draws = machines.watts(device);
            watts += draws.orElse(0);
            unknown += draws.isEmpty() ? 1 : 0;
            grams += machines.grams(device);
        }
        return new Sum(watts, unknown, grams);
    }

    private double units(Rack rack, boolean after) {
        var halves = new BitSet();
        view.referring(Device.class, rack.id())
                .filter(device -> moves.stream().noneMatch(move -> move.device().equals(device.id())))
                .forEach(device -> device.mounting().ifPresent(mounting -> set(halves, mounting)));
        moves.stream().map(move -> after ? move.to() : move.from())
                .filter(mounting -> mounting.rack().equals(rack.id())).forEach(mounting -> set(halves, mounting));
        return halves.cardinality() / 2.0;
    }

    private static void set(BitSet halves, Mounting mounting) {
        halves.set((int) (mounting.lowestUnit() * 2), (int) (mounting.end() * 2));
    }
}

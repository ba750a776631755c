package org.dcos.server.cmdb.capacity;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.capacity.RackCapacity.Use;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.Pdu;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.server.cmdb.live.Demand;
import org.dcos.server.cmdb.live.View;

/** Counts what is in a rack. */
final class RackCount {

    private static final int HALVES = 2;

    private final View view;
    private final Demand demand;

    RackCount(View view) {
        this.view = view;
        this.demand = new Demand(view);
    }

    RackCapacity of(Rack rack) {
        List<Device> devices = view.referring(Device.class, rack.id()).toList();
        var used = used(devices);
        var kept = kept(rack);
        kept.andNot(used);
        List<OptionalInt> watts = devices.stream().filter(RackCount::draws).map(demand::watts).toList();
        List<OptionalInt> grams = devices.stream().flatMap(device -> demand.parts(device).stream())
                .map(demand::ownGrams).toList();
        return new RackCapacity(rack.id(), rack.heightUnits(), used.cardinality() / (double) HALVES,
                kept.cardinality() / (double) HALVES, sum(watts), unknown(watts), budget(rack), sum(grams),
                unknown(grams), rack.weightLimitKg(),
                use(devices.stream().filter(NetworkDevice.class::isInstance), PortKind.NETWORK),
                use(devices.stream(), PortKind.POWER_OUTLET));
    }

    /** What passes power on draws none of its own. */
    private static boolean draws(Device device) {
        return !(device instanceof Pdu);
    }

    private static BitSet used(List<Device> devices) {
        var halves = new BitSet();
        devices.forEach(device -> device.mounting()
                .ifPresent(mounting -> set(halves, mounting.lowestUnit(), mounting.heightUnits())));
        return halves;
    }

    private BitSet kept(Rack rack) {
        var halves = new BitSet();
        view.referring(RackReservation.class, rack.id())
                .forEach(kept -> set(halves, kept.lowestUnit(), kept.heightUnits()));
        return halves;
    }

    private static void set(BitSet halves, double from, double units) {
        halves.set((int) (from * HALVES), (int) ((from + units) * HALVES));
    }

    private OptionalInt budget(Rack rack) {
        if (rack.powerBudgetWatts().isPresent()) {
            return rack.powerBudgetWatts();
        }
        return view.referring(PowerFeed.class, rack.id())
                .collect(Collectors.groupingBy(PowerFeed::side, Collectors.summingInt(PowerFeed::usableWatts)))
                .values().stream().mapToInt(Integer::intValue).min();
    }

    private Use use(Stream<Device> devices, PortKind kind) {
        return devices.flatMap(device -> view.referring(Port.class, device.id())
                .filter(port -> port.device().equals(device.id()) && port.kind() == kind))
                .map(port -> new Use(1, view.referring(Cable.class, port.id()).findAny().isPresent() ? 1 : 0))
                .reduce(Use.NONE, Use::plus);
    }

    private static int sum(List<OptionalInt> values) {
        return values.stream().filter(OptionalInt::isPresent).mapToInt(OptionalInt::getAsInt).sum();
    }

    private static int unknown(List<OptionalInt> values) {
        return (int) values.stream().filter(OptionalInt::isEmpty).count();
    }
}

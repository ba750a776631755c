package org.dcos.server.cmdb.relocation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;
import org.dcos.server.cmdb.live.Demand;
import org.dcos.server.cmdb.live.View;

/** What moves with a machine: the blades in it, their ports, cables and addresses, what it draws and weighs. */
final class Machines {

    private final View view;
    private final Demand demand;

    Machines(View view) {
        this.view = view;
        this.demand = new Demand(view);
    }

    /** It, and the blades in it. */
    List<Device> parts(Device device) {
        return demand.parts(device);
    }

    List<Port> ports(Device device) {
        return parts(device).stream().flatMap(part -> view.referring(Port.class, part.id())
                .filter(port -> port.device().equals(part.id()))).toList();
    }

    /** The cables on its ports, each once; those inside it do not count, as nobody unplugs them. */
    List<Cable> cables(Device device) {
        var ports = ports(device).stream().map(Port::id).collect(Collectors.toSet());
        return ports.stream().flatMap(port -> view.referring(Cable.class, port)).distinct()
                .filter(cable -> !(ports.contains(cable.a()) && ports.contains(cable.b())))
                .sorted(Comparator.comparing(Cable::id)).toList();
    }

    List<IpAddress> addresses(Device device) {
        return Stream.concat(parts(device).stream().map(Device::id), ports(device).stream().map(Port::id))
                .flatMap(holder -> view.referring(IpAddress.class, holder)
                        .filter(address -> address.holder().filter(holder::equals).isPresent()))
                .toList();
    }

    /** The most that it draws, with the blades in it, where known of all. */
    OptionalInt watts(Device device) {
        return demand.watts(device);
    }

    int grams(Device device) {
        return parts(device).stream().mapToInt(part -> demand.ownGrams(part).orElse(0)).sum();
    }

    /** The device that a port belongs to: the chassis, for a blade's. Empty for a power feed. */
    Optional<Device> outer(UUID end) {
        return view.item(Port.class, end).flatMap(port -> view.item(Device.class, port.device()))
                .map(device -> device instanceof Server server
                        ? server.bay().flatMap(bay -> view.item(Device.class, bay.chassis())).orElse(device)
                        : device);
    }

    /** Where a cable's end is, with some machines in other places than recorded. */
    Optional<CableReach.Spot> spot(UUID end, Map<UUID, Mounting> places) {
        Optional<Device> device = outer(end);
        if (device.isPresent()) {
            Optional<Mounting> there = Optional.ofNullable(places.get(device.get().id()))
                    .or(() -> device.get().mounting());
            return there.flatMap(mounting -> view.item(Rack.class, mounting.rack())
                    .map(rack -> CableReach.Spot.at(rack, mounting.zeroUnit()
                            ? rack.heightUnits() / 2.0
                            : mounting.lowestUnit())));
        }
        return view.item(PowerFeed.class, end).flatMap(PowerFeed::rack).flatMap(rack -> view.item(Rack.class, rack))
                .map(rack -> new CableReach.Spot(rack, rack.heightUnits()));
    }

    /** Whether a cable still joins its ends when machines stand in other places. */
    boolean reaches(Cable cable, Map<UUID, Mounting> before, Map<UUID, Mounting> after) {
        var was = List.of(spot(cable.a(), before), spot(cable.b(), before));
        var is = List.of(spot(cable.a(), after), spot(cable.b(), after));
        if (was.stream().anyMatch(Optional::isEmpty) || is.stream().anyMatch(Optional::isEmpty)) {
            return false;
        }
        return CableReach.reaches(cable.lengthMetres(), was.get(0).get(), was.get(1).get(), is.get(0).get(),
                is.get(1).get());
    }

    Optional<Double> needs(Cable cable, Map<UUID, Mounting> after) {
        return spot(cable.a(), after).flatMap(a -> spot(cable.b(), after).flatMap(b -> CableReach.needs(a, b)));
    }
}

package org.dcos.server.cmdb.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Bay;
import org.dcos.domain.cmdb.Chassis;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.Server;

/** What a device asks of the rack that it stands in, with the blades in it. */
public final class Demand {

    private final View view;

    public Demand(View view) {
        this.view = view;
    }

    /** It, and the blades in it. */
    public List<Device> parts(Device device) {
        return device instanceof Chassis
                ? Stream.concat(Stream.of(device), view.referring(Server.class, device.id())
                        .filter(server -> server.bay().map(Bay::chassis).filter(device.id()::equals).isPresent()))
                        .toList()
                : List.of(device);
    }

    /** The most that it draws, with the blades in it, where known of all. */
    public OptionalInt watts(Device device) {
        int sum = 0;
        for (Device part : parts(device)) {
            OptionalInt own = ownWatts(part);
            if (own.isEmpty()) {
                return own;
            }
            sum += own.getAsInt();
        }
        return OptionalInt.of(sum);
    }

    /** As its type says; else as the strongest of its inlets, as each has to carry it alone. */
    private OptionalInt ownWatts(Device device) {
        OptionalInt type = type(device).map(DeviceType::powerWatts).orElse(OptionalInt.empty());
        return type.isPresent()
                ? type
                : view.referring(Port.class, device.id()).map(Port::maximumWatts).filter(OptionalInt::isPresent)
                        .mapToInt(OptionalInt::getAsInt).max();
    }

    /** What it weighs without the blades in it, where known. */
    public OptionalInt ownGrams(Device device) {
        return type(device).map(DeviceType::weightGrams).orElse(OptionalInt.empty());
    }

    private Optional<DeviceType> type(Device device) {
        return device.deviceType().flatMap(type -> view.item(DeviceType.class, type));
    }
}

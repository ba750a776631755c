package org.dcos.server.cmdb.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PortTemplate;

/**
 * How the ports of a device differ from its type's.
 *
 * @param missing new ports, version 0
 * @param unlike  the ports that differ, and what each should be
 * @param surplus the ports that the type lacks
 */
public record TypePorts(List<Port> missing, Map<Port, Port> unlike, List<Port> surplus) {

    private record Name(PortKind kind, String name) {}

    public static TypePorts of(View view, Device device, DeviceType type) {
        var there = new HashMap<Name, Port>();
        view.referring(Port.class, device.id()).filter(port -> port.device().equals(device.id()))
                .forEach(port -> there.put(new Name(port.kind(), port.name()), port));
        var ids = new HashMap<Name, UUID>();
        for (PortTemplate template : type.ports()) {
            var name = new Name(template.kind(), template.name());
            ids.put(name, there.containsKey(name) ? there.get(name).id() : UUID.randomUUID());
        }
        var missing = new ArrayList<Port>();
        var unlike = new HashMap<Port, Port>();
        for (PortTemplate template : type.ports()) {
            var name = new Name(template.kind(), template.name());
            Optional<UUID> through = template.through().map(other -> new Name(behind(template.kind()), other))
                    .flatMap(other -> Optional.ofNullable(ids.get(other)));
            Port now = there.remove(name);
            if (now == null) {
                missing.add(made(ids.get(name), device, template, through));
            } else {
                Port wanted = like(now, template, through);
                if (!wanted.equals(now)) {
                    unlike.put(now, wanted);
                }
            }
        }
        return new TypePorts(missing, unlike, List.copyOf(there.values()));
    }

    /** What kind of port lies behind one: an inlet behind an outlet, a rear port behind a front port. */
    private static PortKind behind(PortKind kind) {
        return kind == PortKind.POWER_OUTLET ? PortKind.POWER_INLET : PortKind.REAR;
    }

    private static Port made(UUID id, Device device, PortTemplate template, Optional<UUID> through) {
        return new Port(id, 0, device.id(), template.name(), template.kind(), template.connector(), speed(template),
                Optional.empty(), Optional.empty(), template.managementOnly(), through, template.position(),
                template.maximumWatts(), "", Map.of(), Map.of());
    }

    private static Port like(Port port, PortTemplate template, Optional<UUID> through) {
        boolean other = !port.connector().equals(template.connector());
        OptionalInt speed = other || port.speedMbps().isEmpty() ? speed(template) : port.speedMbps();
        return new Port(port.id(), port.version(), port.device(), port.name(), port.kind(), template.connector(),
                speed, port.mac(), port.lag(), template.managementOnly(), through, template.position(),
                template.maximumWatts(), port.description(), port.labels(), port.fields());
    }

    private static OptionalInt speed(PortTemplate template) {
        return template.kind() == PortKind.NETWORK ? LinkSpeed.mbps(template.connector()) : OptionalInt.empty();
    }

    /** Whether the device is as its type. */
    public boolean none() {
        return missing.isEmpty() && unlike.isEmpty() && surplus.isEmpty();
    }
}

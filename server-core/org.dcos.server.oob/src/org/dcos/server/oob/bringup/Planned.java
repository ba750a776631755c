package org.dcos.server.oob.bringup;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Problem;

/** What is planned, out of the records. */
final class Planned {

    private static final PageRequest FEW = new PageRequest(0, 1_000);
    private static final String BMC_PORT = "bmc";

    private final InventoryStore inventory;
    private final Records records;
    private final BmcStore bmcs;

    Planned(InventoryStore inventory, Records records, BmcStore bmcs) {
        this.inventory = inventory;
        this.records = records;
        this.bmcs = bmcs;
    }

    Optional<Server> server(UUID id) {
        return inventory.server(id);
    }

    Optional<Server> bySerial(String serial) {
        return inventory.serverBySerial(serial);
    }

    /** The server that has a port with this MAC. */
    Optional<Server> byMac(String mac) {
        return mac.isEmpty() ? Optional.empty()
                : list(Port.class, ItemFilter.field("mac", mac)).stream().findFirst()
                        .flatMap(port -> inventory.server(port.device()));
    }

    /** The server at the other end of the cable in a switch port. @param relayPort {@code switch port}, may be empty */
    Optional<Server> byRelayPort(String relayPort) {
        int between = relayPort.indexOf(' ');
        if (between <= 0) {
            return Optional.empty();
        }
        String device = relayPort.substring(0, between);
        String circuit = relayPort.substring(between + 1);
        return list(NetworkDevice.class, ItemFilter.text(device)).stream()
                .filter(one -> one.name().equalsIgnoreCase(device)).findFirst()
                .flatMap(one -> list(Port.class, ItemFilter.field("device", one.id().toString())).stream()
                        .filter(port -> names(circuit, port.name())).findFirst())
                .flatMap(this::farEnd);
    }

    /** Relays write the port alone or behind other things: {@code 0/3}, {@code vlan20:GigabitEthernet0/3}. */
    private static boolean names(String circuit, String port) {
        String text = circuit.toLowerCase(Locale.ROOT);
        String name = port.toLowerCase(Locale.ROOT);
        return text.equals(name) || text.endsWith(':' + name) || text.endsWith(' ' + name) || text.endsWith('|' + name);
    }

    private Optional<Server> farEnd(Port port) {
        String id = port.id().toString();
        return Stream.of("a", "b").flatMap(end -> list(Cable.class, ItemFilter.field(end, id)).stream())
                .findFirst().flatMap(cable -> item(Port.class, cable.other(port.id())))
                .flatMap(far -> inventory.server(far.device()));
    }

    private <T extends Item> List<T> list(Class<T> type, ItemFilter filter) {
        try {
            Page<T> found = records.list(type, filter, FEW);
            return found.items();
        } catch (Problem e) {
            throw new IllegalStateException("the filter is ours", e);
        }
    }

    <T extends Item> Optional<T> item(Class<T> type, UUID id) {
        try {
            return Optional.of(records.item(type, id));
        } catch (Problem _) { // another kind, or gone meanwhile
            return Optional.empty();
        }
    }

    /** The record of the BMC: the server's, else the one at its address. */
    Optional<Bmc> bmcOf(Arrival arrival) {
        return arrival.server().flatMap(bmcs::byServer)
                .or(() -> bmcs.byAddress(arrival.address(), arrival.port()));
    }

    /** As {@link #bmcOf}, of one that must have been recorded. */
    Bmc recorded(Arrival arrival) throws Conflict {
        return bmcOf(arrival).orElseThrow(
                () -> new Conflict("The record of the BMC at %s is gone.".formatted(arrival.address())));
    }

    /**
     * The port of a server that its BMC is behind: the one with this MAC, else the only management port without a MAC,
     * else one that is recorded anew. The MAC is recorded with it.
     */
    Port bmcPort(Server server, String mac) throws Problem {
        List<Port> ports = list(Port.class, ItemFilter.field("device", server.id().toString())).stream()
                .filter(port -> port.kind() == PortKind.NETWORK).toList();
        var known = ports.stream().filter(port -> !mac.isEmpty() && port.mac().equals(Optional.of(mac))).findFirst();
        var managing = ports.stream().filter(Port::managementOnly).toList();
        if (known.isPresent() || mac.isEmpty() && !managing.isEmpty()) {
            return known.orElseGet(managing::getFirst);
        }
        var free = managing.stream().filter(port -> port.mac().isEmpty()).findFirst();
        Port port = free.map(one -> new Port(one.id(), one.version(), one.device(), one.name(), one.kind(),
                one.connector(), one.speedMbps(), Optional.of(mac), one.lag(), true, one.through(), one.position(),
                one.maximumWatts(), one.description(), one.labels(), one.fields()))
                .orElseGet(() -> new Port(UUID.randomUUID(), 0, server.id(), freeName(ports), PortKind.NETWORK, "",
                        OptionalInt.empty(), Optional.of(mac).filter(text -> !text.isEmpty()), Optional.empty(), true,
                        Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), "", Map.of(), Map.of()));
        records.commit(new ChangeOrder("Recorded the BMC port of " + server.name(),
                "its BMC told its MAC when it came", List.of(new Edit.Put(port))));
        return item(Port.class, port.id()).orElse(port);
    }

    private static String freeName(List<Port> ports) {
        String name = BMC_PORT;
        for (int n = 2; contains(ports, name); n++) {
            name = BMC_PORT + n;
        }
        return name;
    }

    private static boolean contains(List<Port> ports, String name) {
        return ports.stream().anyMatch(port -> port.name().equals(name));
    }

    /** Labels of the server, and where it has none, those of its device type. */
    Map<String, String> labels(Server server) {
        var all = new HashMap<>(server.deviceType()
                .flatMap(type -> item(DeviceType.class, type)).map(type -> type.labels())
                .orElse(Map.of()));
        all.putAll(server.labels());
        return all;
    }

    List<IpAddress> addressesOf(UUID holder) {
        return list(IpAddress.class, ItemFilter.field("holder", holder.toString()));
    }

    List<Prefix> prefixes() {
        return list(Prefix.class, ItemFilter.NONE);
    }

    /** Which other device has a name, for sentences. */
    String name(Optional<UUID> server) {
        return server.flatMap(inventory::server).map(Device::name).orElse("an unknown server");
    }
}

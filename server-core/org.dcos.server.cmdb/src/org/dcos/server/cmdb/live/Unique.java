package org.dcos.server.cmdb.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Business;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CustomItem;
import org.dcos.domain.cmdb.CustomKind;
import org.dcos.domain.cmdb.DedicatedLine;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Egress;
import org.dcos.domain.cmdb.FieldDefinition;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.IpRange;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Owner;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Relation;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.Vlan;
import org.dcos.domain.cmdb.Vrf;

/**
 * A value that only one item may have.
 *
 * @param what  which value: {@code device name}; values of different kinds do not meet
 * @param scope within what it is unique, e.g. the rack's room; empty: everywhere
 * @param value as it is compared
 */
public record Unique(String what, Optional<Object> scope, String value) {

    /** A unique value and the field that has it. */
    public record Held(String field, Unique unique) {}

    private static final UUID EVERYWHERE = new UUID(0, 0);

    public static Unique of(String what, String value) {
        return new Unique(what, Optional.empty(), value);
    }

    public static Unique within(Object scope, String what, String value) {
        return new Unique(what, Optional.of(scope), value);
    }

    public static Unique deviceName(String name) {
        return of("device name", name);
    }

    public static Unique serial(String serial) {
        return of("serial number", serial);
    }

    public static Unique assetTag(String tag) {
        return of("asset tag", tag);
    }

    public static Unique address(Optional<UUID> vrf, String address) {
        return within(vrf.orElse(EVERYWHERE), "address", address);
    }

    public static Unique cidr(Optional<UUID> vrf, String cidr) {
        return within(vrf.orElse(EVERYWHERE), "prefix", cidr);
    }

    public static Unique cableEnd(UUID end) {
        return of("cable end", end.toString());
    }

    public static Unique mac(String mac) {
        return of("MAC address", mac.toLowerCase(Locale.ROOT));
    }

    /** What of an item no other may have. */
    public static List<Held> of(Item item) {
        return switch (item) {
            case Device device -> ofDevice(device);
            case Idc idc -> one("name", of("IDC name", idc.name()));
            case Room room -> one("name", within(room.idc(), "room name", room.name()));
            case Rack rack -> one("name", within(rack.room(), "rack name", rack.name()));
            case DeviceType type -> one("model",
                    within(type.manufacturer().toLowerCase(Locale.ROOT), "device type", type.model()));
            case Port port -> ofPort(port);
            case PowerFeed feed -> one("name", within(feed.room(), "power feed name", feed.name()));
            case Cable cable -> List.of(new Held("a", cableEnd(cable.a())), new Held("b", cableEnd(cable.b())));
            case DedicatedLine line -> one("name", of("dedicated line name", line.name()));
            case Egress egress -> one("name", of("egress name", egress.name()));
            case Vrf vrf -> one("name", of("VRF name", vrf.name()));
            case Vlan vlan -> one("tag",
                    within(vlan.room().orElse(EVERYWHERE), "VLAN tag", Integer.toString(vlan.tag())));
            case Prefix prefix -> one("cidr", cidr(prefix.vrf(), prefix.cidr()));
            case IpAddress address -> one("address", address(address.vrf(), address.address()));
            case Business business -> one("name", of("business name", business.name()));
            case Owner owner -> one("name", of("owner name", owner.name()));
            case FieldDefinition field -> one("name", within(field.of(), "field name", field.name()));
            case CustomKind kind -> one("name", of("name of a kind", kind.name()));
            case CustomItem custom -> one("name", within(custom.kind(), "name", custom.name()));
            case Relation relation -> one("to", within(List.of(relation.from(), relation.verb()), "relation",
                    relation.to().toString()));
            case RackReservation _ -> List.of();
            case IpRange _ -> List.of();
            case Relocation _ -> List.of();
        };
    }

    private static List<Held> one(String field, Unique unique) {
        return List.of(new Held(field, unique));
    }

    private static List<Held> ofDevice(Device device) {
        if (!device.live()) {
            return List.of();
        }
        var held = new ArrayList<Held>();
        held.add(new Held("name", deviceName(device.name())));
        if (!device.serial().isEmpty()) {
            held.add(new Held("serial", serial(device.serial())));
        }
        device.assetTag().ifPresent(tag -> held.add(new Held("assetTag", assetTag(tag))));
        if (device instanceof Server server) {
            server.bay().ifPresent(bay -> held.add(new Held("bay.slot",
                    within(bay.chassis(), "bay", bay.slot()))));
        }
        return held;
    }

    private static List<Held> ofPort(Port port) {
        var held = new ArrayList<Held>();
        held.add(new Held("name", within(List.of(port.device(), port.kind()), "port name", port.name())));
        port.mac().ifPresent(mac -> held.add(new Held("mac", mac(mac))));
        return held;
    }
}

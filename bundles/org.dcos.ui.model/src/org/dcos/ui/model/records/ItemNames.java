package org.dcos.ui.model.records;

import java.util.UUID;
import java.util.function.Function;

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
import org.dcos.domain.cmdb.Vlan;
import org.dcos.domain.cmdb.Vrf;

/** What people call a record. */
public final class ItemNames {

    private ItemNames() {}

    /** @param others names of what it refers to, where its own name is made of them */
    public static String of(Item item, Function<UUID, String> others) {
        return switch (item) {
            case Idc idc -> idc.name();
            case Room room -> room.name();
            case Rack rack -> rack.name();
            case RackReservation kept -> "%s %s".formatted(others.apply(kept.rack()), kept.holder()).strip();
            case Device device -> device.name();
            case DeviceType type -> (type.manufacturer() + " " + type.model()).strip();
            case Port port -> "%s %s".formatted(others.apply(port.device()), port.name()).strip();
            case PowerFeed feed -> feed.name();
            case Cable cable -> cable.label().isEmpty()
                    ? "%s – %s".formatted(others.apply(cable.a()), others.apply(cable.b()))
                    : cable.label();
            case DedicatedLine line -> line.name();
            case Egress egress -> egress.name();
            case Vrf vrf -> vrf.name();
            case Vlan vlan -> "%d %s".formatted(vlan.tag(), vlan.name()).strip();
            case Prefix prefix -> prefix.cidr();
            case IpRange range -> "%s – %s".formatted(range.first(), range.last());
            case IpAddress address -> address.address();
            case Business business -> business.name();
            case Owner owner -> owner.name();
            case Relation relation -> "%s %s %s".formatted(others.apply(relation.from()), relation.verb(),
                    others.apply(relation.to()));
            case Relocation relocation -> relocation.title();
            case FieldDefinition field -> field.title().isEmpty() ? field.of() + " " + field.name() : field.title();
            case CustomKind kind -> kind.title().isEmpty() ? kind.name() : kind.title();
            case CustomItem custom -> custom.name();
        };
    }
}

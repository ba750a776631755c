package org.dcos.server.cmdb.search;

import org.dcos.domain.cmdb.Business;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CustomItem;
import org.dcos.domain.cmdb.DedicatedLine;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Egress;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Owner;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Vlan;
import org.dcos.domain.cmdb.Vrf;

/** By which of its fields an item is found. */
final class FoundBy {

    /** Takes the fields of an item, in the order in which equally good ones are told; values are never empty. */
    interface Fields {
        void text(String field, String value);

        /** @param value as it is recorded, with colons */
        void mac(String field, String value);

        /** @param value as it is recorded; found as a text too */
        void address(String field, String value);
    }

    private FoundBy() {}

    static void of(Item item, Fields to) {
        switch (item) {
            case Device device -> {
                text(to, "name", device.name());
                text(to, "serial", device.serial());
                device.assetTag().ifPresent(tag -> text(to, "assetTag", tag));
            }
            case Port port -> {
                text(to, "name", port.name());
                text(to, "description", port.description());
                port.mac().ifPresent(mac -> to.mac("mac", mac));
            }
            case IpAddress address -> {
                to.address("address", address.address());
                text(to, "dnsName", address.dnsName());
            }
            case Cable cable -> text(to, "label", cable.label());
            case DedicatedLine line -> {
                text(to, "name", line.name());
                text(to, "contract", line.contract());
                text(to, "carrier", line.carrier());
            }
            case DeviceType type -> {
                text(to, "model", type.model());
                text(to, "manufacturer", type.manufacturer());
                text(to, "partNumber", type.partNumber());
            }
            case Vlan vlan -> {
                text(to, "name", vlan.name());
                text(to, "tag", Integer.toString(vlan.tag()));
            }
            case Idc idc -> text(to, "name", idc.name());
            case Room room -> text(to, "name", room.name());
            case Rack rack -> text(to, "name", rack.name());
            case PowerFeed feed -> text(to, "name", feed.name());
            case Egress egress -> text(to, "name", egress.name());
            case Vrf vrf -> text(to, "name", vrf.name());
            case Prefix prefix -> text(to, "cidr", prefix.cidr());
            case Business business -> text(to, "name", business.name());
            case Owner owner -> text(to, "name", owner.name());
            case RackReservation kept -> text(to, "holder", kept.holder());
            case CustomItem custom -> text(to, "name", custom.name());
            default -> {}
        }
        item.labels().forEach((name, value) -> text(to, "label." + name, value));
        item.fields().forEach((name, value) -> text(to, "field." + name, value));
    }

    private static void text(Fields to, String field, String value) {
        if (!value.isEmpty()) {
            to.text(field, value);
        }
    }
}

package org.dcos.domain.cmdb;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of things that are recorded, in an order in which each refers to earlier ones, where it can be so. */
public enum Kind {
    OWNER(Owner.class, "owners"), BUSINESS(Business.class, "businesses"), CUSTOM_KIND(CustomKind.class, "custom-kinds"),
    FIELD_DEFINITION(FieldDefinition.class, "field-definitions"), IDC(Idc.class, "idcs"), ROOM(Room.class, "rooms"),
    RACK(Rack.class, "racks"), RACK_RESERVATION(RackReservation.class, "rack-reservations"),
    DEVICE_TYPE(DeviceType.class, "device-types"), CHASSIS(Chassis.class, "chassis"), SERVER(Server.class, "servers"),
    NETWORK_DEVICE(NetworkDevice.class, "network-devices"), PDU(Pdu.class, "pdus"),
    POWER_FEED(PowerFeed.class, "power-feeds"), PORT(Port.class, "ports"), CABLE(Cable.class, "cables"),
    DEDICATED_LINE(DedicatedLine.class, "dedicated-lines"), VRF(Vrf.class, "vrfs"), VLAN(Vlan.class, "vlans"),
    PREFIX(Prefix.class, "prefixes"), IP_RANGE(IpRange.class, "ip-ranges"),
    IP_ADDRESS(IpAddress.class, "ip-addresses"), EGRESS(Egress.class, "egresses"),
    CUSTOM_ITEM(CustomItem.class, "custom-items"), RELATION(Relation.class, "relations"),
    RELOCATION(Relocation.class, "relocations");

    private static final Map<Class<?>, Kind> BY_TYPE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Kind::type, Function.identity()));
    private static final Map<String, Kind> BY_RESOURCE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Kind::resource, Function.identity()));

    private final Class<? extends Item> type;
    private final String resource;

    Kind(Class<? extends Item> type, String resource) {
        this.type = type;
        this.resource = resource;
    }

    public Class<? extends Item> type() {
        return type;
    }

    /** Its name in the API, in files and in settings: plural, kebab-case. */
    public String resource() {
        return resource;
    }

    /** One of it, in words: {@code network device}. */
    public String word() {
        return this == IDC || this == PDU || this == VRF || this == VLAN
                ? name()
                : name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ').replace("ip ", "IP ");
    }

    /** Whether things of this kind are devices. */
    public boolean device() {
        return Device.class.isAssignableFrom(type);
    }

    public static Kind of(Item item) {
        return BY_TYPE.get(item.getClass());
    }

    public static Kind of(Class<? extends Item> type) {
        return BY_TYPE.get(type);
    }

    public static Optional<Kind> ofResource(String resource) {
        return Optional.ofNullable(BY_RESOURCE.get(resource));
    }
}

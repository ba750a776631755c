package org.dcos.server.cmdb.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CustomItem;
import org.dcos.domain.cmdb.CustomKind;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.FieldDefinition;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.IpRange;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Relation;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Vlan;
import org.dcos.domain.cmdb.Vrf;
import org.dcos.server.cmdb.live.View;
import org.dcos.server.cmdb.live.Words;

/** What items are called where other items refer to them: the fullest name first, shorter ones after it. */
final class Naming {

    private final View view;
    private final Words words;

    Naming(View view) {
        this.view = view;
        this.words = new Words(view);
    }

    List<String> of(Item item) {
        var names = new ArrayList<String>();
        switch (item) {
            case Device device -> {
                names.add(device.name());
                if (!device.serial().isEmpty()) {
                    names.add(device.serial());
                    names.add("%s (%s)".formatted(device.name(), device.serial()));
                }
                device.assetTag().ifPresent(names::add);
            }
            case Room room -> {
                names.add(room(room));
                names.add(room.name());
            }
            case Rack rack -> {
                names.add("%s / %s".formatted(room(rack.room()), rack.name()));
                names.add(view.item(Room.class, rack.room()).map(Room::name).orElse("?") + " / " + rack.name());
                names.add(rack.name());
            }
            case RackReservation kept -> names.add("%s / %s".formatted(rack(kept.rack()), words.name(kept)));
            case DeviceType type -> {
                names.add("%s / %s".formatted(type.manufacturer(), type.model()));
                names.add("%s %s".formatted(type.manufacturer(), type.model()));
                names.add(type.model());
                names.add(type.slug());
            }
            case Port port -> ports(port, names);
            case PowerFeed feed -> {
                names.add("%s / %s".formatted(room(feed.room()), feed.name()));
                names.add(feed.name());
            }
            case Cable cable -> {
                names.add("%s to %s".formatted(port(cable.a()), port(cable.b())));
                names.add(cable.label());
            }
            case Vlan vlan -> {
                String tag = Integer.toString(vlan.tag());
                vlan.room().ifPresent(room -> names.add("%s / %s".formatted(room(room), tag)));
                names.add(tag);
                names.add("VLAN " + tag);
                names.add(vlan.name());
            }
            case Prefix prefix -> within(prefix.vrf(), prefix.cidr(), names);
            case IpAddress address -> within(address.vrf(), address.address(), names);
            case IpRange range -> within(range.vrf(), words.name(range), names);
            case FieldDefinition field -> names.add("%s / %s".formatted(field.of(), field.name()));
            case CustomKind kind -> {
                names.add(kind.name());
                names.add(kind.title());
            }
            case CustomItem custom -> {
                names.add("%s / %s".formatted(
                        view.item(CustomKind.class, custom.kind()).map(CustomKind::name).orElse("?"), custom.name()));
                names.add(custom.name());
            }
            case Relation relation -> names.add("%s %s %s".formatted(first(relation.from()), relation.verb(),
                    first(relation.to())));
            default -> names.add(words.name(item));
        }
        names.removeIf(String::isBlank);
        return names;
    }

    private void ports(Port port, List<String> names) {
        view.item(Device.class, port.device()).ifPresent(device -> {
            names.add(device.name() + " " + port.name());
            names.add(device.name() + " / " + port.name());
            names.add(device.name() + ":" + port.name());
            names.add("%s %s (%s)".formatted(device.name(), port.name(), port.kind()));
            if (!device.serial().isEmpty()) {
                names.add("%s %s (%s)".formatted(device.serial(), port.name(), port.kind()));
            }
        });
    }

    private void within(Optional<UUID> vrf, String text, List<String> names) {
        vrf.flatMap(id -> view.item(Vrf.class, id)).ifPresent(v -> names.add("%s / %s".formatted(v.name(), text)));
        names.add(text);
    }

    private String room(UUID id) {
        return view.item(Room.class, id).map(this::room).orElse("?");
    }

    private String room(Room room) {
        return "%s / %s".formatted(words.name(room.idc()), room.name());
    }

    private String rack(UUID id) {
        return view.item(Rack.class, id).map(rack -> of(rack).getFirst()).orElse("?");
    }

    private String port(UUID id) {
        return view.item(id).map(end -> of(end).getFirst()).orElse("?");
    }

    private String first(UUID id) {
        return view.item(id).map(item -> item instanceof Relation ? words.name(item) : of(item).getFirst())
                .orElse("?");
    }
}

package org.dcos.server.cmdb.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.cmdb.Business;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CustomItem;
import org.dcos.domain.cmdb.CustomKind;
import org.dcos.domain.cmdb.DedicatedLine;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Egress;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Field;
import org.dcos.domain.cmdb.FieldChange;
import org.dcos.domain.cmdb.FieldDefinition;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.IpRange;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Mounting;
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

/** How items, their places and their changes are said, for messages and the audit log. */
public final class Words {

    private final View view;

    public Words(View view) {
        this.view = view;
    }

    /** What people call it: {@code web-01}, {@code tor-1 eth0}, {@code 10.1.0.0/16}. */
    public String name(Item item) {
        return switch (item) {
            case Idc idc -> idc.name();
            case Room room -> room.name();
            case Rack rack -> rack.name();
            case RackReservation kept -> "%s for %s".formatted(
                    units(kept.lowestUnit(), kept.lowestUnit() + kept.heightUnits()), kept.holder());
            case Device device -> device.name();
            case DeviceType type -> (type.manufacturer() + " " + type.model()).strip();
            case Port port -> name(port.device()) + " " + port.name();
            case PowerFeed feed -> feed.name();
            case Cable cable -> cable.label().isEmpty()
                    ? "%s to %s".formatted(name(cable.a()), name(cable.b()))
                    : cable.label();
            case DedicatedLine line -> line.name();
            case Egress egress -> egress.name();
            case Vrf vrf -> vrf.name();
            case Vlan vlan -> vlan.name().isEmpty() ? "VLAN " + vlan.tag() : vlan.name();
            case Prefix prefix -> prefix.cidr();
            case IpRange range -> range.first() + " to " + range.last();
            case IpAddress address -> address.address();
            case Business business -> business.name();
            case Owner owner -> owner.name();
            case Relation relation -> "%s %s %s".formatted(end(relation.from()), relation.verb(), end(relation.to()));
            case FieldDefinition field -> field.of() + " " + field.name();
            case CustomKind kind -> kind.name();
            case CustomItem custom -> custom.name();
            case Relocation relocation -> relocation.title();
        };
    }

    public String name(UUID id) {
        return view.item(id).map(this::name).orElse("?");
    }

    /** Relations may be related to each other, even in a circle. */
    private String end(UUID id) {
        return view.item(id).map(item -> item instanceof Relation other ? "relation '%s'".formatted(other.verb())
                : name(item)).orElse("?");
    }

    /** Where it is: {@code Shanghai A / Room 201 / A03 U28}; empty when it is nowhere. */
    public String place(Item item) {
        return switch (item) {
            case Device device -> device.mounting().map(this::mounting)
                    .orElseGet(() -> device instanceof org.dcos.domain.cmdb.Server server
                            ? server.bay().map(bay -> name(bay.chassis()) + " " + bay.slot()).orElse("not racked")
                            : "not racked");
            case Room room -> name(room.idc());
            case Rack rack -> room(rack.room());
            case RackReservation kept -> rack(kept.rack());
            case PowerFeed feed -> feed.rack().map(this::rack).orElseGet(() -> room(feed.room()));
            case Port port -> view.item(port.device()).map(this::place).orElse("");
            case Egress egress -> name(egress.idc());
            default -> "";
        };
    }

    private String room(UUID room) {
        return view.item(Room.class, room).map(r -> name(r.idc()) + " / " + r.name()).orElse("?");
    }

    public String rack(UUID rack) {
        return view.item(Rack.class, rack).map(r -> room(r.room()) + " / " + r.name()).orElse("?");
    }

    public String mounting(Mounting mounting) {
        return (rack(mounting.rack()) + " " + units(mounting)).strip();
    }

    /** {@code U28}, {@code U28-U29}, {@code U28-U29 rear}; nothing for a device that takes no unit. */
    public static String units(Mounting mounting) {
        if (mounting.zeroUnit()) {
            return "";
        }
        String units = units(mounting.lowestUnit(), mounting.end());
        return mounting.face() == Face.FRONT ? units : units + " rear";
    }

    private static String units(double from, double end) {
        double last = end - 1;
        return last <= from ? "U" + number(from) : "U%s-U%s".formatted(number(from), number(last));
    }

    private static String number(double units) {
        return units == Math.rint(units) ? Long.toString((long) units) : Double.toString(units);
    }

    /** {@code server web-01}. */
    public String kindAndName(Item item) {
        return Kind.of(item).word() + " " + name(item);
    }

    /** What a change did, for the audit log; the names of the things referred to instead of their ids. */
    public static String change(View before, View after, ItemChange change) {
        if (change.after().isEmpty()) {
            Item gone = change.either();
            var words = new Words(before);
            return "%s: deleted %s".formatted(words.name(gone), facts(words, gone));
        }
        Item now = change.after().get();
        if (change.before().isEmpty()) {
            var words = new Words(after);
            return "%s: new %s".formatted(words.name(now), facts(words, now));
        }
        var said = new ArrayList<String>();
        boolean moved = change.fields().stream().anyMatch(field -> field.field().startsWith("mounting."));
        if (moved) {
            said.add("place '%s' -> '%s'".formatted(new Words(before).place(change.before().get()),
                    new Words(after).place(now)));
        }
        for (FieldChange field : change.fields()) {
            if (field.field().startsWith("mounting.")) {
                continue;
            }
            if (Items.field(change.kind(), field.field()).filter(f -> f.type() == Field.Type.PARTS).isPresent()) {
                said.add(words(field.field()) + " changed");
                continue;
            }
            said.add("%s '%s' -> '%s'".formatted(words(field.field()), value(before, change.kind(), field, false),
                    value(after, change.kind(), field, true)));
        }
        return new Words(before).name(change.before().get()) + ": "
                + (said.isEmpty() ? "saved without a change" : String.join("; ", said));
    }

    private static String facts(Words words, Item item) {
        var facts = new ArrayList<String>();
        facts.add(Kind.of(item).word());
        if (item instanceof Device device) {
            facts.add("serial number " + device.serial());
            facts.add(words.place(device));
            facts.add(device.state().name());
        } else if (!words.place(item).isEmpty()) {
            facts.add(words.place(item));
        }
        return String.join("; ", facts);
    }

    /** {@code heightUnits} becomes {@code height units}. */
    private static String words(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
    }

    private static String value(View view, Kind kind, FieldChange change, boolean after) {
        String text = after ? change.after() : change.before();
        boolean reference = Items.field(kind, change.field()).map(Field::type)
                .filter(type -> type == Field.Type.REFERENCE || type == Field.Type.REFERENCES).isPresent();
        if (!reference || text.isEmpty()) {
            return text;
        }
        var words = new Words(view);
        return List.of(text.split(" ")).stream().map(UUID::fromString).map(view::item)
                .map(found -> found.map(words::name)).map(name -> name.orElse("?")).collect(Collectors.joining(", "));
    }

    /** What all of a set's changes did, in a few words: {@code 3 servers, 1 rack}. */
    public static String title(List<ItemChange> changes, View before, View after) {
        if (changes.size() == 1) {
            return change(before, after, changes.getFirst());
        }
        return changes.stream().collect(Collectors.groupingBy(ItemChange::kind, java.util.TreeMap::new,
                Collectors.counting())).entrySet().stream()
                .map(e -> e.getValue() + " " + (e.getValue() == 1 ? e.getKey().word() : plural(e.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String plural(Kind kind) {
        return kind.resource().replace('-', ' ');
    }

    /** The place of an item as an optional text. */
    public Optional<String> placeIfAny(Item item) {
        return Optional.of(place(item)).filter(place -> !place.isEmpty());
    }
}

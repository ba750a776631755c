package org.dcos.server.cmdb.live;

import java.util.Optional;

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
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
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

/** What an item has to be, within the records as they would be after a change. Every broken rule is told. */
final class Rules {

    static final int NAME = 100;
    static final int TEXT = 150;
    static final int LONG_TEXT = 2_000;

    private final View after;
    private final Violations found;

    Rules(View after, Violations found) {
        this.after = after;
        this.found = found;
    }

    /**
     * @param why      the reason given for the change; some steps of a life need one
     * @param anyLife  whether it may be in any state of its life: it is taken back to it, or found in it
     * @param restored whether it is brought back as it was, with the values of fields that may not be defined so any
     *                 more, into units that may be kept by now
     */
    void check(ItemChange change, String why, boolean anyLife, boolean restored) {
        Optional<Item> now = change.after();
        if (now.isEmpty()) {
            return;
        }
        Item item = now.get();
        boolean sound = references(item);
        unique(item, change.before());
        if (!restored) {
            new FieldRules(after, found).check(item);
        }
        if (sound) {
            own(item, change.before(), why, anyLife, restored);
        }
    }

    /** Whether everything that it refers to is there and of the right kind. */
    private boolean references(Item item) {
        boolean sound = true;
        Kind kind = Kind.of(item);
        for (Items.Reference reference : Items.references(item)) {
            var to = Items.field(kind, reference.field()).orElseThrow().to();
            Optional<Item> target = after.item(reference.id());
            if (target.isEmpty()) {
                found.add(reference.field(), "There is no %s with id %s.",
                        to.isEmpty() ? "item" : to.getFirst().word(), reference.id());
                sound = false;
            } else if (!to.isEmpty() && !to.contains(Kind.of(target.get()))) {
                found.add(reference.field(), "The %s cannot stand here; give the id of a %s.",
                        new Words(after).kindAndName(target.get()), to.getFirst().word());
                sound = false;
            }
        }
        return sound;
    }

    private void unique(Item item, Optional<Item> before) {
        var was = before.map(Unique::of).orElse(java.util.List.of());
        for (Unique.Held held : Unique.of(item)) {
            if (!was.contains(held)) { // whole racks become DISCOVERED in one go: what is unchanged is not looked up
                after.holders(held.unique()).filter(other -> !other.id().equals(item.id())).findFirst()
                        .ifPresent(other -> found.add(held.field(), taken(item, held, other)));
            }
        }
    }

    private String taken(Item item, Unique.Held held, Item other) {
        var words = new Words(after);
        String value = held.unique().value();
        return switch (item) {
            case Device _ when "name".equals(held.field()) && other instanceof Device device ->
                    "The name %s is taken by the %s with serial number %s (%s).".formatted(value,
                            Kind.of(device).word(), device.serial(), words.place(device));
            case Device _ when "serial".equals(held.field()) ->
                    "The serial number %s is recorded for %s (%s).".formatted(value, words.name(other),
                            words.place(other));
            case Idc _ -> "An IDC named %s exists already.".formatted(value);
            case Room _ -> "The IDC has a room named %s already.".formatted(value);
            case Rack _ -> "The room has a rack named %s already.".formatted(value);
            case Cable cable -> "%s has a cable already: %s.".formatted(
                    words.name("a".equals(held.field()) ? cable.a() : cable.b()), words.name(other));
            case IpAddress _ -> "The address %s is recorded already (%s).".formatted(value,
                    other instanceof IpAddress address
                            ? address.holder().map(words::name).orElse(address.state().name())
                            : "");
            case Server _ when "bay.slot".equals(held.field()) ->
                    "%s sits in that bay.".formatted(words.name(other));
            default -> "The %s %s is taken by the %s.".formatted(held.unique().what(), value,
                    words.kindAndName(other));
        };
    }

    private void texts(Device device) {
        found.text("name", device.name(), NAME, true);
        found.text("serial", device.serial(), NAME, device instanceof Server);
        found.text("assetTag", device.assetTag().orElse(""), TEXT, false);
        found.text("manufacturer", device.manufacturer(), TEXT, false);
        found.text("model", device.model(), TEXT, false);
        found.text("owner", device.owner(), TEXT, false);
    }

    private void own(Item item, Optional<Item> before, String why, boolean anyLife, boolean restored) {
        switch (item) {
            case Device device -> {
                texts(device);
                Optional<Device> was = before.map(Device.class::cast);
                if (!anyLife) {
                    new LifecycleRules(after, found).check(was, device, why);
                }
                new MountingRules(after, found).check(was, device, restored);
            }
            case Idc idc -> found.text("name", idc.name(), NAME, true);
            case Room room -> {
                found.text("name", room.name(), NAME, true);
                found.text("building", room.building(), NAME, false);
            }
            case Rack rack -> new MountingRules(after, found).check(rack);
            case RackReservation kept -> new MountingRules(after, found).check(kept);
            case DeviceType type -> {
                found.text("manufacturer", type.manufacturer(), NAME, true);
                found.text("model", type.model(), NAME, true);
                MountingRules.height("heightUnits", type.heightUnits(), true, found);
                new MountingRules(after, found).check(type);
            }
            case Port port -> new CableRules(after, found).check(port);
            case PowerFeed feed -> new CableRules(after, found).check(feed);
            case Cable cable -> new CableRules(after, found).check(cable);
            case DedicatedLine line -> {
                found.text("name", line.name(), NAME, true);
                found.text("carrier", line.carrier(), NAME, true);
                positive("committedMbps", line.committedMbps());
            }
            case Egress egress -> {
                found.text("name", egress.name(), NAME, true);
                positive("committedMbps", egress.committedMbps());
            }
            case Vrf vrf -> found.text("name", vrf.name(), NAME, true);
            case Vlan vlan -> {
                if (vlan.tag() < 1 || vlan.tag() > 4094) {
                    found.add("tag", "A VLAN tag is 1 to 4094, not %d.", vlan.tag());
                }
            }
            case Prefix prefix -> new AddressRules(after, found).check(prefix, before.map(Prefix.class::cast));
            case IpRange range -> new AddressRules(after, found).check(range);
            case IpAddress address -> new AddressRules(after, found).check(address);
            case Business business -> {
                found.text("name", business.name(), NAME, true);
                noCircle(business);
            }
            case Owner owner -> found.text("name", owner.name(), NAME, true);
            case Relation relation -> {
                found.text("verb", relation.verb(), NAME, true);
                if (relation.from().equals(relation.to()) || relation.from().equals(relation.id())
                        || relation.to().equals(relation.id())) {
                    found.add("to", "A thing cannot depend on itself.");
                }
            }
            case FieldDefinition field -> new FieldRules(after, found).check(field);
            case CustomKind kind -> new FieldRules(after, found).check(kind);
            case CustomItem custom -> found.text("name", custom.name(), NAME, true);
            case Relocation relocation -> found.text("title", relocation.title(), TEXT, true);
        }
    }

    private void positive(String field, int value) {
        if (value < 0) {
            found.add(field, "This cannot be negative; %d is.", value);
        }
    }

    private void noCircle(Business business) {
        var seen = new java.util.HashSet<java.util.UUID>();
        Optional<Business> at = Optional.of(business);
        while (at.isPresent()) {
            if (!seen.add(at.get().id())) {
                found.add("parent", "%s would be a part of itself.", business.name());
                return;
            }
            at = at.get().parent().flatMap(id -> after.item(Business.class, id));
        }
    }
}

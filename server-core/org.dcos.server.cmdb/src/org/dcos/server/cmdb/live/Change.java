package org.dcos.server.cmdb.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.cmdb.CustomKind;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.Texts;

/** Brings edits into a draft, and checks what comes of them. */
public final class Change {

    private static final int MOST_TOLD = 12;

    private final Draft draft;
    private final String why;
    private boolean stocktaking;

    /** @param why the reason given; may be empty */
    public Change(Draft draft, String why) {
        this.draft = draft;
        this.why = why;
    }

    public Draft draft() {
        return draft;
    }

    /** What is new is recorded as it is found: a device need not begin its life here, and brings its own ports. */
    public void takeStock() {
        stocktaking = true;
    }

    /** The broken rules of each changed item, with the paths of its fields. What is deleted is not looked at. */
    public Map<UUID, List<Invalid.Violation>> broken() {
        var broken = new LinkedHashMap<UUID, List<Invalid.Violation>>();
        for (var change : draft.changes()) {
            var found = new Violations();
            try {
                new UnderWay(draft, found).check(change);
            } catch (Conflict e) {
                found.add("", "%s", e.getMessage());
            }
            new Rules(draft, found).check(change, why, found(change), false);
            if (!found.none()) {
                broken.put(change.id(), found.list());
            }
        }
        return broken;
    }

    private boolean found(ItemChange change) {
        return stocktaking && change.before().isEmpty();
    }

    /** @throws Conflict when a version is old, or what is deleted is still referred to */
    public void apply(List<Edit> edits) throws Problem {
        var born = new ArrayList<UUID>();
        for (Edit edit : edits) {
            switch (edit) {
                case Edit.Put(Item item) -> {
                    if (put(item) && item instanceof Device && !stocktaking) {
                        born.add(item.id());
                    }
                }
                case Edit.Delete(Kind kind, var id, long version) -> {
                    Item there = draft.item(id).filter(item -> Kind.of(item) == kind)
                            .orElseThrow(() -> NotFound.of(kind.word(), id));
                    if (version > 0 && there.version() != version) {
                        throw old(there, there, version);
                    }
                    UnderWay.mayDelete(there);
                    Removal.remove(draft, there);
                }
            }
        }
        for (UUID id : born) {
            equip(id);
        }
    }

    /** A new device of a type comes with the ports of the type, and with its maker and model where none was given. */
    private void equip(UUID id) throws Problem {
        Optional<Device> device = draft.item(Device.class, id);
        Optional<DeviceType> type = device.flatMap(Device::deviceType).flatMap(t -> draft.item(DeviceType.class, t));
        if (type.isEmpty()) {
            return;
        }
        TypePorts.of(draft, device.get(), type.get()).missing().forEach(port -> draft.put(next(port, port)));
        if (device.get().manufacturer().isEmpty() && device.get().model().isEmpty()) {
            draft.put(Items.with(device.get(),
                    Map.of("manufacturer", type.get().manufacturer(), "model", type.get().model())));
        }
    }

    /** Returns whether it is new. */
    private boolean put(Item given) throws Problem {
        Item item = AddressRules.canonical(Items.mapTexts(given, Texts::cleanLines));
        Optional<Item> there = draft.item(item.id());
        if (item.version() > 0 && there.isEmpty()) {
            throw NotFound.of(Kind.of(item).word(), item.id());
        }
        if (there.isPresent()) {
            Item recorded = there.get();
            if (item.version() == 0 || Kind.of(recorded) != Kind.of(item)) {
                throw new Conflict("There is a %s with id %s already. Load it, and save that."
                        .formatted(Kind.of(recorded).word(), item.id()));
            }
            if (recorded.version() != item.version()) {
                throw old(recorded, item, item.version());
            }
        }
        UnderWay.mayPut(item, there);
        draft.put(next(item, there.orElse(item)));
        return there.isEmpty();
    }

    /** What the item is after one more save. */
    static Item next(Item item, Item recorded) {
        return Items.version(item, recorded.version() + 1);
    }

    private Conflict old(Item recorded, Item yours, long version) {
        String differing = Items.changes(Optional.of(yours), Optional.of(recorded)).stream().limit(MOST_TOLD)
                .map(change -> "%s: recorded '%s', yours '%s'".formatted(change.field(), change.after(),
                        change.before()))
                .collect(Collectors.joining("; "));
        return new Conflict(("The %s was changed by somebody else meanwhile (version %d, yours is %d%s). "
                + "Load it again and repeat your change.").formatted(new Words(draft).kindAndName(recorded),
                        recorded.version(), version, differing.isEmpty() ? "" : "; " + differing));
    }

    /**
     * Checks everything that the draft changes.
     *
     * @param paths whether the paths of broken fields begin with the item they are of
     * @param back  whether something is taken back: then a life goes back too
     * @throws Invalid with every broken rule
     */
    public void check(boolean paths, boolean back) throws Problem {
        var found = new Violations();
        var rules = new Rules(draft, found);
        var words = new Words(draft);
        var underWay = new UnderWay(draft, found);
        for (var change : draft.changes()) {
            if (change.after().isPresent()) {
                found.at(paths ? words.kindAndName(change.after().get()) + ": " : "");
            }
            underWay.check(change);
            if (change.before().isPresent() && change.before().get() instanceof Prefix prefix) {
                if (change.after().isEmpty() || !alike(prefix, (Prefix) change.after().get())) {
                    AddressRules.checkLeft(draft, prefix);
                }
            }
            if (change.before().isPresent() && change.before().get() instanceof CustomKind kind) {
                FieldRules.checkLeft(draft, kind);
            }
            if (change.after().isEmpty()) {
                Removal.checkUnreferenced(draft, change.before().orElseThrow());
            } else {
                rules.check(change, why, back || found(change), back);
            }
        }
        found.throwIfAny();
    }

    private static boolean alike(Prefix before, Prefix after) {
        return before.cidr().equals(after.cidr()) && before.vrf().equals(after.vrf());
    }
}

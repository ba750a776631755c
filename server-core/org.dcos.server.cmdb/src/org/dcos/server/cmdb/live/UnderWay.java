package org.dcos.server.cmdb.live;

import java.util.Optional;

import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.problem.Conflict;

/** Machines that are being relocated, and the units kept for them, move by the steps of their relocation only. */
final class UnderWay {

    private final Draft draft;
    private final Violations found;

    UnderWay(Draft draft, Violations found) {
        this.draft = draft;
        this.found = found;
    }

    void check(ItemChange change) throws Conflict {
        if (change.before().isEmpty() || !touches(change)) {
            return;
        }
        Optional<Relocation> alone = draft.before().referring(Relocation.class, change.id())
                .filter(Relocation::open).filter(relocation -> draft.item(relocation.id())
                        .filter(relocation::equals).isPresent())
                .findFirst();
        if (alone.isEmpty()) {
            return;
        }
        String name = new Words(draft.before()).name(change.before().get());
        if (change.after().isEmpty()) {
            throw new Conflict("%s belongs to the relocation %s, which is under way. End it or roll it back first."
                    .formatted(name, alone.get().title()));
        }
        found.add(change.either() instanceof Device ? "mounting" : "rack",
                "%s belongs to the relocation %s, which is under way: do its next step, or roll it back.", name,
                alone.get().title());
    }

    private static boolean touches(ItemChange change) {
        return switch (change.before().orElseThrow()) {
            case RackReservation _ -> true;
            case Device was -> change.after().map(Device.class::cast).map(Device::mounting)
                    .filter(was.mounting()::equals).isEmpty();
            default -> false;
        };
    }

    /** @throws Conflict when a relocation would be changed otherwise than by its steps */
    static void mayPut(Item item, Optional<Item> recorded) throws Conflict {
        if (item instanceof Relocation relocation && !Items.changes(recorded, Optional.of(item)).isEmpty()) {
            throw new Conflict(
                    "The relocation %s cannot be written as a record: plan it, do its steps, or roll it back."
                            .formatted(relocation.title()));
        }
    }

    static void mayDelete(Item item) throws Conflict {
        if (item instanceof Relocation relocation && relocation.open()) {
            throw new Conflict("The relocation %s is under way. Roll it back first.".formatted(relocation.title()));
        }
    }
}

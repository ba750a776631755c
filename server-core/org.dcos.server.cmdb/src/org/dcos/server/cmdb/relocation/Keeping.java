package org.dcos.server.cmdb.relocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.server.cmdb.live.Draft;

/** Keeps units free for a relocation. Reservations never overlap: what is kept already is left out. */
final class Keeping {

    private final Draft draft;
    private final String holder;
    private final String why;

    Keeping(Draft draft, String title, String why) {
        this.draft = draft;
        this.holder = "relocation " + title;
        this.why = why;
    }

    private record Span(double from, double end) {}

    static boolean overlaps(RackReservation kept, Mounting place) {
        return kept.rack().equals(place.rack()) && kept.lowestUnit() < place.end()
                && place.lowestUnit() < kept.lowestUnit() + kept.heightUnits();
    }

    /** Keeps what of a place nobody keeps yet. Returns the reservations made. */
    List<UUID> keep(Mounting place) {
        var free = new ArrayList<>(List.of(new Span(place.lowestUnit(), place.end())));
        draft.referring(RackReservation.class, place.rack()).filter(kept -> overlaps(kept, place)).forEach(kept -> {
            List<Span> left = free.stream().flatMap(span -> without(span, kept).stream()).toList();
            free.clear();
            free.addAll(left);
        });
        var made = new ArrayList<UUID>();
        for (Span span : free) {
            if (span.end() > span.from()) {
                var id = UUID.randomUUID();
                draft.put(new RackReservation(id, 1, place.rack(), span.from(), span.end() - span.from(), holder, why,
                        Optional.empty(), Map.of(), Map.of()));
                made.add(id);
            }
        }
        return made;
    }

    /** Takes a place out of what is kept for its owner: the machine comes to where the owner wanted machines. */
    void use(Mounting place, String owner) {
        for (RackReservation kept : draft.referring(RackReservation.class, place.rack())
                .filter(kept -> overlaps(kept, place) && kept.holder().equals(owner)).toList()) {
            var all = new Span(kept.lowestUnit(), kept.lowestUnit() + kept.heightUnits());
            List<Span> left = without(all, place.lowestUnit(), place.end());
            draft.remove(kept.id());
            for (int i = 0; i < left.size(); i++) {
                draft.put(part(kept, left.get(i), i == 0));
            }
        }
    }

    private static RackReservation part(RackReservation kept, Span span, boolean first) {
        return new RackReservation(first ? kept.id() : UUID.randomUUID(), first ? kept.version() + 1 : 1, kept.rack(),
                span.from(), span.end() - span.from(), kept.holder(), kept.why(), kept.until(), kept.labels(),
                kept.fields());
    }

    private static List<Span> without(Span span, RackReservation kept) {
        return without(span, kept.lowestUnit(), kept.lowestUnit() + kept.heightUnits());
    }

    private static List<Span> without(Span span, double from, double end) {
        if (end <= span.from() || from >= span.end()) {
            return List.of(span);
        }
        var left = new ArrayList<Span>();
        if (span.from() < from) {
            left.add(new Span(span.from(), from));
        }
        if (end < span.end()) {
            left.add(new Span(end, span.end()));
        }
        return left;
    }

    /** The item as its next version, whatever the draft has made of it before. */
    static <T extends Item> void put(Draft draft, T item) {
        long recorded = draft.before().item(item.id()).map(Item::version).orElse(0L);
        draft.put(Items.version(item, recorded + 1));
    }
}

package org.dcos.ui.model.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dcos.domain.cmdb.Field;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.problem.Problem;

/** Keeps what was loaded to name references, until it was changed. Thread-safe; loads block. */
public final class NameCache {

    private final Map<Kind, List<Item>> kept = new EnumMap<>(Kind.class);
    private Optional<Names> names = Optional.empty();
    private Set<Kind> named = Set.of();
    private long changes;

    /** Forgets what was changed. */
    public synchronized void changed(Set<Kind> kinds) {
        kept.keySet().removeAll(kinds);
        names = Optional.empty();
        changes++;
    }

    /**
     * The names of all that a kind's records may refer to.
     *
     * @param at as it was then; nothing of that is kept
     */
    public Names names(Records records, Set<Kind> kinds, Optional<Instant> at) throws Problem {
        var wanted = needed(kinds);
        if (at.isPresent()) {
            return new Names(load(records, wanted, at));
        }
        long seen;
        var missing = EnumSet.noneOf(Kind.class);
        synchronized (this) {
            seen = changes;
            missing.addAll(wanted);
            missing.removeAll(kept.keySet());
            if (missing.isEmpty() && names.isPresent() && named.containsAll(wanted)) {
                return names.get();
            }
        }
        var loaded = new EnumMap<Kind, List<Item>>(Kind.class);
        for (var kind : missing) {
            loaded.put(kind, ItemPages.all(records, kind, ItemFilter.NONE));
        }
        synchronized (this) {
            var all = new EnumMap<>(kept);
            all.putAll(loaded);
            var made = new Names(all.values().stream().flatMap(List::stream).toList());
            if (seen == changes) {
                kept.putAll(loaded);
                names = Optional.of(made);
                named = Set.copyOf(kept.keySet());
            }
            return made;
        }
    }

    private static List<Item> load(Records records, Set<Kind> kinds, Optional<Instant> at) throws Problem {
        var all = new ArrayList<Item>();
        for (var kind : kinds) {
            all.addAll(ItemPages.all(records, kind, new ItemFilter(Optional.empty(), Optional.empty(), Map.of(),
                    Map.of(), Optional.empty(), at)));
        }
        return all;
    }

    /** What these kinds refer to, and what the names of that are made of. */
    static Set<Kind> needed(Set<Kind> kinds) {
        var found = EnumSet.noneOf(Kind.class);
        for (var kind : kinds) {
            Items.fields(kind).stream()
                    .filter(field -> field.type() == Field.Type.REFERENCE || field.type() == Field.Type.REFERENCES)
                    .forEach(field -> found.addAll(field.to().isEmpty() ? EnumSet.allOf(Kind.class) : field.to()));
        }
        if (found.contains(Kind.CABLE)) {
            found.addAll(Set.of(Kind.PORT, Kind.POWER_FEED));
        }
        if (found.contains(Kind.PORT)) {
            found.addAll(Set.of(Kind.SERVER, Kind.NETWORK_DEVICE, Kind.CHASSIS, Kind.PDU));
        }
        if (found.contains(Kind.RACK_RESERVATION)) {
            found.add(Kind.RACK);
        }
        return found;
    }
}

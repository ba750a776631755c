package org.dcos.ui.model.records;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.ui.model.text.NaturalKey;

/** The names of records by their ids, so that a reference can be shown by name without a request. Immutable. */
public final class Names {

    public static final Names NONE = new Names(List.of());

    /** A record that a reference may lead to. */
    public record Named(Kind kind, UUID id, String name) {}

    private final Map<UUID, Named> byId;

    /** Knows the names of these; names that are made of others' names are complete when those are among them. */
    public Names(Collection<? extends Item> items) {
        Map<UUID, Item> all = HashMap.newHashMap(items.size());
        items.forEach(item -> all.put(item.id(), item));
        byId = HashMap.newHashMap(items.size());
        all.values().forEach(item -> name(item, all));
    }

    private String name(Item item, Map<UUID, Item> all) {
        var known = byId.get(item.id());
        if (known != null) {
            return known.name;
        }
        byId.put(item.id(), new Named(Kind.of(item), item.id(), "")); // ends a circle of relations
        var name = ItemNames.of(item, other -> Optional.ofNullable(all.get(other)).map(one -> name(one, all))
                .orElse("?"));
        byId.put(item.id(), new Named(Kind.of(item), item.id(), name));
        return name;
    }

    /** Empty when it is not known. */
    public Optional<Named> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The name, else the beginning of the id. */
    public String of(UUID id) {
        return find(id).map(Named::name).orElseGet(() -> id.toString().substring(0, 8) + "…");
    }

    /**
     * Those of the kinds with all words of the text in their name, those that begin with it first.
     *
     * @param kinds empty for all
     */
    public List<Named> matching(Collection<Kind> kinds, String text, int most) {
        var wanted = text.strip().toLowerCase(java.util.Locale.ROOT);
        var words = wanted.isEmpty() ? new String[0] : wanted.split("\\s+");
        record Found(Named named, String name, String key) {}
        return byId.values().stream()
                .filter(named -> kinds.isEmpty() || kinds.contains(named.kind))
                .map(named -> new Found(named, named.name.toLowerCase(java.util.Locale.ROOT), named.name))
                .filter(found -> java.util.Arrays.stream(words).allMatch(found.name::contains))
                .map(found -> new Found(found.named, found.name,
                        (found.name.startsWith(wanted) ? "0" : "1") + NaturalKey.of(found.name)))
                .sorted(java.util.Comparator.comparing(Found::key)).limit(most).map(Found::named).toList();
    }
}

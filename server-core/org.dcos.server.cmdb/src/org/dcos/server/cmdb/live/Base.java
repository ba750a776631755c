package org.dcos.server.cmdb.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.Item;

/** The records as they are. Not thread-safe: readers and the one who merges take turns, see {@link LiveRecords}. */
final class Base implements View {

    private final Map<UUID, Item> items = new HashMap<>();
    /** A single id as it is, several as a set: most keys lead to one item. */
    private final Map<Key, Object> index = new HashMap<>();

    @Override
    public Optional<Item> item(UUID id) {
        return Optional.ofNullable(items.get(id));
    }

    @Override
    public Collection<UUID> find(Key key) {
        return switch (index.get(key)) {
            case null -> List.of();
            case UUID one -> List.of(one);
            case Set<?> several -> ids(several);
            case Object other -> throw new IllegalStateException("not an id: " + other);
        };
    }

    @SuppressWarnings("unchecked") // only ids are put in
    private static Set<UUID> ids(Set<?> several) {
        return (Set<UUID>) several;
    }

    void put(Item item) {
        Item old = items.put(item.id(), item);
        Set<Key> now = View.keys(item);
        if (old != null) {
            Set<Key> was = View.keys(old);
            was.stream().filter(key -> !now.contains(key)).forEach(key -> unlink(key, item.id()));
            now.removeAll(was);
        }
        now.forEach(key -> link(key, item.id()));
    }

    void remove(UUID id) {
        Item old = items.remove(id);
        if (old != null) {
            View.keys(old).forEach(key -> unlink(key, id));
        }
    }

    int size() {
        return items.size();
    }

    private void link(Key key, UUID id) {
        index.merge(key, id, (was, more) -> {
            if (was instanceof UUID one) {
                var several = new LinkedHashSet<UUID>();
                several.add(one);
                several.add((UUID) more);
                return several;
            }
            ids((Set<?>) was).add((UUID) more);
            return was;
        });
    }

    private void unlink(Key key, UUID id) {
        index.computeIfPresent(key, (_, was) -> {
            if (was instanceof Set<?> several) {
                several.remove(id);
                return several.isEmpty() ? null : several;
            }
            return was.equals(id) ? null : was;
        });
    }
}

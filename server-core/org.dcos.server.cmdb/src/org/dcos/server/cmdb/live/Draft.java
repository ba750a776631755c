package org.dcos.server.cmdb.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.Kind;

/** The records as they would be after some changes; what lies beneath stays as it is. */
public final class Draft implements View {

    private final View beneath;
    /** What is different: empty where an item is gone. In the order in which it was first touched. */
    private final Map<UUID, Optional<Item>> changed = new LinkedHashMap<>();
    private final Map<Key, Set<UUID>> added = new HashMap<>();
    private final Map<Key, Set<UUID>> removed = new HashMap<>();

    public Draft(View beneath) {
        this.beneath = beneath;
    }

    @Override
    public Optional<Item> item(UUID id) {
        Optional<Item> here = changed.get(id);
        return here == null ? beneath.item(id) : here;
    }

    @Override
    public Collection<UUID> find(Key key) {
        Set<UUID> more = added.get(key);
        Set<UUID> gone = removed.get(key);
        if (more == null && gone == null) {
            return beneath.find(key);
        }
        var found = new LinkedHashSet<>(beneath.find(key));
        if (gone != null) {
            found.removeAll(gone);
        }
        if (more != null) {
            found.addAll(more);
        }
        return found;
    }

    public void put(Item item) {
        Set<Key> was = item(item.id()).map(View::keys).orElse(Set.of());
        Set<Key> now = View.keys(item);
        changed.put(item.id(), Optional.of(item));
        was.stream().filter(key -> !now.contains(key)).forEach(key -> unlink(key, item.id()));
        now.stream().filter(key -> !was.contains(key)).forEach(key -> link(key, item.id()));
    }

    public void remove(UUID id) {
        item(id).ifPresent(old -> {
            changed.put(id, Optional.empty());
            View.keys(old).forEach(key -> unlink(key, id));
        });
    }

    private void link(Key key, UUID id) {
        if (!take(removed, key, id)) {
            added.computeIfAbsent(key, _ -> new HashSet<>()).add(id);
        }
    }

    private void unlink(Key key, UUID id) {
        if (!take(added, key, id)) {
            removed.computeIfAbsent(key, _ -> new HashSet<>()).add(id);
        }
    }

    private static boolean take(Map<Key, Set<UUID>> from, Key key, UUID id) {
        Set<UUID> ids = from.get(key);
        boolean taken = ids != null && ids.remove(id);
        if (taken && ids.isEmpty()) {
            from.remove(key);
        }
        return taken;
    }

    /** The records beneath, before the changes. */
    public View before() {
        return beneath;
    }

    /** What differs from what is beneath, in the order in which it was first touched. */
    public List<ItemChange> changes() {
        var changes = new ArrayList<ItemChange>(changed.size());
        changed.forEach((id, now) -> {
            Optional<Item> was = beneath.item(id);
            if (!was.equals(now)) {
                changes.add(new ItemChange(0, Kind.of(now.or(() -> was).orElseThrow()), id, was, now));
            }
        });
        return changes;
    }
}

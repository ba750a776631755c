package org.dcos.server.cmdb.live;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;

/** The records at one moment: as they are, as they were, or as they would be. */
public interface View {

    Optional<Item> item(UUID id);

    /** The ids of the items that have this key. */
    Collection<UUID> find(Key key);

    /** The item, if it is there and of this type. */
    default <T extends Item> Optional<T> item(Class<T> type, UUID id) {
        return item(id).filter(type::isInstance).map(type::cast);
    }

    default Stream<Item> items(Key key) {
        return find(key).stream().map(this::item).flatMap(Optional::stream);
    }

    /** All items of a type: of one kind, or all devices. */
    default <T extends Item> Stream<T> all(Class<T> type) {
        return Stream.of(Kind.values()).filter(kind -> type.isAssignableFrom(kind.type()))
                .flatMap(kind -> items(new Key(Key.By.KIND, kind))).map(type::cast);
    }

    /** The items that refer to this one, by whichever of their fields. */
    default Stream<Item> referring(UUID id) {
        return items(new Key(Key.By.REFERENCE, id));
    }

    /** The items of a type that refer to this one. */
    default <T extends Item> Stream<T> referring(Class<T> type, UUID id) {
        return referring(id).filter(type::isInstance).map(type::cast);
    }

    /** Who has a value that only one may have; two only for a moment, while a change is checked. */
    default Stream<Item> holders(Unique unique) {
        return items(new Key(Key.By.UNIQUE, unique));
    }

    /** The keys under which an item is found. */
    static Set<Key> keys(Item item) {
        var keys = new HashSet<Key>();
        keys.add(new Key(Key.By.KIND, Kind.of(item)));
        Items.references(item).forEach(r -> keys.add(new Key(Key.By.REFERENCE, r.id())));
        for (Unique.Held held : Unique.of(item)) {
            keys.add(new Key(Key.By.UNIQUE, held.unique()));
        }
        if (item instanceof IpAddress address) {
            Block.of(address).ifPresent(block -> keys.add(new Key(Key.By.BLOCK, block)));
        }
        return keys;
    }
}

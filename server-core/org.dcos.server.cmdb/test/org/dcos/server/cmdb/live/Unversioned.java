package org.dcos.server.cmdb.live;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;

/** Items as an export has them: without their versions, in the order of their ids. */
final class Unversioned {

    private Unversioned() {}

    static List<Item> of(Collection<? extends Item> items) {
        return items.stream().<Item>map(item -> Items.version(item, 0)).sorted(Comparator.comparing(Item::id)).toList();
    }
}

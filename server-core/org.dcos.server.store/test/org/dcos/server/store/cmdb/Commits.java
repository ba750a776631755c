package org.dcos.server.store.cmdb;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemStore;
import org.dcos.domain.cmdb.Kind;

/** Commits of tests. */
public final class Commits {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private Commits() {}

    /** Saves new items, on disk when it returns. */
    public static ChangeSet save(ItemStore store, Item... items) {
        return commit(store, NOON, Arrays.stream(items).map(item -> change(Optional.empty(), Optional.of(item)))
                .toArray(ItemChange[]::new));
    }

    static ChangeSet commit(ItemStore store, Instant at, ItemChange... changes) {
        var commit = store.commit(new ChangeSet(0, at, "ann", "10.0.0.9", "a title", "a reason", 0, Optional.empty(),
                Optional.empty()), List.of(changes), List.of());
        commit.await();
        return commit.changeSet();
    }

    static ItemChange change(Optional<Item> before, Optional<Item> after) {
        Item some = after.or(() -> before).orElseThrow();
        return new ItemChange(0, Kind.of(some), some.id(), before, after);
    }
}

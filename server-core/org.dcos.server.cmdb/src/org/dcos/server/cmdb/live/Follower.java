package org.dcos.server.cmdb.live;

import java.util.List;

import org.dcos.domain.cmdb.ItemChange;

/** Keeps something of its own that is made of the records. Asked by one thread at a time, while nobody reads. */
public interface Follower {

    /** What is recorded when it begins to follow. */
    void begin(View now);

    /** @param was the records without the changes that are about to be put in */
    default void before(View was, List<ItemChange> changes) {}

    /** @param now the records with the changes */
    void after(View now, List<ItemChange> changes);
}

package org.dcos.domain.cmdb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;

/** Where items and their history are kept. Knows no rules: whoever commits has checked them, one at a time. */
public interface ItemStore {

    /** A commit that is done, and not yet surely on disk. */
    interface Commit {

        ChangeSet changeSet();

        /** Returns when it is on disk. Commits that wait at the same time share the work. */
        void await();
    }

    /** Every item, in no order. */
    List<Item> items();

    /**
     * Writes the items as they are after the changes, the changes themselves, and the audit entries, in one
     * transaction.
     *
     * @param set its number and count are given by the store
     */
    Commit commit(ChangeSet set, List<ItemChange> changes, List<AuditEntry> audit);

    /** Newest first. @see Records#changeSets */
    Page<ChangeSet> changeSets(Optional<UUID> item, Optional<String> text, PageRequest page);

    Optional<ChangeSet> changeSet(long number);

    Page<ItemChange> changes(long number, PageRequest page);

    /** What was changed of items of these kinds that refer, or referred, to one of the things; newest first. */
    List<ItemChange> changesOf(Set<Kind> kinds, Set<UUID> referred);

    /** What was changed after the moment, newest first. */
    List<ItemChange> changesAfter(Instant moment);
}

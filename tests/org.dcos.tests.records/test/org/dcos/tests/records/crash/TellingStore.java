package org.dcos.tests.records.crash;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemStore;
import org.dcos.domain.cmdb.Kind;

/**
 * Tells before each commit what is recorded after it, and when the transaction is through. Commits come one at a time.
 */
final class TellingStore implements ItemStore {

    private final ItemStore store;
    private Fingerprint recorded;

    TellingStore(ItemStore store) {
        this.store = store;
        this.recorded = Fingerprint.of(store.items());
    }

    @Override
    public Commit commit(ChangeSet set, List<ItemChange> changes, List<AuditEntry> audit) {
        recorded = recorded.after(changes);
        Told.tell(Works.ofThisThread(), Told.Word.WRITE, recorded.toString());
        Commit commit = store.commit(set, changes, audit);
        Told.tell(Works.ofThisThread(), Told.Word.WRITTEN, "");
        return commit;
    }

    @Override
    public List<Item> items() {
        return store.items();
    }

    @Override
    public Page<ChangeSet> changeSets(Optional<UUID> item, Optional<String> text, PageRequest page) {
        return store.changeSets(item, text, page);
    }

    @Override
    public Optional<ChangeSet> changeSet(long number) {
        return store.changeSet(number);
    }

    @Override
    public Page<ItemChange> changes(long number, PageRequest page) {
        return store.changes(number, page);
    }

    @Override
    public List<ItemChange> changesOf(Set<Kind> kinds, Set<UUID> referred) {
        return store.changesOf(kinds, referred);
    }

    @Override
    public List<ItemChange> changesAfter(Instant moment) {
        return store.changesAfter(moment);
    }
}

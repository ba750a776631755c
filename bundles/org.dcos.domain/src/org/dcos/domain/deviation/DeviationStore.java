package org.dcos.domain.deviation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemStore;

/** Where deviations and runs are kept; on disk when a call returns. */
public interface DeviationStore {

    /** Runs whose unseen things are kept. */
    int UNSEEN_RUNS = 20;

    List<Deviation> deviations();

    void save(Deviation deviation);

    /**
     * Writes a correction of the records and the deviation that was accepted by it in one transaction: both are kept,
     * or neither.
     *
     * @param accepted the deviation after the decision, made of the numbered change set
     */
    ItemStore.Commit correct(ChangeSet set, List<ItemChange> changes, List<AuditEntry> audit,
            Function<ChangeSet, Deviation> accepted);

    void save(AuditRun run);

    /** A run's end with all that came of it, or nothing of it. */
    void save(AuditRun run, List<Deviation> changed, List<Unseen> unseen);

    /** Newest first. */
    Page<AuditRun> runs(PageRequest page);

    Optional<AuditRun> run(UUID id);

    Page<Unseen> unseen(UUID run, PageRequest page);
}

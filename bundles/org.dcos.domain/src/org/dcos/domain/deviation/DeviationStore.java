package org.dcos.domain.deviation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;

/** Where deviations and runs are kept; on disk when a call returns. */
public interface DeviationStore {

    /** Runs whose unseen things are kept. */
    int UNSEEN_RUNS = 20;

    List<Deviation> deviations();

    void save(Deviation deviation);

    void save(AuditRun run);

    /** A run's end with all that came of it, or nothing of it. */
    void save(AuditRun run, List<Deviation> changed, List<Unseen> unseen);

    /** Newest first. */
    Page<AuditRun> runs(PageRequest page);

    Optional<AuditRun> run(UUID id);

    Page<Unseen> unseen(UUID run, PageRequest page);
}

package org.dcos.domain.deviation;

import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.problem.Problem;

/** Compares the records with what is there, keeps what differs, and takes decisions on it. */
public interface Deviations {

    /** By kind, then newest first. */
    Page<Deviation> deviations(DeviationFilter filter, PageRequest page) throws Problem;

    Deviation deviation(UUID id) throws Problem;

    /**
     * What accepting it would change in the records; changes nothing.
     *
     * @throws org.dcos.domain.problem.Invalid when only the hardware can be put right, or the records refuse it
     */
    Correction correction(UUID id) throws Problem;

    /** @throws org.dcos.domain.problem.Conflict when somebody else decided meanwhile, or it is gone */
    Deviation decide(UUID id, DecisionOrder order) throws Problem;

    /** Starts a run. @throws org.dcos.domain.problem.Conflict while one is running */
    Operation start() throws Problem;

    /** Newest first. */
    Page<AuditRun> runs(PageRequest page) throws Problem;

    AuditRun run(UUID id) throws Problem;

    /** What a run could not see; kept for the newest runs. */
    Page<Unseen> unseen(UUID run, PageRequest page) throws Problem;

    AuditSettings settings() throws Problem;

    AuditSettings save(AuditSettings settings) throws Problem;
}

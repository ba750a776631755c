package org.dcos.domain.deviation;

import java.util.List;

import org.dcos.domain.operation.OperationRunner.Progress;

/** Something that can see which machines there are: BMCs, agents, switches. Every one of them is asked in each run. */
public interface EvidenceSource {

    /** One word that evidence names it by: {@code bmc}. */
    String name();

    /** How many points it would look at now. */
    int points();

    /**
     * Looks at all of its points, each of which is in the answer: those that were not reached before the run was
     * cancelled as NOT_ASKED. Tells the progress one result for each.
     */
    List<Evidence> look(Progress progress) throws InterruptedException;
}

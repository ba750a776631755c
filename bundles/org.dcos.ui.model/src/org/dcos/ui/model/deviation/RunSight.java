package org.dcos.ui.model.deviation;

import org.dcos.domain.deviation.AuditRun;

/**
 * An audit run, and how complete it was.
 *
 * @param when     when it began, and whose it was
 * @param state    how it ended
 * @param told     how much could be seen, as a sentence
 * @param records  how many of the recorded machines in service were seen, as a sentence
 * @param found    what came of it
 * @param complete whether everything could be seen
 */
public record RunSight(AuditRun run, String when, String state, String told, String records, String found,
        boolean complete) {

    /** Points and records that it could not see. */
    public int unseen() {
        return run.silent() + run.refused() + run.notAsked();
    }
}

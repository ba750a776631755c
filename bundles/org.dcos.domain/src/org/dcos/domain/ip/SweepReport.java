package org.dcos.domain.ip;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.cmdb.ChangeSet;

/**
 * What became of the addresses in quarantine when they were asked.
 *
 * @param changeSet what was changed; empty when nothing was
 * @param released  addresses that are free now
 * @param restarted addresses that answered: their quarantine begins anew
 * @param waiting   how many go on waiting
 * @param findings  what the wire said of each
 */
public record SweepReport(Optional<ChangeSet> changeSet, List<String> released, List<String> restarted, int waiting,
        List<WireFinding> findings) {

    public SweepReport {
        released = List.copyOf(released);
        restarted = List.copyOf(restarted);
        findings = List.copyOf(findings);
    }
}

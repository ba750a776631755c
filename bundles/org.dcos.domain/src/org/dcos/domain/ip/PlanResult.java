package org.dcos.domain.ip;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Prefix;

/**
 * What an order did, or would do.
 *
 * @param changeSet with which it can be undone; empty for a preview
 * @param created   networks that are new
 * @param changed   networks as they are now
 * @param removed   networks that are gone
 * @param addresses those given out, assigned or taken back, as they are now
 * @param skipped   addresses that answered on the wire, which are reserved now so that somebody looks at them
 * @param findings  what the wire said of each address that was asked, or why it was not; empty when none is given out
 */
public record PlanResult(Optional<ChangeSet> changeSet, List<Prefix> created, List<Prefix> changed,
        List<Prefix> removed, List<IpAddress> addresses, List<IpAddress> skipped, List<WireFinding> findings) {

    public PlanResult {
        created = List.copyOf(created);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        addresses = List.copyOf(addresses);
        skipped = List.copyOf(skipped);
        findings = List.copyOf(findings);
    }
}

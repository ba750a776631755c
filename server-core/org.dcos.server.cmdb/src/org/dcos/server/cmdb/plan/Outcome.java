package org.dcos.server.cmdb.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.ip.PlanResult;
import org.dcos.domain.ip.WireFinding;

/**
 * What an order brought into a draft, besides what the draft itself tells.
 *
 * @param title   of the change set
 * @param skipped addresses that are recorded because they answered
 */
record Outcome(String title, List<UUID> skipped, List<WireFinding> findings) {

    static Outcome of(String title) {
        return new Outcome(title, List.of(), List.of());
    }

    PlanResult result(List<ItemChange> changes, Optional<ChangeSet> set) {
        return new PlanResult(set,
                changes.stream().filter(change -> change.before().isEmpty()).flatMap(c -> c.after().stream())
                        .filter(Prefix.class::isInstance).map(Prefix.class::cast).toList(),
                changes.stream().filter(change -> change.before().isPresent()).flatMap(c -> c.after().stream())
                        .filter(Prefix.class::isInstance).map(Prefix.class::cast).toList(),
                changes.stream().filter(change -> change.after().isEmpty()).flatMap(c -> c.before().stream())
                        .filter(Prefix.class::isInstance).map(Prefix.class::cast).toList(),
                addresses(changes, false), addresses(changes, true), findings);
    }

    private List<IpAddress> addresses(List<ItemChange> changes, boolean whichAnswered) {
        return changes.stream().flatMap(change -> change.after().stream()).filter(IpAddress.class::isInstance)
                .map(IpAddress.class::cast).filter(address -> skipped.contains(address.id()) == whichAnswered)
                .toList();
    }
}

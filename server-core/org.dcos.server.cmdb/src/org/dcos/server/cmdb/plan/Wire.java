package org.dcos.server.cmdb.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.WireCheck;
import org.dcos.domain.ip.WireFinding;
import org.dcos.domain.problem.Unavailable;

/** Asks by what there is to ask with; where there is nothing, says so. */
final class Wire {

    private static final String NOTHING = "not asked: this server-core has nothing to ask the wire with";

    private final Supplier<List<WireCheck>> checks;

    Wire(Supplier<List<WireCheck>> checks) {
        this.checks = checks;
    }

    /** A finding for each, in their order. */
    List<WireFinding> ask(Collection<Address> addresses) throws Unavailable {
        List<WireCheck> there = checks.get();
        if (addresses.isEmpty()) {
            return List.of();
        }
        if (there.isEmpty()) {
            return addresses.stream()
                    .map(address -> new WireFinding(address.toString(), WireFinding.Outcome.NOT_ASKED, NOTHING))
                    .toList();
        }
        try {
            return new ArrayList<>(there.getFirst().ask(addresses));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The wire was not asked to the end: the server-core is stopping. Nothing was done.",
                    e);
        }
    }
}

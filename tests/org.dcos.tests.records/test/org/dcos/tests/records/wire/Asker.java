package org.dcos.tests.records.wire;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.ip.PlanOrder;
import org.dcos.domain.ip.PlanResult;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.plan.PlannedAddresses;
import org.dcos.server.monitor.ProbedWire;
import org.dcos.server.store.bmc.JpaBmcStore;
import org.dcos.server.store.cmdb.DocumentItemStore;
import org.dcos.server.store.database.H2Database;
import org.dcos.server.store.settings.JpaSettingsStore;

/** Gives out the next two addresses of each network that is named, from within the namespace that it is run in. */
final class Asker {

    private static final int COUNT = 2;

    private Asker() {}

    /** @param args a folder for the records, then networks */
    public static void main(String[] args) throws Exception {
        try (var database = new H2Database(() -> Path.of(args[0]))) {
            var records = new LiveRecords(new DocumentItemStore(database), new JpaBmcStore(database), _ -> {},
                    new WriterTurn());
            var wire = new ProbedWire();
            var plan = new PlannedAddresses(records, new JpaSettingsStore(database), () -> List.of(wire),
                    java.time.InstantSource.system());
            for (String network : List.of(args).subList(1, args.length)) {
                var prefix = new Prefix(UUID.randomUUID(), 0, Optional.empty(), network, PrefixState.ACTIVE, "",
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", Map.of(), Map.of());
                records.commit("", "", List.of(new Edit.Put(prefix)));
                tell(network, plan.carryOut(PlanOrder.TakeAddresses.next(prefix.id(), COUNT, Optional.empty(), "")));
            }
        }
    }

    private static void tell(String network, PlanResult result) {
        for (IpAddress address : result.addresses()) {
            System.out.println("%s given %s".formatted(network, address.address()));
        }
        for (IpAddress address : result.skipped()) {
            System.out.println("%s skipped %s %s".formatted(network, address.address(), address.description()));
        }
        result.findings().forEach(finding -> System.out.println("%s asked %s %s".formatted(network, finding.address(),
                finding.told())));
    }
}

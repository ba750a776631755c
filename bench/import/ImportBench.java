import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.ItemStore;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.ImportOrder;
import org.dcos.domain.exchange.ImportReport;
import org.dcos.domain.settings.SettingsStore;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.exchange.SheetImports;
import org.dcos.server.cmdb.live.LiveRecords;

/**
 * Imports of 1,000 and of 10,000 servers into racks, through the service over records in memory: how long a check and a
 * commit take, and how much longer ten times as many rows take. What the disk adds is measured with the store.
 */
final class ImportBench {

    private static final double CHECK_SECONDS = 5;
    private static final double COMMIT_SECONDS = 10;

    public static void main(String[] args) throws Exception {
        run(1_000, false); // so that the programs are compiled
        double[] small = run(1_000, true);
        double[] large = run(10_000, true);
        System.out.printf("growth from 1,000 to 10,000 rows: check %.1f times, commit %.1f times%n",
                large[0] / small[0], large[1] / small[1]);
        boolean kept = large[0] < CHECK_SECONDS && large[1] < COMMIT_SECONDS;
        System.out.printf("10,000 rows: check within %.0f s and commit within %.0f s: %s%n", CHECK_SECONDS,
                COMMIT_SECONDS, kept ? "kept" : "MISSED");
        System.exit(kept ? 0 : 1);
    }

    private static double[] run(int rows, boolean told) throws Exception {
        var turn = new WriterTurn();
        var bmcs = (BmcStore) java.lang.reflect.Proxy.newProxyInstance(ImportBench.class.getClassLoader(),
                new Class<?>[] {BmcStore.class}, (_, _, _) -> Optional.empty());
        var records = new LiveRecords(new Memory(), bmcs, _ -> {}, turn);
        var imports = new SheetImports(records, turn, new NoSettings());
        take(imports, "idcs.csv", "name\nShanghai A\n");
        take(imports, "rooms.csv", "idc,name\nShanghai A,201\n");
        var racks = new StringBuilder("room,name,heightUnits\n");
        for (int i = 0; i <= rows / 20; i++) {
            racks.append("Shanghai A / 201,R%04d,42%n".formatted(i));
        }
        take(imports, "racks.csv", racks.toString());
        var servers = new StringBuilder("name,serial,rack,unit,height,state,owner\n");
        for (int i = 0; i < rows; i++) {
            servers.append("srv-%05d,%08d,Shanghai A / 201 / R%04d,%d,2,active,li%n".formatted(i, i, i / 20,
                    1 + i % 20 * 2));
        }
        byte[] content = servers.toString().getBytes(StandardCharsets.UTF_8);
        var order = ImportOrder.of(imports.upload("servers.csv", content).id());
        long begin = System.nanoTime();
        ImportReport report = imports.check(order);
        double check = seconds(begin);
        begin = System.nanoTime();
        ImportReport done = imports.take(order);
        double commit = seconds(begin);
        if (report.counts().created() != rows || done.done().isEmpty()) {
            throw new IllegalStateException("not taken: " + report.problems().stream().limit(3).toList());
        }
        if (told) {
            System.out.printf("%,6d rows: check %.2f s, commit %.2f s%n", rows, check, commit);
        }
        return new double[] {check, commit};
    }

    private static void take(SheetImports imports, String name, String csv) throws Exception {
        imports.take(ImportOrder.of(imports.upload(name, csv.getBytes(StandardCharsets.UTF_8)).id()));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Remembers nothing. */
    private static final class NoSettings implements SettingsStore {

        @Override
        public Map<String, String> load(String service) {
            return Map.of();
        }

        @Override
        public void save(String service, Map<String, String> values) {
            // nothing is kept
        }
    }

    /** Keeps items in memory. */
    private static final class Memory implements ItemStore {

        private final Map<UUID, Item> items = new LinkedHashMap<>();
        private final List<ChangeSet> sets = new ArrayList<>();

        @Override
        public List<Item> items() {
            return List.copyOf(items.values());
        }

        @Override
        public Commit commit(ChangeSet set, List<ItemChange> changes, List<AuditEntry> audit) {
            var kept = new ChangeSet(sets.size() + 1L, set.at(), set.who(), set.origin(), set.title(), set.why(),
                    changes.size(), set.undoes(), Optional.empty());
            sets.add(kept);
            changes.forEach(change -> change.after().ifPresent(item -> items.put(change.id(), item)));
            return new Commit() {
                @Override
                public ChangeSet changeSet() {
                    return kept;
                }

                @Override
                public void await() {
                    // there is no disk
                }
            };
        }

        @Override
        public Page<ChangeSet> changeSets(Optional<UUID> item, Optional<String> text, PageRequest page) {
            return new Page<>(List.of(), 0, 0);
        }

        @Override
        public Optional<ChangeSet> changeSet(long number) {
            return Optional.empty();
        }

        @Override
        public Page<ItemChange> changes(long number, PageRequest page) {
            return new Page<>(List.of(), 0, 0);
        }

        @Override
        public List<ItemChange> changesOf(Set<Kind> kinds, Set<UUID> referred) {
            return List.of();
        }

        @Override
        public List<ItemChange> changesAfter(Instant moment) {
            return List.of();
        }
    }
}

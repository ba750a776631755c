package org.dcos.server.cmdb.exchange;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.ImportFile;
import org.dcos.domain.exchange.ImportOrder;
import org.dcos.domain.exchange.ImportReport;
import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.settings.SettingsStore;
import org.dcos.server.cmdb.MemoryBmcStore;
import org.dcos.server.cmdb.MemoryItemStore;
import org.dcos.server.cmdb.RecordBook;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;

/** Records in memory, with imports and exports over them. */
final class Desk {

    final Settings settings = new Settings();
    final MemoryItemStore items = new MemoryItemStore();
    private final WriterTurn turn = new WriterTurn();
    final LiveRecords records = new LiveRecords(items, new MemoryBmcStore(), _ -> {}, turn);
    final RecordBook book = new RecordBook(records, items);
    final SheetImports imports = new SheetImports(records, turn, settings, InstantSource.system());
    final SheetExports exports = new SheetExports(records);

    /** Keeps settings in memory. */
    static final class Settings implements SettingsStore {

        private final Map<String, Map<String, String>> saved = new HashMap<>();

        @Override
        public Map<String, String> load(String service) {
            return saved.getOrDefault(service, Map.of());
        }

        @Override
        public void save(String service, Map<String, String> values) {
            saved.put(service, Map.copyOf(values));
        }
    }

    void put(List<Item> found) throws Problem {
        records.commit("", "", Optional.empty(), change -> {
            change.takeStock();
            change.apply(found.stream().<Edit>map(Edit.Put::new).toList());
        });
    }

    ImportFile csv(String name, String text) throws Problem {
        return imports.upload(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ImportReport check(String name, String text) throws Problem {
        return imports.check(ImportOrder.of(csv(name, text).id()));
    }

    ImportReport take(String name, String text) throws Problem {
        return imports.take(ImportOrder.of(csv(name, text).id()));
    }

    ImportReport take(ImportFile file, ImportOrder.Extent extent, ImportOrder.Existing existing) throws Problem {
        return imports.take(new ImportOrder(file.id(), List.of(), List.of(), extent, existing, ""));
    }

    <T extends Item> List<T> all(Class<T> type) {
        return records.read(view -> view.all(type).toList());
    }

    <T extends Item> T one(Class<T> type) {
        return all(type).getFirst();
    }

    Stream<Kind> kinds() {
        return records.read(view -> view.all(Item.class).map(Kind::of).distinct().toList()).stream();
    }

    static Optional<CellProblem> at(ImportReport report, String cell) {
        return report.problems().stream().filter(problem -> problem.cell().equals(cell)).findFirst();
    }
}

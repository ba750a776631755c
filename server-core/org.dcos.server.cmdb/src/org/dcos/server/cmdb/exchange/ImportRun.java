package org.dcos.server.cmdb.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Field;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.ImportOrder.Existing;
import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.domain.exchange.ImportReport.Effect;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.Change;
import org.dcos.server.cmdb.live.Draft;
import org.dcos.server.cmdb.sheet.Table;

/**
 * Brings all rows of a file into a draft, kind by kind in the order in which they refer to each other, and finds out
 * what is wrong with which cell. Afterwards the draft has what the good rows make, and nothing else.
 */
final class ImportRun {

    private final Change change;
    private final Draft draft;
    private final Vocabulary vocabulary;
    private final References references;
    private final Existing existing;
    private final List<Read> sheets = new ArrayList<>();
    private final Map<UUID, ImportRow> byId = new HashMap<>();
    private final List<CellProblem> ofSheets = new ArrayList<>();

    /** A sheet with its rows. */
    record Read(SheetInput sheet, List<ImportRow> rows) {}

    ImportRun(Change change, Vocabulary vocabulary, Existing existing) {
        this.change = change;
        this.draft = change.draft();
        this.vocabulary = vocabulary;
        this.references = new References(draft);
        this.existing = existing;
    }

    void on(List<SheetInput> inputs) {
        change.takeStock();
        inputs.forEach(sheet -> sheets.add(new Read(sheet, read(sheet))));
        for (Kind kind : Kind.values()) {
            var ofKind = new ArrayList<ImportRow>();
            for (Read read : sheets) {
                if (read.sheet().kind().equals(Optional.of(kind))) {
                    ofKind.addAll(read.rows());
                }
            }
            if (!ofKind.isEmpty()) {
                new OfKind(kind).bring(ofKind);
            }
        }
        tell(change.broken());
        leaveOutBad();
    }

    private static List<ImportRow> read(SheetInput sheet) {
        var rows = new ArrayList<ImportRow>();
        if (sheet.kind().isEmpty()) {
            return rows;
        }
        Map<String, Integer> columns = sheet.columns();
        for (Table.Row cells : sheet.rows()) {
            var row = new ImportRow(sheet, sheet.kind().get(), cells, columns);
            row.checkCells();
            rows.add(row);
        }
        return rows;
    }

    /** The rows of one kind. */
    private final class OfKind {

        private final Kind kind;
        private final RowItems items;
        private final RecordedKeys keys;
        private final boolean toItself;

        OfKind(Kind kind) {
            this.kind = kind;
            this.items = new RowItems(kind, draft, references, vocabulary);
            this.keys = new RecordedKeys(kind, draft);
            this.toItself = Items.fields(kind).stream().anyMatch(items::toItself);
        }

        void bring(List<ImportRow> ofKind) {
            if (toItself) {
                references.gather(List.of(kind));
            }
            for (ImportRow row : ofKind) {
                make(row);
                references.add(row.item());
            }
            if (toItself) {
                ofKind.stream().filter(row -> row.effect() != Effect.SKIPPED)
                        .forEach(row -> items.build(row, items.textsToItself(row)));
            }
            ofKind.stream().filter(row -> row.effect() != Effect.SKIPPED).forEach(ImportRun.this::put);
            missingColumns(ofKind);
        }

        private void make(ImportRow row) {
            Map<String, String> texts = items.texts(row);
            Item blank = row.item();
            items.probe(row, texts);
            List<Item> found = keys.find(row.item(), row.sheet().key());
            if (found.size() > 1) {
                row.problem(RecordedKeys.of(kind).getFirst(), "%d recorded things have this; choose another key."
                        .formatted(found.size()), List.of());
                return;
            }
            if (found.isEmpty()) {
                byId.put(blank.id(), row);
                items.makeNew(row, texts);
                return;
            }
            Item recorded = found.getFirst();
            ImportRow other = byId.putIfAbsent(recorded.id(), row);
            if (other != null) {
                row.problem(row.sheet().key().isEmpty() ? RecordedKeys.of(kind).getFirst() : row.sheet().key(),
                        "This is the same %s as in %s.".formatted(kind.word(), other.where(row)), List.of());
                return;
            }
            row.existing(recorded);
            if (existing == Existing.SKIP) {
                row.become(Effect.SKIPPED);
            } else {
                row.become(Effect.CHANGED);
                items.makeChanged(row, texts);
            }
        }

        /** What every new thing of the kind needs is told once, at the header. */
        private void missingColumns(List<ImportRow> ofKind) {
            for (Field field : Items.fields(kind)) {
                if (!field.required() || field.type() != Field.Type.REFERENCE) {
                    continue;
                }
                var told = Collections.<SheetInput>newSetFromMap(new IdentityHashMap<>());
                ofKind.stream().filter(row -> row.existing().isEmpty() && !row.has(field.path())).forEach(row -> {
                    row.spoil();
                    if (told.add(row.sheet())) {
                        ofSheets.add(new CellProblem(row.sheet().table().name(), row.sheet().header().number(), -1, "",
                                "", "There is no column for %s, and each %s needs one.".formatted(field.path(),
                                        kind.word()),
                                List.of()));
                    }
                });
            }
        }
    }

    /** Bad rows too: their rules are looked at as well, so that everything is told at once. */
    private void put(ImportRow row) {
        if (row.existing().equals(Optional.of(row.item()))) {
            row.become(Effect.UNCHANGED);
            return;
        }
        if (byId.get(row.item().id()) != row) {
            return;
        }
        try {
            change.apply(List.of(new Edit.Put(row.item())));
            Item made = draft.item(row.item().id()).orElseThrow();
            if (row.existing().isPresent() && Items.changes(row.existing(), Optional.of(made)).isEmpty()) {
                draft.put(row.existing().get());
                row.become(Effect.UNCHANGED);
            }
        } catch (Invalid e) {
            e.violations().forEach(violation -> tell(row, violation));
        } catch (Problem e) {
            row.problem("", e.getMessage(), List.of());
        }
    }

    private void tell(Map<UUID, List<Invalid.Violation>> broken) {
        broken.forEach((id, violations) -> violations.forEach(violation -> tell(byId.get(id), violation)));
    }

    private void tell(ImportRow row, Invalid.Violation violation) {
        String path = violation.field().replaceFirst("^(label|field)s\\.", "$1.");
        Optional<Field> field = Items.field(Kind.of(row.item()), path);
        boolean missing = field.filter(f -> f.required() && f.type() == Field.Type.REFERENCE).isPresent()
                && !row.has(path);
        if (missing) {
            row.spoil();
        } else {
            row.problem(path, violation.message(), field.map(Field::choices).orElse(List.of()));
        }
    }

    /** Takes bad rows out of the draft, then those that need them, until what is left is sound. */
    private void leaveOutBad() {
        var gone = new HashMap<UUID, ImportRow>();
        List<ImportRow> bad = byId.values().stream().filter(ImportRow::bad).toList();
        while (!bad.isEmpty()) {
            for (ImportRow row : bad) {
                takeOut(row);
                if (row.existing().isEmpty()) {
                    gone.put(row.item().id(), row);
                }
            }
            List<ImportRow> needing = byId.values().stream()
                    .filter(row -> !row.bad() && row.effect() != Effect.UNCHANGED && row.effect() != Effect.SKIPPED)
                    .filter(row -> needs(row, gone)).toList();
            bad = needing.isEmpty() ? broken() : needing;
        }
    }

    private List<ImportRow> broken() {
        Map<UUID, List<Invalid.Violation>> broken = change.broken();
        tell(broken);
        return broken.keySet().stream().map(byId::get).toList();
    }

    private boolean needs(ImportRow row, Map<UUID, ImportRow> gone) {
        for (Items.Reference reference : Items.references(row.item())) {
            ImportRow needed = gone.get(reference.id());
            if (needed != null) {
                row.problem(reference.field(), "This is %s, which has an error.".formatted(needed.where(row)),
                        List.of());
            }
        }
        return row.bad();
    }

    private void takeOut(ImportRow row) {
        row.existing().ifPresentOrElse(draft::put, () -> draft.remove(row.item().id()));
    }

    /** Leaves the draft as the records are. */
    void takeBack() {
        byId.values().forEach(this::takeOut);
    }

    boolean changesNothing() {
        return draft.changes().isEmpty();
    }

    List<Read> sheets() {
        return sheets;
    }

    /** What is wrong with sheets as a whole. */
    List<CellProblem> ofSheets() {
        return ofSheets;
    }
}

package org.dcos.ui.model.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.cmdb.FieldDefinition;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.ImportFile;
import org.dcos.domain.exchange.ImportOrder;
import org.dcos.domain.exchange.ImportOrder.CellFix;
import org.dcos.domain.exchange.ImportOrder.Existing;
import org.dcos.domain.exchange.ImportOrder.Extent;
import org.dcos.domain.exchange.ImportOrder.SheetPlan;
import org.dcos.domain.exchange.ImportReport;
import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.exchange.ImportWords.Told;
import org.dcos.ui.model.records.FieldWords;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/**
 * One import, from the choice of a file to its undoing. Whatever is changed is checked anew; changes that come while a
 * check runs are checked together after it. Used in the realm.
 */
public final class ImportModel {

    private final EstateModel estates;
    private final Texts texts;
    private final ImportWords words;
    private final WritableValue<ImportSight> sight;
    private final Map<Place, CellFix> fixes = new LinkedHashMap<>();
    private final Map<String, SheetPlan> plans = new LinkedHashMap<>();
    private Optional<ImportFile> file = Optional.empty();
    private Optional<Told> told = Optional.empty();
    private Extent extent = Extent.ALL_OR_NONE;
    private Existing existing = Existing.UPDATE;
    private String shown = "";
    private boolean onlyBad;
    private Map<Integer, String> typed = Map.of();
    private int files;
    private boolean checking;
    private boolean again;

    /** Where a cell is. */
    private record Place(String sheet, int row, int column) {}

    public ImportModel(EstateModel estates, Texts texts, FieldWords fields) {
        this.estates = estates;
        this.texts = texts;
        this.words = new ImportWords(texts, fields);
        this.sight = new WritableValue<>(estates.estate().getRealm(), ImportSight.NOTHING, ImportSight.class);
    }

    public IObservableValue<ImportSight> sight() {
        return sight;
    }

    /** Sends the file and has it checked; what was chosen before is forgotten. */
    public void choose(String name, byte[] content) {
        int mine = ++files;
        file = Optional.empty();
        told = Optional.empty();
        fixes.clear();
        plans.clear();
        shown = "";
        sight.setValue(ImportSight.NOTHING.waiting(texts.get("imports.reading", name)));
        Outcome.of(estates, texts, core -> core.imports().upload(name, content), outcome -> {
            if (mine == files) {
                file = outcome.value();
                file.ifPresentOrElse(_ -> check(), () -> sight.setValue(ImportSight.NOTHING.refused(
                        outcome.problem())));
            }
        });
    }

    /** Looks at another sheet. */
    public void show(String sheet) {
        shown = sheet;
        typed = Map.of();
        publish();
    }

    /** Shows rows that have these texts in their columns. */
    public void filter(Map<Integer, String> texts) {
        typed = Map.copyOf(texts);
        publish();
    }

    private boolean wanted(ImportLine line) {
        return (!onlyBad || line.bad()) && typed.entrySet().stream().allMatch(filter -> line.text(filter.getKey())
                .toLowerCase(Locale.ROOT).contains(filter.getValue().strip().toLowerCase(Locale.ROOT)));
    }

    /** Shows all rows, or those with errors. */
    public void onlyBad(boolean only) {
        onlyBad = only;
        publish();
    }

    /** Puts another text into a cell. */
    public void mend(int row, int column, String text) {
        put(shown, row, column, text);
        check();
    }

    /** Puts the text into the cell of a problem, and into every other that has the same problem with the same value. */
    public int mendAlike(CellProblem problem, String text) {
        var alike = alike(problem);
        alike.forEach(one -> put(one.sheet(), one.row(), one.column(), text));
        if (!alike.isEmpty()) {
            check();
        }
        return alike.size();
    }

    /** Those with the same value and the same trouble in the same column. */
    public List<CellProblem> alike(CellProblem problem) {
        return problem.column() < 0 ? List.of()
                : told.map(now -> now.problems().getOrDefault(problem.sheet(),
                        List.of())).orElse(List.of()).stream()
                        .filter(one -> one.column() == problem.column() && one.value().equals(problem.value())
                                && one.message().equals(problem.message()))
                        .toList();
    }

    private void put(String sheet, int row, int column, String text) {
        fixes.put(new Place(sheet, row, column), new CellFix(sheet, row, column, text));
    }

    /** Says what the rows of the shown sheet are. @param kind empty: the sheet is left out */
    public void kind(Optional<Kind> kind) {
        if (!sheet().flatMap(SheetSight::kind).equals(kind)) {
            plans.put(shown, new SheetPlan(shown, kind, List.of(), ""));
            check();
        }
    }

    /** Says by which field recorded things are recognised. */
    public void key(String path) {
        sheet().filter(now -> !now.key().equals(path)).ifPresent(now -> {
            var plan = Optional.ofNullable(plans.get(shown));
            plans.put(shown, new SheetPlan(shown, now.kind(), plan.map(SheetPlan::columns).orElse(List.of()), path));
            check();
        });
    }

    /** Says which field a column is; another column that was it is left out. @param path empty: left out */
    public void map(int column, String path) {
        sheet().ifPresent(now -> {
            var paths = new ArrayList<>(now.columns().stream().map(SheetSight.Mapped::path).toList());
            if (column >= paths.size() || paths.get(column).equals(path)) {
                return;
            }
            paths.replaceAll(other -> other.equals(path) ? "" : other);
            paths.set(column, path);
            plans.put(shown, new SheetPlan(shown, now.kind(), paths, now.key()));
            check();
        });
    }

    public void extent(Extent wanted) {
        extent = wanted;
        publish();
    }

    public void existing(Existing wanted) {
        existing = wanted;
        check();
    }

    private Optional<SheetSight> sheet() {
        return told.flatMap(now -> Optional.ofNullable(now.sheets().get(shown)));
    }

    private void check() {
        if (file.isEmpty() || sight.getValue().done().isPresent()) {
            return;
        }
        sight.setValue(sight.getValue().waiting(texts.get("imports.checking")));
        if (checking) {
            again = true;
            return;
        }
        checking = true;
        int mine = files;
        var order = order("");
        ask(core -> core.imports().check(order), outcome -> {
            checking = false;
            if (again || mine != files) {
                again = false;
                check();
            } else {
                answered(outcome);
            }
        });
    }

    /** Calls, and makes of the report what is shown of it, both in the background. */
    private void ask(Outcome.Call<ImportReport> call,
            Consumer<Outcome<Told>> then) {
        var found = new HashMap<String, List<String>>();
        file.ifPresent(sent -> sent.sheets().forEach(sheet -> found.put(sheet.name(),
                sheet.columns().stream().map(ImportFile.Column::path).toList())));
        var now = List.copyOf(fixes.values());
        Outcome.of(estates, texts, core -> words.told(call.on(core), found, definitions(core), now), then);
    }

    private static List<FieldDefinition> definitions(ServerCore core) throws Problem {
        return core.records().list(FieldDefinition.class, ItemFilter.NONE, PageRequest.ALL).items();
    }

    private void answered(Outcome<Told> outcome) {
        if (outcome.value().isEmpty()) {
            sight.setValue(sight.getValue().refused(outcome.problem()));
            return;
        }
        told = outcome.value();
        if (sheet().isEmpty()) {
            var tabs = told.get().tabs();
            shown = words.firstBad(tabs).or(() -> tabs.stream().findFirst()).map(SheetTab::name).orElse("");
        }
        publish();
    }

    private void publish() {
        told.ifPresent(now -> {
            var report = now.report();
            var lines = now.lines().getOrDefault(shown, List.of());
            boolean some = report.counts().created() + report.counts().changed() > 0;
            boolean takes = report.done().isEmpty() && some && (report.acceptable() || extent == Extent.GOOD_ROWS)
                    && !checking;
            sight.setValue(new ImportSight(words.words(report), "", checking, now.tabs(), sheet(),
                    onlyBad || !typed.isEmpty() ? lines.stream().filter(this::wanted).toList() : lines,
                    now.problems().getOrDefault(shown, List.of()), report.counts().bad(), fixes.size(), takes,
                    report.done()));
        });
    }

    /** Takes what is good, for this reason; the sight then has the change set. */
    public void take(String why) {
        if (!sight.getValue().takes()) {
            return;
        }
        int mine = files;
        var order = order(why);
        sight.setValue(sight.getValue().waiting(texts.get("imports.taking")));
        ask(core -> core.imports().take(order), outcome -> {
            if (mine == files) {
                answered(outcome);
            }
        });
    }

    /** Takes the import back that was done. */
    public void undo() {
        sight.getValue().done().ifPresent(set -> {
            int mine = ++files;
            sight.setValue(sight.getValue().waiting(texts.get("imports.undoing", set.number())));
            Outcome.of(estates, texts, core -> core.records().undo(set.number(), texts.get("imports.undo.why")),
                    outcome -> {
                        if (mine == files) {
                            sight.setValue(outcome.value().isPresent()
                                    ? ImportSight.saying(texts.get("imports.undone", set.number()))
                                    : sight.getValue().refused(outcome.problem()));
                        }
                    });
        });
    }

    private ImportOrder order(String why) {
        return new ImportOrder(file.orElseThrow().id(), List.copyOf(plans.values()), List.copyOf(fixes.values()),
                extent, existing, why);
    }
}

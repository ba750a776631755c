package org.dcos.ui.model.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.domain.exchange.ImportFile;
import org.dcos.domain.exchange.ImportOrder;
import org.dcos.domain.exchange.ImportOrder.CellFix;
import org.dcos.domain.exchange.ImportOrder.Existing;
import org.dcos.domain.exchange.ImportOrder.Extent;
import org.dcos.domain.exchange.ImportReport;
import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.domain.exchange.ImportReport.Effect;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** One import, from the choice of a file to its undoing. Each change of it is checked anew. For the UI realm. */
public final class ImportModel {

    private final EstateModel estates;
    private final Texts texts;
    private final WritableValue<ImportSight> sight = new WritableValue<>(ImportSight.NOTHING, ImportSight.class);
    private final Map<Place, CellFix> fixes = new LinkedHashMap<>();
    private Optional<ImportFile> file = Optional.empty();
    private Extent extent = Extent.ALL_OR_NONE;
    private Existing existing = Existing.UPDATE;
    private int asked;

    /** Where a cell is. */
    private record Place(String sheet, int row, int column) {}

    public ImportModel(EstateModel estates, Texts texts) {
        this.estates = estates;
        this.texts = texts;
    }

    public IObservableValue<ImportSight> sight() {
        return sight;
    }

    /** Sends the file and has it checked; what was chosen before is forgotten. */
    public void choose(String name, byte[] content) {
        int mine = busy();
        file = Optional.empty();
        fixes.clear();
        Outcome.of(estates, texts, core -> core.imports().upload(name, content), outcome -> {
            if (mine == asked) {
                file = outcome.value();
                outcome.value().ifPresentOrElse(_ -> check(), () -> refused(outcome.problem()));
            }
        });
    }

    /** Puts another text into the cell that a problem is of. */
    public void mend(CellProblem problem, String text) {
        if (problem.column() >= 0) {
            fixes.put(new Place(problem.sheet(), problem.row(), problem.column()),
                    new CellFix(problem.sheet(), problem.row(), problem.column(), text));
            check();
        }
    }

    public void extent(Extent wanted) {
        extent = wanted;
        check();
    }

    public void existing(Existing wanted) {
        existing = wanted;
        check();
    }

    private void check() {
        if (file.isEmpty()) {
            return;
        }
        ImportOrder order = order();
        int mine = busy();
        Outcome.of(estates, texts, core -> core.imports().check(order), outcome -> {
            if (mine == asked) {
                outcome.value().ifPresentOrElse(report -> sight.setValue(seen(report)),
                        () -> refused(outcome.problem()));
            }
        });
    }

    /** Takes what is good; the sight then has the change set. */
    public void take() {
        if (!sight.getValue().takes()) {
            return;
        }
        ImportOrder order = order();
        int mine = busy();
        Outcome.of(estates, texts, core -> core.imports().take(order), outcome -> {
            if (mine == asked) {
                outcome.value().ifPresentOrElse(report -> sight.setValue(seen(report)),
                        () -> refused(outcome.problem()));
            }
        });
    }

    /** Takes the import back that was done. */
    public void undo() {
        sight.getValue().done().ifPresent(set -> {
            int mine = busy();
            Outcome.of(estates, texts, core -> core.records().undo(set.number(), ""), outcome -> {
                if (mine == asked) {
                    outcome.value().ifPresentOrElse(_ -> sight.setValue(ImportSight.NOTHING.saying(
                            texts.get("imports.undone", set.number()))), () -> refused(outcome.problem()));
                }
            });
        });
    }

    private int busy() {
        sight.setValue(sight.getValue().waiting(texts.get("imports.working")));
        return ++asked;
    }

    private void refused(String problem) {
        sight.setValue(sight.getValue().refused(problem));
    }

    private ImportOrder order() {
        return new ImportOrder(file.orElseThrow().id(), List.of(), List.copyOf(fixes.values()), extent, existing, "");
    }

    private ImportSight seen(ImportReport report) {
        var counts = report.counts();
        String told = texts.get(report.done().isPresent() ? "imports.done" : "imports.counts", counts.created(),
                counts.changed(), counts.unchanged() + counts.skipped(), counts.bad());
        boolean some = counts.created() + counts.changed() > 0;
        boolean takes = report.done().isEmpty() && some
                && (report.acceptable() || extent == Extent.GOOD_ROWS);
        return new ImportSight(told, "", report.problems(), rows(report), takes, report.done());
    }

    private List<ImportSight.Line> rows(ImportReport report) {
        var lines = new ArrayList<ImportSight.Line>();
        for (ImportReport.SheetRows sheet : report.sheets()) {
            for (ImportReport.Row row : sheet.rows()) {
                lines.add(new ImportSight.Line(sheet.name(), row.number(), row.effect(), effect(row.effect()),
                        String.join("  ·  ", row.texts().stream().filter(text -> !text.isEmpty()).toList())));
            }
        }
        return lines;
    }

    private String effect(Effect effect) {
        return texts.of("imports.effect", effect);
    }
}

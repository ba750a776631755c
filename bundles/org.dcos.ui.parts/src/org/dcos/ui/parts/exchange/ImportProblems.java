package org.dcos.ui.parts.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.exchange.ImportModel;
import org.dcos.ui.model.exchange.ImportSight;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** All errors of a sheet by cell; what could stand in the chosen one is a button each. */
final class ImportProblems {

    private static final int MOST_SUGGESTIONS = 5;
    private static final int FOOT = 34;

    private final Composite whole;
    private final ImportModel model;
    private final Texts texts;
    private final RowTable<CellProblem> table;
    private final Composite foot;
    private Optional<CellProblem> offered = Optional.empty();

    /** @param chosen told the chosen one */
    ImportProblems(Composite parent, ImportModel model, Texts texts, Consumer<CellProblem> chosen) {
        this.model = model;
        this.texts = texts;
        whole = new Composite(parent, SWT.NONE);
        whole.setLayout(Layouts.column());
        table = new RowTable<>(whole, List.of(
                Column.<CellProblem>of(texts.get("import.cell"), 10, ImportProblems::cell).marked(_ -> Mark.CRITICAL),
                Column.of(texts.get("import.value"), 18, CellProblem::value),
                Column.of(texts.get("import.message"), 50, CellProblem::message),
                Column.<CellProblem>of(texts.get("import.suggestion"), 22,
                        problem -> String.join(", ", problem.suggestions())).in(_ -> Token.OK)),
                ImportProblems::identity);
        Layouts.fill(table.control());
        foot = Layouts.wide(new Composite(whole, SWT.NONE), FOOT);
        var row = new RowLayout(SWT.HORIZONTAL);
        row.wrap = false;
        row.center = true;
        row.spacing = 6;
        foot.setLayout(row);
        table.onSelect(problem -> {
            problem.ifPresent(chosen);
            offer(problem);
        });
        table.onOpen(problem -> problem.suggestions().stream().findFirst()
                .ifPresent(text -> model.mendAlike(problem, text)));
    }

    Control control() {
        return whole;
    }

    void show(ImportSight sight) {
        table.setRows(sight.done().isPresent() ? List.of() : sight.problems());
        if (table.selected().isEmpty() && !table.rows().isEmpty()) {
            table.select(identity(table.rows().getFirst()));
        }
        if (!table.selected().equals(offered)) {
            offer(table.selected());
        }
    }

    private static Object identity(CellProblem problem) {
        return List.of(problem.row(), problem.column(), problem.message());
    }

    /** What could stand there: one press mends every cell with the same trouble. */
    private void offer(Optional<CellProblem> problem) {
        offered = problem;
        for (var old : foot.getChildren()) {
            old.dispose();
        }
        var made = new ArrayList<String>();
        problem.ifPresent(one -> {
            one.suggestions().stream().limit(MOST_SUGGESTIONS).forEach(made::add);
            int alike = model.alike(one).size();
            var label = new Label(foot, SWT.NONE);
            label.setText(made.isEmpty() ? texts.get("imports.by.hand")
                    : alike > 1 ? texts.get("imports.put.all", alike) : texts.get("imports.put"));
            Native.font(Native.colours(label, Token.PANEL, Token.MUTED), TextStyle.NOTE);
            made.forEach(text -> {
                var button = new FlatButton(foot);
                button.setText(text);
                button.onPress(() -> model.mendAlike(one, text));
            });
        });
        foot.layout(true, true);
    }

    private static String cell(CellProblem problem) {
        return problem.cell().isEmpty() ? Integer.toString(problem.row()) : problem.cell();
    }
}

package org.dcos.ui.parts.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.exchange.ImportFile;
import org.dcos.domain.exchange.ImportOrder.Existing;
import org.dcos.domain.exchange.ImportOrder.Extent;
import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.domain.exchange.ImportReport.Effect;
import org.dcos.ui.canvas.control.Pill;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.exchange.ImportModel;
import org.dcos.ui.model.exchange.ImportSight;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.core.databinding.observable.value.IValueChangeListener;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Choose a file; see what would come of it and everything that is wrong with it; mend cells; take it; take it back. */
final class RecordsImportDialog extends DeskDialog {

    private static final int WIDE = 980;
    private static final int TABLE_HEIGHT = 360;

    private final Desk desk;
    private final ImportModel model;
    private final StackLayout stack = new StackLayout();
    private Text path;
    private Pill summary;
    private Composite tables;
    private RowTable<CellProblem> problems;
    private RowTable<ImportSight.Line> rows;
    private Button goodRows;
    private Button skip;
    private Button undo;

    RecordsImportDialog(Shell parent, Desk desk) {
        super(parent, desk.texts(), desk.texts().get("imports.title"), desk.texts().get("imports.take"));
        this.desk = desk;
        this.model = new ImportModel(desk.estate(), desk.modelTexts());
    }

    @Override
    protected String sentence() {
        return texts().get("imports.sentence");
    }

    @Override
    protected int width() {
        return WIDE;
    }

    @Override
    protected void create(Composite body) {
        var line = Layouts.wide(new Composite(body, SWT.NONE));
        line.setLayout(Layouts.grid(2, 0, 8));
        path = Layouts.wide(new Text(line, SWT.BORDER | SWT.READ_ONLY));
        path.setMessage(texts().get("imports.none"));
        button(line, SWT.PUSH, "import.choose", this::choose);
        var modes = Layouts.wide(new Composite(body, SWT.NONE));
        modes.setLayout(Layouts.grid(3, 0, 16));
        goodRows = button(modes, SWT.CHECK, "imports.good.rows",
                () -> model.extent(goodRows.getSelection() ? Extent.GOOD_ROWS : Extent.ALL_OR_NONE));
        skip = button(modes, SWT.CHECK, "imports.skip",
                () -> model.existing(skip.getSelection() ? Existing.SKIP : Existing.UPDATE));
        undo = button(modes, SWT.PUSH, "imports.undo", model::undo);
        summary = Layouts.wide(new Pill(body));
        createTables(body);
    }

    private Button button(Composite parent, int style, String key, Runnable press) {
        var button = new Button(parent, style);
        button.setText(texts().get(key));
        button.addListener(SWT.Selection, _ -> press.run());
        return button;
    }

    private void createTables(Composite body) {
        tables = new Composite(body, SWT.NONE);
        tables.setLayout(stack);
        var room = new GridData(SWT.FILL, SWT.FILL, true, true);
        room.heightHint = TABLE_HEIGHT;
        tables.setLayoutData(room);
        problems = new RowTable<>(tables, List.of(
                Column.<CellProblem>of(texts().get("import.cell"), 15, RecordsImportDialog::cell)
                        .marked(_ -> Mark.CRITICAL),
                Column.of(texts().get("import.value"), 19, CellProblem::value),
                Column.of(texts().get("import.message"), 46, CellProblem::message),
                Column.<CellProblem>of(texts().get("import.suggestion"), 20,
                        problem -> String.join(", ", problem.suggestions())).in(_ -> Token.OK)),
                problem -> problem);
        problems.onOpen(this::mend);
        rows = new RowTable<>(tables, List.of(
                Column.<ImportSight.Line>of(texts().get("import.effect"), 14, ImportSight.Line::effectWords)
                        .in(RecordsImportDialog::colour),
                Column.of(texts().get("import.cell"), 16, row -> "%s %d".formatted(row.sheet(), row.number())),
                Column.of(texts().get("import.value"), 70, ImportSight.Line::texts)), row -> row);
        stack.topControl = rows.control();
    }

    @Override
    protected void ready() {
        IValueChangeListener<ImportSight> listener = _ -> show(model.sight().getValue());
        model.sight().addValueChangeListener(listener);
        getShell().addListener(SWT.Dispose, _ -> model.sight().removeValueChangeListener(listener));
        show(model.sight().getValue());
    }

    private void show(ImportSight sight) {
        problem(sight.problem());
        boolean bad = !sight.problems().isEmpty() && sight.done().isEmpty();
        summary.show(sight.words().isEmpty() ? Mark.NONE : bad ? Mark.CRITICAL : Mark.OK, sight.words());
        problems.setRows(sight.problems());
        rows.setRows(sight.lines());
        stack.topControl = bad ? problems.control() : rows.control();
        tables.layout();
        actionButton().setEnabled(sight.takes());
        undo.setEnabled(sight.done().isPresent());
    }

    private void choose() {
        var dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.xlsx;*.csv", "*"});
        dialog.setFilterNames(new String[] {texts().get("import.kinds"), texts().get("import.all")});
        Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(this::read);
    }

    /** Reads the file in the background. */
    void read(Path file) {
        path.setText(file.toString());
        desk.estate().inBackground(() -> {
            try {
                if (Files.size(file) > ImportFile.MAX_BYTES) {
                    inRealm(() -> problem(texts().get("import.large", ImportFile.MAX_BYTES >> 20)));
                    return;
                }
                byte[] content = Files.readAllBytes(file);
                inRealm(() -> model.choose(file.getFileName().toString(), content));
            } catch (IOException e) {
                inRealm(() -> problem(texts().get("import.unreadable", e.getMessage())));
            }
        });
    }

    private void inRealm(Runnable work) {
        desk.estate().inRealm(() -> {
            if (!path.isDisposed()) {
                work.run();
            }
        });
    }

    private void mend(CellProblem problem) {
        if (problem.column() < 0) {
            return;
        }
        String offered = problem.suggestions().size() == 1 ? problem.suggestions().getFirst() : problem.value();
        var ask = new InputDialog(getShell(), cell(problem), problem.message(), offered, null);
        if (ask.open() == Window.OK) {
            model.mend(problem, ask.getValue());
        }
    }

    @Override
    protected void okPressed() {
        model.take();
    }

    private static String cell(CellProblem problem) {
        return problem.sheet() + " " + (problem.cell().isEmpty() ? problem.row() : problem.cell());
    }

    private static Token colour(ImportSight.Line line) {
        return line.effect() == Effect.BAD
                ? Token.CRITICAL
                : line.effect() == Effect.CREATED || line.effect() == Effect.CHANGED ? Token.OK : Token.MUTED;
    }
}

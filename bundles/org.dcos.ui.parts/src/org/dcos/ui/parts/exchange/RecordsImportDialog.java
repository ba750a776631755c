package org.dcos.ui.parts.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.ImportFile;
import org.dcos.domain.exchange.ImportOrder.Existing;
import org.dcos.domain.exchange.ImportOrder.Extent;
import org.dcos.ui.canvas.control.ChoiceBox;
import org.dcos.ui.canvas.control.Pill;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.model.exchange.ImportModel;
import org.dcos.ui.model.exchange.ImportSight;
import org.dcos.ui.model.exchange.SheetSight;
import org.dcos.ui.model.exchange.SheetTab;
import org.dcos.ui.model.records.FieldWords;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Paths;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Choose or drop a file; say what its columns are; mend what is wrong in place; take it; take it back. */
final class RecordsImportDialog extends DeskDialog {

    private static final int WIDE = 1080;
    private static final int TABLE_HEIGHT = 400;
    private static final int SHEET_WIDTH = 400;
    private static final int KIND_WIDTH = 130;
    private static final int[] DOWN = {64, 36};
    /** What is imported: all but work that is under way. */
    private static final List<Kind> KINDS = List.of(Kind.values()).stream().filter(kind -> kind != Kind.RELOCATION)
            .toList();

    private final Desk desk;
    private final ImportModel model;
    private final StackLayout stack = new StackLayout();
    private Text path;
    private ChoiceBox sheet;
    private ChoiceBox kind;
    private ChoiceBox key;
    private Pill summary;
    private ProgressBar progress;
    private Segmented page;
    private Composite pages;
    private SashForm rows;
    private ImportGrid grid;
    private ImportColumns columns;
    private ImportProblems problems;
    private Button onlyBad;
    private Button goodRows;
    private Button skip;
    private Button undo;
    private Text why;
    private List<SheetTab> tabs = List.of();

    RecordsImportDialog(Shell parent, Desk desk) {
        super(parent, desk.texts(), desk.texts().get("imports.title"), desk.texts().get("imports.take"));
        this.desk = desk;
        this.model = new ImportModel(desk.estate(), desk.modelTexts(),
                new FieldWords(desk.modelTexts(), desk.clock().getZone()));
    }

    ImportModel model() {
        return model;
    }

    @Override
    protected String sentence() {
        return texts().get("imports.sentence");
    }

    @Override
    protected boolean actionIsDefault() {
        return false;
    }

    @Override
    protected int width() {
        return WIDE;
    }

    @Override
    protected void create(Composite body) {
        createFile(body);
        createSheet(body);
        createSummary(body);
        pages = new Composite(body, SWT.NONE);
        pages.setLayout(stack);
        var room = new GridData(SWT.FILL, SWT.FILL, true, true);
        room.heightHint = TABLE_HEIGHT;
        pages.setLayoutData(room);
        rows = new SashForm(pages, SWT.VERTICAL | SWT.SMOOTH);
        grid = new ImportGrid(rows, model, texts());
        problems = new ImportProblems(rows, model, texts(), problem -> grid.reveal(problem));
        rows.setWeights(DOWN);
        columns = new ImportColumns(pages, model, texts());
        stack.topControl = rows;
        createModes(body);
    }

    private void createFile(Composite body) {
        var line = line(body, 2);
        path = Layouts.wide(new Text(line, SWT.BORDER));
        path.setMessage(texts().get("import.none"));
        path.addListener(SWT.Traverse, event -> { // Enter reads the file, and closes nothing
            if (event.detail == SWT.TRAVERSE_RETURN) {
                event.doit = false;
                typed();
            }
        });
        button(line, SWT.PUSH, "import.choose", this::choose);
    }

    private void createSheet(Composite body) {
        var line = line(body, 6);
        sheet = choice(line, "imports.sheet", SHEET_WIDTH,
                () -> model.show(tabs.get(sheet.getSelectionIndex()).name()));
        kind = choice(line, "imports.kind", KIND_WIDTH,
                () -> model.kind(kind.getSelectionIndex() == 0 ? Optional.empty()
                        : Optional.of(KINDS.get(kind.getSelectionIndex() - 1))));
        kind.add(texts().get("imports.out"));
        KINDS.forEach(one -> kind.add(desk.modelTexts().of("kind.many", one)));
        key = choice(line, "imports.key", KIND_WIDTH, () -> model.sight().getValue().sheet()
                .ifPresent(now -> model.key(now.keys().get(key.getSelectionIndex()).path())));
    }

    private ChoiceBox choice(Composite line, String words, int width, Runnable select) {
        label(line, texts().get(words));
        var box = Layouts.wide(new ChoiceBox(line));
        ((GridData) box.getLayoutData()).widthHint = width;
        box.addListener(SWT.Selection, _ -> {
            if (box.getSelectionIndex() >= 0) {
                select.run();
            }
        });
        return box;
    }

    private void createSummary(Composite body) {
        var line = line(body, 4);
        summary = Layouts.wide(new Pill(line));
        progress = new ProgressBar(line, SWT.INDETERMINATE);
        onlyBad = button(line, SWT.CHECK, "imports.only.bad", () -> model.onlyBad(onlyBad.getSelection()));
        page = new Segmented(line);
        page.setItems(texts().get("imports.page"), List.of(texts().get("imports.rows"),
                texts().get("imports.columns")));
        page.onSelect(this::page);
    }

    private void page(int index) {
        stack.topControl = index == 0 ? rows : columns.control();
        pages.layout();
    }

    /** Goes to the mapping of the columns. */
    void showColumns() {
        page.select(1);
        page(1);
    }

    private void createModes(Composite body) {
        var line = line(body, 5);
        goodRows = button(line, SWT.CHECK, "imports.good.rows",
                () -> model.extent(goodRows.getSelection() ? Extent.GOOD_ROWS : Extent.ALL_OR_NONE));
        skip = button(line, SWT.CHECK, "imports.skip",
                () -> model.existing(skip.getSelection() ? Existing.SKIP : Existing.UPDATE));
        label(line, texts().get("record.why"));
        why = Layouts.wide(new Text(line, SWT.BORDER));
        undo = button(line, SWT.PUSH, "imports.undo", model::undo);
    }

    private static Composite line(Composite body, int count) {
        var line = Layouts.wide(new Composite(body, SWT.NONE));
        line.setLayout(Layouts.grid(count, 0, 10));
        return line;
    }

    private Button button(Composite parent, int style, String words, Runnable press) {
        var button = new Button(parent, style);
        button.setText(texts().get(words));
        button.addListener(SWT.Selection, _ -> press.run());
        return button;
    }

    @Override
    protected void ready() {
        getButton(IDialogConstants.CANCEL_ID).setText(texts().get("close"));
        var drop = new DropTarget(getShell(), DND.DROP_COPY | DND.DROP_DEFAULT);
        drop.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        drop.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] files && files.length > 0) {
                    read(Path.of(files[0]));
                }
            }
        });
        DeskPart.follow(path, model.sight(), this::show);
    }

    private void show(ImportSight sight) {
        problem(sight.problem());
        boolean done = sight.done().isPresent();
        summary.show(sight.words().isEmpty() || sight.working() ? Mark.NONE
                : sight.bad() > 0 && !done ? Mark.CRITICAL : Mark.OK, sight.words());
        progress.setVisible(sight.working());
        fillSheets(sight);
        grid.show(sight);
        columns.show(sight);
        problems.show(sight);
        boolean chosen = sight.sheet().isPresent() && !done;
        List.of(sheet, kind).forEach(box -> box.setEnabled(chosen));
        key.setEnabled(chosen && key.getItemCount() > 1);
        List.of(goodRows, skip).forEach(button -> button.setEnabled(chosen));
        onlyBad.setEnabled(chosen);
        actionButton().setEnabled(sight.takes());
        undo.setEnabled(done && !sight.working());
    }

    private void fillSheets(ImportSight sight) {
        if (!sight.sheets().equals(tabs)) {
            tabs = sight.sheets();
            sheet.setItems(tabs.stream().map(SheetTab::words).toArray(String[]::new));
        }
        sight.sheet().ifPresentOrElse(now -> {
            sheet.select(tabs.stream().map(SheetTab::name).toList().indexOf(now.name()));
            kind.select(now.kind().map(one -> KINDS.indexOf(one) + 1).orElse(0));
            fillKeys(now);
        }, () -> List.of(sheet, kind, key).forEach(ChoiceBox::deselectAll));
    }

    private void fillKeys(SheetSight now) {
        var titles = new ArrayList<String>();
        now.keys().forEach(choice -> titles.add(choice.title()));
        if (!List.of(key.getItems()).equals(titles)) {
            key.setItems(titles.toArray(String[]::new));
        }
        key.select(now.keys().stream().map(SheetSight.Choice::path).toList().indexOf(now.key()));
    }

    private void choose() {
        var dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.xlsx;*.csv", "*"});
        dialog.setFilterNames(new String[] {texts().get("imports.kinds"), texts().get("import.all")});
        Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(this::read);
    }

    private void typed() {
        var name = path.getText().strip();
        if (!name.isEmpty()) {
            Paths.read(name).ifPresentOrElse(this::read, () -> problem(texts().get("import.missing", name)));
        }
    }

    /** Reads the file in the background. */
    void read(Path file) {
        path.setText(Paths.written(file));
        desk.estate().inBackground(() -> {
            try {
                if (Files.size(file) > ImportFile.MAX_BYTES) {
                    inRealm(() -> problem(texts().get("import.large", ImportFile.MAX_BYTES >> 20)));
                    return;
                }
                byte[] content = Files.readAllBytes(file);
                inRealm(() -> model.choose(file.getFileName().toString(), content));
            } catch (NoSuchFileException _) {
                inRealm(() -> problem(texts().get("import.missing", Paths.written(file))));
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

    @Override
    protected void okPressed() {
        model.take(why.getText().strip());
    }
}

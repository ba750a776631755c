package org.dcos.ui.parts.devicetype;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.dcos.domain.devicetype.TypeFile;
import org.dcos.domain.devicetype.TypeOrder;
import org.dcos.ui.canvas.control.Pill;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.devicetype.DeviceTypesModel;
import org.dcos.ui.model.devicetype.DeviceTypesSight;
import org.dcos.ui.model.devicetype.DeviceTypesSight.Stage;
import org.dcos.ui.model.devicetype.FitRow;
import org.dcos.ui.model.devicetype.TypeRow;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
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
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Choose files or a folder; see what is new, changed or refused and why; take them; bring the devices along. */
final class DeviceTypesDialog extends DeskDialog {

    private static final int WIDE = 940;
    private static final int TABLE_HEIGHT = 360;

    private final Desk desk;
    private final DeviceTypesModel model;
    private final StackLayout stack = new StackLayout();
    private Text path;
    private Pill summary;
    private ProgressBar progress;
    private Composite tables;
    private RowTable<TypeRow> types;
    private RowTable<FitRow> fits;
    private Button drop;
    private Text why;

    DeviceTypesDialog(Shell parent, Desk desk) {
        super(parent, desk.texts(), desk.texts().get("types.title"), desk.texts().get("types.take"));
        this.desk = desk;
        this.model = new DeviceTypesModel(desk.estate(), desk.modelTexts());
    }

    DeviceTypesModel model() {
        return model;
    }

    @Override
    protected String sentence() {
        return texts().get("types.sentence");
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
        var line = line(body, 3);
        path = Layouts.wide(new Text(line, SWT.BORDER | SWT.READ_ONLY));
        path.setMessage(texts().get("types.none"));
        button(line, SWT.PUSH, "types.files", this::chooseFiles);
        button(line, SWT.PUSH, "types.folder", this::chooseFolder);
        var said = line(body, 2);
        summary = Layouts.wide(new Pill(said));
        progress = new ProgressBar(said, SWT.INDETERMINATE);
        tables = new Composite(body, SWT.NONE);
        tables.setLayout(stack);
        var room = new GridData(SWT.FILL, SWT.FILL, true, true);
        room.heightHint = TABLE_HEIGHT;
        tables.setLayoutData(room);
        createTypes();
        createFits();
        stack.topControl = types.control();
        var foot = line(body, 3);
        drop = button(foot, SWT.CHECK, "types.drop", () -> {});
        label(foot, texts().get("record.why"));
        why = Layouts.wide(new Text(foot, SWT.BORDER));
    }

    private static Composite line(Composite body, int columns) {
        var line = Layouts.wide(new Composite(body, SWT.NONE));
        line.setLayout(Layouts.grid(columns, 0, 8));
        return line;
    }

    private Button button(Composite parent, int style, String key, Runnable press) {
        var button = new Button(parent, style);
        button.setText(texts().get(key));
        button.addListener(SWT.Selection, _ -> press.run());
        return button;
    }

    private void createTypes() {
        types = new RowTable<>(tables, List.of(
                Column.<TypeRow>of(texts().get("types.outcome"), 12, TypeRow::outcome)
                        .marked(row -> Marks.of(row.mark())),
                Column.of(texts().get("types.type"), 22, TypeRow::type),
                Column.<TypeRow>of(texts().get("types.devices"), 8, TypeRow::devices).right(),
                Column.<TypeRow>of(texts().get("types.file"), 26, TypeRow::file).muted(),
                Column.<TypeRow>of(texts().get("types.said"), 32, TypeRow::said)
                        .in(row -> row.type().isEmpty() ? Token.TEXT : Token.MUTED)),
                row -> row.file() + row.said());
    }

    private void createFits() {
        fits = new RowTable<>(tables, List.of(
                Column.<FitRow>of(texts().get("types.device"), 16, FitRow::device)
                        .marked(row -> row.obstacle().isEmpty() ? Mark.NONE : Mark.WARNING),
                Column.<FitRow>of(texts().get("types.where"), 14, FitRow::place).muted(),
                Column.<FitRow>of(texts().get("types.type"), 14, FitRow::type).muted(),
                Column.of(texts().get("types.added"), 16, FitRow::added),
                Column.of(texts().get("types.changed"), 18, FitRow::changed),
                Column.of(texts().get("types.surplus"), 11, FitRow::surplus),
                Column.<FitRow>of(texts().get("types.obstacle"), 11, FitRow::obstacle).muted()),
                FitRow::deviceId);
    }

    @Override
    protected void ready() {
        getButton(IDialogConstants.CANCEL_ID).setText(texts().get("close"));
        var target = new DropTarget(getShell(), DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] files) {
                    read(Arrays.stream(files).map(Path::of).toList());
                }
            }
        });
        DeskPart.follow(path, model.sight(), this::show);
    }

    private void show(DeviceTypesSight sight) {
        problem(sight.problem());
        boolean bad = sight.rows().stream().anyMatch(row -> row.type().isEmpty());
        boolean devices = sight.stage() == Stage.TAKEN;
        summary.show(sight.words().isEmpty() || sight.working() ? Mark.NONE : bad && !devices ? Mark.WARNING : Mark.OK,
                sight.words());
        progress.setVisible(sight.working());
        types.setRows(sight.rows());
        fits.setRows(sight.fits());
        stack.topControl = devices ? fits.control() : types.control();
        tables.layout();
        drop.setEnabled(devices);
        why.setEnabled(devices);
        actionButton().setText(texts().get(devices ? "types.fit" : "types.take"));
        actionButton().setEnabled(!sight.working() && (devices || sight.stage() == Stage.CHECKED));
        actionButton().getParent().layout();
    }

    private void chooseFiles() {
        var dialog = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setFilterExtensions(new String[] {"*.yaml;*.yml", "*"});
        dialog.setFilterNames(new String[] {texts().get("types.kinds"), texts().get("import.all")});
        if (dialog.open() != null) {
            var folder = Path.of(dialog.getFilterPath());
            read(Arrays.stream(dialog.getFileNames()).map(folder::resolve).toList());
        }
    }

    private void chooseFolder() {
        var dialog = new DirectoryDialog(getShell(), SWT.OPEN);
        Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(folder -> read(List.of(folder)));
    }

    /** Reads files and folders in the background. */
    void read(List<Path> chosen) {
        path.setText(chosen.size() == 1 ? chosen.getFirst().toString() : texts().get("types.many", chosen.size()));
        desk.estate().inBackground(() -> {
            try {
                var files = TypeFolder.read(chosen);
                inRealm(() -> attempt(files));
            } catch (IOException e) {
                inRealm(() -> problem(texts().get("import.unreadable", e.getMessage())));
            }
        });
    }

    private void attempt(List<TypeFile> files) {
        if (files.isEmpty()) {
            problem(texts().get("types.empty"));
        } else if (files.size() > TypeOrder.MOST_FILES) {
            problem(texts().get("types.too.many", TypeOrder.MOST_FILES));
        } else {
            model.choose(files);
        }
    }

    private void inRealm(Runnable work) {
        desk.inRealm(() -> {
            if (!path.isDisposed()) {
                work.run();
            }
        });
    }

    @Override
    protected void okPressed() {
        if (model.sight().getValue().stage() == Stage.TAKEN) {
            model.fit(Set.of(), drop.getSelection(), why.getText().strip());
        } else {
            model.take();
        }
    }
}

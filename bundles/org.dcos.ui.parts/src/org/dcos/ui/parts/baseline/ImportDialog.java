package org.dcos.ui.parts.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import org.dcos.domain.baseline.BaselineFile;
import org.dcos.domain.baseline.BaselineReport;
import org.dcos.ui.model.work.Outcome;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Paths;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Choose a file, see everything that is wrong with it at once by cell, or what it would change, and take it. */
final class ImportDialog extends DeskDialog {

    private static final int WIDE = 960;
    /** The summary, a header and ten whole rows. */
    private static final int TABLE_HEIGHT = 22 + 4 + 28 + 10 * 26;

    private final Desk desk;
    private Text path;
    private Button choose;
    private ReportView report;
    private Optional<BaselineFile> checked = Optional.empty();
    /** The name that was checked last. */
    private String seen = "";
    private int asked;

    ImportDialog(Shell parent, Desk desk) {
        super(parent, desk.texts(), desk.texts().get("import.title"), desk.texts().get("import.take"));
        this.desk = desk;
    }

    /** @return whether a baseline was taken */
    boolean take() {
        return open() == Window.OK;
    }

    @Override
    protected String sentence() {
        return texts().get("import.sentence");
    }

    @Override
    protected int width() {
        return WIDE;
    }

    @Override
    protected void create(Composite body) {
        var line = Layouts.wide(new Composite(body, SWT.NONE));
        line.setLayout(Layouts.grid(2, 0, 8));
        path = Layouts.wide(new Text(line, SWT.BORDER));
        path.setMessage(texts().get("import.none"));
        path.addListener(SWT.Modify, _ -> forget());
        path.addListener(SWT.DefaultSelection, _ -> typed());
        path.addListener(SWT.FocusOut, _ -> typed());
        choose = new Button(line, SWT.PUSH);
        choose.setText(texts().get("import.choose"));
        choose.addListener(SWT.Selection, _ -> choose());
        report = new ReportView(body, texts());
        var room = new GridData(SWT.FILL, SWT.FILL, true, true);
        room.heightHint = TABLE_HEIGHT;
        report.control().setLayoutData(room);
    }

    @Override
    protected void ready() {
        actionButton().setEnabled(false);
        path.setFocus();
    }

    private void choose() {
        var dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.xlsx;*.csv", "*"});
        dialog.setFilterNames(new String[] {texts().get("import.kinds"), texts().get("import.all")});
        Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(file -> {
            path.setText(Paths.written(file));
            check(file);
        });
    }

    /** Another name stands there: what was checked is not what would be taken. */
    private void forget() {
        asked++;
        seen = "";
        checked = Optional.empty();
        actionButton().setEnabled(false);
        problem("");
        report.waiting("");
    }

    private void typed() {
        var name = path.getText().strip();
        if (!name.isEmpty() && !name.equals(seen)) {
            Paths.read(name).ifPresentOrElse(this::check, () -> problem(texts().get("import.missing", name)));
        }
    }

    /** Reads the file and has it checked, both in the background; what comes late for another file is dropped. */
    private void check(Path file) {
        int mine = ++asked;
        seen = path.getText().strip();
        report.waiting(texts().get("import.checking"));
        desk.estate().inBackground(() -> {
            try {
                if (Files.size(file) > BaselineFile.MAX_BYTES) {
                    inRealm(mine, () -> unreadable(texts().get("import.large", BaselineFile.MAX_BYTES >> 20)));
                    return;
                }
                var content = new BaselineFile(file.getFileName().toString(), Files.readAllBytes(file));
                inRealm(mine,
                        () -> Outcome.of(desk.estate(), desk.modelTexts(), core -> core.baselines().check(content),
                                outcome -> inRealm(mine, () -> checked(content, outcome))));
            } catch (NoSuchFileException _) {
                inRealm(mine, () -> unreadable(texts().get("import.missing", Paths.written(file))));
            } catch (IOException e) {
                inRealm(mine, () -> unreadable(texts().get("import.unreadable", e.getMessage())));
            }
        });
    }

    private void unreadable(String why) {
        report.waiting("");
        problem(why);
    }

    private void inRealm(int mine, Runnable work) {
        desk.estate().inRealm(() -> {
            if (mine == asked && !path.isDisposed()) {
                work.run();
            }
        });
    }

    private void checked(BaselineFile file, Outcome<BaselineReport> outcome) {
        problem(outcome.problem());
        outcome.value().ifPresentOrElse(report::show, () -> report.waiting(""));
        checked = outcome.value().filter(BaselineReport::acceptable).map(_ -> file);
        actionButton().setEnabled(checked.isPresent());
    }

    @Override
    protected void okPressed() {
        actionButton().setEnabled(false);
        checked.ifPresent(
                file -> Outcome.of(desk.estate(), desk.modelTexts(), core -> core.baselines().take(file), outcome -> {
                    if (!path.isDisposed()) {
                        outcome.value().ifPresentOrElse(_ -> super.okPressed(), () -> problem(outcome.problem()));
                    }
                }));
    }
}

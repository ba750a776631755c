package org.dcos.ui.parts.bringup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.bringup.BringUpSettings.FirstLogin;
import org.dcos.domain.bringup.BringUpSettings.Recognised;
import org.dcos.ui.model.bringup.BringUpForm;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.RowTable;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/** Whether and how machines are brought up: first logins, how BMCs are recognised, where addresses come from. */
public final class BringUpSettingsDialog extends DeskDialog {

    private static final int WIDE = 760;
    private static final int LOGINS = 120;
    private static final int KNOWN = 150;
    private static final int MOST_AT_ONCE = 256;

    private final Desk desk;
    private final BringUpForm form;
    private Button running;
    private Button release;
    private Button leaveOpen;
    private Text user;
    private Text purpose;
    private Spinner atOnce;
    private RowTable<Numbered<FirstLogin>> logins;
    private RowTable<Numbered<Recognised>> known;

    /** A row and its place in the list. */
    private record Numbered<T>(int index, T value) {}

    BringUpSettingsDialog(Shell parent, Desk desk, BringUpForm form) {
        super(parent, desk.texts(), desk.texts().get("bringup.settings.title"),
                desk.texts().get("bringup.settings.save"));
        this.desk = desk;
        this.form = form;
    }

    @Override
    protected String sentence() {
        return texts().get("bringup.settings.sentence");
    }

    @Override
    protected int width() {
        return WIDE;
    }

    @Override
    protected boolean actionIsDefault() {
        return false;
    }

    @Override
    protected void create(Composite body) {
        running = check(body, "bringup.settings.running");
        release = check(body, "bringup.settings.release");
        leaveOpen = check(body, "bringup.settings.open");
        var grid = Layouts.wide(new Composite(body, SWT.NONE));
        grid.setLayout(Layouts.grid(4, 0, 8));
        label(grid, texts().get("bringup.settings.purpose"));
        purpose = Layouts.wide(new Text(grid, SWT.BORDER));
        label(grid, texts().get("bringup.settings.user"));
        user = Layouts.wide(new Text(grid, SWT.BORDER));
        label(grid, texts().get("bringup.settings.atonce"));
        atOnce = new Spinner(grid, SWT.BORDER);
        atOnce.setValues(1, 1, MOST_AT_ONCE, 0, 1, 16);
        label(body, texts().get("bringup.settings.logins"));
        logins = new RowTable<>(body, List.of(
                Column.<Numbered<FirstLogin>>of(texts().get("bringup.login.model"), 50, row -> row.value().model()),
                Column.<Numbered<FirstLogin>>of(texts().get("bringup.login.user"), 30, row -> row.value().user()),
                Column.<Numbered<FirstLogin>>of(texts().get("bringup.login.password"), 20, _ -> "••••••").muted()),
                Numbered::index);
        Layouts.wide(logins.control(), LOGINS);
        logins.onOpen(row -> login(row.index(), row.value(), false));
        var loginBar = bar(body, 4);
        button(loginBar, "bringup.settings.add", () -> login(form.logins().size(), new FirstLogin("*", "", Optional
                .empty()), true));
        button(loginBar, "bringup.settings.edit", () -> logins.selected().ifPresent(row -> login(row.index(), row
                .value(), false)));
        button(loginBar, "bringup.settings.remove", () -> logins.selected().ifPresent(row -> {
            form.removeLogin(row.index());
            show();
        }));
        button(loginBar, "bringup.settings.file", this::takeFile);
        label(body, texts().get("bringup.settings.known"));
        createKnown(body);
    }

    private void createKnown(Composite body) {
        known = new RowTable<>(body, List.of(
                Column.<Numbered<Recognised>>of(texts().get("bringup.known.maker"), 17, row -> row.value().maker()),
                Column.<Numbered<Recognised>>of(texts().get("bringup.known.mac"), 16, row -> row.value().macPrefix()),
                Column.<Numbered<Recognised>>of(texts().get("bringup.known.class"), 18,
                        row -> row.value().vendorClass()),
                Column.<Numbered<Recognised>>of(texts().get("bringup.known.host"), 16, row -> row.value().hostName()),
                Column.<Numbered<Recognised>>of(texts().get("bringup.known.client"), 14,
                        row -> row.value().clientId()),
                Column.<Numbered<Recognised>>of(texts().get("bringup.known.vendor"), 19,
                        row -> row.value().vendorOptions())),
                Numbered::index);
        Layouts.wide(known.control(), KNOWN);
        known.onOpen(row -> recognised(row.index(), row.value()));
        var bar = bar(body, 5);
        button(bar, "bringup.settings.add", () -> recognised(form.recognition().size(), new Recognised("", "", "", "",
                "", "")));
        button(bar, "bringup.settings.edit", () -> known.selected().ifPresent(row -> recognised(row.index(), row
                .value())));
        button(bar, "bringup.settings.remove", () -> known.selected().ifPresent(row -> {
            form.removeRecognised(row.index());
            show();
        }));
        button(bar, "bringup.settings.up", () -> move(-1));
        button(bar, "bringup.settings.down", () -> move(1));
    }

    private Button check(Composite body, String key) {
        var check = new Button(body, SWT.CHECK);
        check.setText(texts().get(key));
        return check;
    }

    private static Composite bar(Composite body, int buttons) {
        var bar = new Composite(body, SWT.NONE);
        bar.setLayout(Layouts.grid(buttons, 0, 8));
        return bar;
    }

    private void button(Composite bar, String key, Runnable run) {
        var button = new Button(bar, SWT.PUSH);
        button.setText(texts().get(key));
        button.addListener(SWT.Selection, _ -> run.run());
    }

    @Override
    protected void ready() {
        actionButton().setEnabled(false);
        form.load(trouble -> {
            if (getShell() != null && !getShell().isDisposed()) {
                problem(trouble);
                actionButton().setEnabled(trouble.isEmpty());
                fill();
            }
        });
    }

    private void fill() {
        running.setSelection(form.running());
        release.setSelection(form.release());
        leaveOpen.setSelection(form.leaveOpen());
        user.setText(form.user());
        purpose.setText(form.purpose());
        atOnce.setSelection(form.atOnce());
        show();
    }

    private void show() {
        logins.setRows(numbered(form.logins()));
        known.setRows(numbered(form.recognition()));
    }

    private static <T> List<Numbered<T>> numbered(List<T> values) {
        var rows = new ArrayList<Numbered<T>>();
        values.forEach(value -> rows.add(new Numbered<>(rows.size(), value)));
        return rows;
    }

    private void login(int index, FirstLogin before, boolean fresh) {
        var dialog = new LoginDialog(getShell(), texts(), before, fresh);
        if (dialog.ask()) {
            form.login(index, dialog.model(), dialog.user(), dialog.password());
            show();
        }
    }

    private void recognised(int index, Recognised before) {
        new RecognisedDialog(getShell(), texts(), before).ask().ifPresent(way -> {
            form.recognised(index, way);
            show();
        });
    }

    private void move(int by) {
        known.selected().ifPresent(row -> {
            int now = form.move(row.index(), by);
            show();
            known.select(now);
        });
    }

    private void takeFile() {
        var dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.csv", "*.*"});
        Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(file -> {
            progress(texts().get("bringup.settings.reading", file.getFileName()));
            desk.estate().inBackground(() -> read(file));
        });
    }

    private void read(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            desk.inRealm(() -> form.take(file.getFileName().toString(), content, outcome -> taken(outcome.value()
                    .map(form::said).orElse(outcome.problem()))));
        } catch (IOException e) {
            desk.inRealm(() -> taken(texts().get("bringup.settings.unreadable", file, e.getMessage())));
        }
    }

    private void taken(String said) {
        if (getShell() != null && !getShell().isDisposed()) {
            problem("");
            Sentence.show(getShell(), texts(), texts().get("bringup.settings.file"), said);
        }
    }

    @Override
    protected void okPressed() {
        form.running(running.getSelection());
        form.release(release.getSelection());
        form.leaveOpen(leaveOpen.getSelection());
        form.user(user.getText());
        form.purpose(purpose.getText());
        form.atOnce(atOnce.getSelection());
        actionButton().setEnabled(false);
        form.save(trouble -> {
            if (getShell() == null || getShell().isDisposed()) {
                return;
            }
            if (trouble.isEmpty()) {
                setReturnCode(IDialogConstants.OK_ID);
                close();
            } else {
                problem(trouble);
                actionButton().setEnabled(true);
            }
        });
    }
}

package org.dcos.ui.parts.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.domain.cmdb.Field;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.records.Listed;
import org.dcos.ui.model.records.NameCache;
import org.dcos.ui.model.records.RecordColumn;
import org.dcos.ui.model.records.RecordForm;
import org.dcos.ui.model.records.RecordFormModel;
import org.dcos.ui.model.selection.RecordSelection;
import org.dcos.ui.parts.shell.Commands;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISaveablePart2;

/** One record of any kind: its fields, to be read and changed. */
public final class RecordPart extends DeskPart implements ISaveablePart2 {

    public static final String ID = "org.dcos.view.record";

    private static final int MOST_CHOICES = 200;

    private final NameCache cache = new NameCache();
    private RecordFormModel model;
    private PanelTitle title;
    private FlatButton save;
    private FlatButton revert;
    private Label problem;
    private Composite conflict;
    private ScrolledComposite scroll;
    private Composite form;
    private Text why;
    private List<FieldRow> rows = List.of();
    private List<RecordColumn> columns = List.of();
    private Optional<Item> shown = Optional.empty();
    private boolean making;
    private boolean asking;
    private boolean dirty;

    @Override
    protected void create(Composite body) {
        model = new RecordFormModel(desk().estate(), desk().modelTexts(), desk().clock().getZone(), cache);
        body.setLayout(Layouts.column());
        createHead(body);
        problem = Layouts.title(new Label(body, SWT.WRAP));
        Native.font(Native.colours(problem, Token.PANEL, Token.CRITICAL), TextStyle.BASE);
        createConflict(body);
        scroll = Layouts.fill(new ScrolledComposite(body, SWT.V_SCROLL));
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        Native.colours(scroll, Token.PANEL);
        form = new Composite(scroll, SWT.NONE);
        form.setLayout(Layouts.grid(2, 10, 6));
        Native.colours(form, Token.PANEL);
        scroll.setContent(form);
        scroll.addListener(SWT.Resize, _ -> fit());
        createReason(body);
        follow(model.form(), this::show);
        follow(desk().record().chosen(), this::chosen);
        follow(desk().estate().recorded(), recorded -> {
            cache.changed(recorded.kinds());
            var now = model.form().getValue();
            if (!now.changed()) {
                chosen(desk().record().chosen().getValue());
            }
        });
    }

    private void createHead(Composite body) {
        var head = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(5, 0, 6);
        layout.marginLeft = 10;
        layout.marginRight = 10;
        layout.marginTop = 4;
        head.setLayout(layout);
        title = Layouts.wide(new PanelTitle(head));
        show(head, Icon.RELATION, "record.impact", "org.dcos.impact.show");
        show(head, Icon.CABLE, "record.trace", "org.dcos.trace.show");
        revert = new FlatButton(head);
        revert.setText(text("record.revert"));
        revert.setWeight(FlatButton.Weight.BARE);
        revert.onPress(this::revert);
        save = new FlatButton(head);
        save.setText(text("record.save"));
        save.setIcon(Icon.ACKNOWLEDGE, text("record.save"));
        save.onPress(this::save);
    }

    private void show(Composite head, Icon icon, String key, String command) {
        var button = new FlatButton(head);
        button.setIcon(icon, text(key));
        button.setWeight(FlatButton.Weight.BARE);
        button.onPress(() -> Commands.run(getSite(), command));
    }

    private void createConflict(Composite body) {
        conflict = new Composite(body, SWT.NONE);
        conflict.setLayout(Layouts.grid(2, 8, 6));
        conflict.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        var theirs = new FlatButton(conflict);
        theirs.setText(text("record.theirs"));
        theirs.onPress(model::takeTheirs);
        var mine = new FlatButton(conflict);
        mine.setText(text("record.mine"));
        mine.onPress(() -> model.keepMine(why.getText().strip(), desk().record()::choose));
    }

    private void createReason(Composite body) {
        var foot = Layouts.wide(new Composite(body, SWT.NONE));
        foot.setLayout(Layouts.grid(2, 10, 8));
        var label = new Label(foot, SWT.NONE);
        label.setText(text("record.why"));
        Native.font(Native.colours(label, Token.PANEL, Token.MUTED), TextStyle.BASE);
        why = Layouts.wide(new Text(foot, SWT.BORDER));
        Native.font(Native.colours(why, Token.BACKGROUND), TextStyle.BASE);
    }

    private void chosen(Optional<RecordSelection.Of> record) {
        if (model.form().getValue().changed() && record.filter(of -> model.form().getValue().of(of.kind(), of.id()))
                .isPresent()) {
            return;
        }
        if (record.isPresent() && model.unsaved()) {
            // not within the selection that is under way
            form.getDisplay().asyncExec(() -> askBefore(() -> go(desk().record().chosen().getValue())));
            return;
        }
        go(record);
    }

    private void go(Optional<RecordSelection.Of> record) {
        record.ifPresentOrElse(of -> model.show(of.kind(), of.id()), model::clear);
    }

    /** Begins a new record. */
    public void begin(Listed listed) {
        begin(listed, Map.of());
    }

    /** Begins a new record in which something is filled in already. @param filled texts by path */
    public void begin(Listed listed, Map<String, String> filled) {
        askBefore(() -> model.begin(listed, filled));
    }

    /** Begins a new record like the one that is shown. */
    public void duplicate() {
        model.form().getValue().item().ifPresent(item -> askBefore(() -> model.beginLike(item)));
    }

    /** Goes on when nothing is lost by that, or the operator says so; else the record that was typed in stays. */
    private void askBefore(Runnable next) {
        if (asking || form.isDisposed()) {
            return;
        }
        if (!model.unsaved()) {
            next.run();
            return;
        }
        asking = true;
        var answer = new UnsavedDialog(getSite().getShell(), desk().texts(), model.form().getValue().title()).ask();
        asking = false;
        switch (answer) {
            case SAVE -> model.save(why.getText().strip(), (_, _) -> {
                why.setText("");
                next.run();
            });
            case DROP -> {
                model.revert();
                next.run();
            }
            case STAY -> model.form().getValue().item().filter(item -> item.version() > 0)
                    .ifPresent(item -> desk().record().choose(Kind.of(item), item.id()));
        }
    }

    @Override
    public boolean isDirty() {
        return model != null && model.unsaved();
    }

    @Override
    public int promptToSaveOnClose() {
        return switch (new UnsavedDialog(getSite().getShell(), desk().texts(), model.form().getValue().title()).ask()) {
            case SAVE -> YES;
            case DROP -> NO;
            case STAY -> CANCEL;
        };
    }

    /** Waits for the answer, as the view is to be closed after it. What was refused stays, and so does the view. */
    @Override
    public void doSave(IProgressMonitor monitor) {
        save();
        var display = form.getDisplay();
        while (model.saving() && !form.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        monitor.setCanceled(model.unsaved());
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("a record is not saved as another");
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public boolean isSaveOnCloseNeeded() {
        return isDirty();
    }

    /** Saves what was typed. */
    public void save() {
        if (model.form().getValue().changed()) {
            model.save(why.getText().strip(), (kind, id) -> {
                why.setText("");
                desk().record().choose(kind, id);
            });
        }
    }

    private void revert() {
        if (model.form().getValue().fresh()) {
            model.clear();
            chosen(desk().record().chosen().getValue());
        } else {
            model.revert();
        }
    }

    private void show(RecordForm now) {
        title.show(now.title().isEmpty() ? text("record.none") : now.title(), "");
        save.setEnabled(now.changed());
        revert.setEnabled(now.changed());
        if (dirty != model.unsaved()) {
            dirty = model.unsaved();
            firePropertyChange(PROP_DIRTY);
        }
        say(now);
        var wanted = now.fields().stream().map(field -> field.column()).toList();
        boolean fresh = !wanted.equals(columns)
                || !now.item().map(Item::id).equals(shown.map(Item::id));
        shown = now.item();
        if (fresh) {
            make(now);
        } else {
            boolean room = false;
            for (int i = 0; i < rows.size(); i++) {
                room |= rows.get(i).show(now.fields().get(i));
            }
            if (room) {
                fit();
            }
        }
        problem.getParent().layout();
    }

    private void say(RecordForm now) {
        var words = now.theirs().isEmpty() ? now.problem()
                : text("record.conflict") + "\n" + String.join("\n", now.differing());
        problem.setText(words.replace("&", "&&"));
        ((GridData) problem.getLayoutData()).exclude = words.isEmpty();
        problem.setVisible(!words.isEmpty());
        ((GridData) conflict.getLayoutData()).exclude = now.theirs().isEmpty();
        conflict.setVisible(now.theirs().isPresent());
    }

    private void type(String path, String text) {
        if (!making) {
            model.type(path, text);
        }
    }

    private void make(RecordForm now) {
        making = true;
        for (var old : form.getChildren()) {
            old.dispose();
        }
        columns = now.fields().stream().map(field -> field.column()).toList();
        var made = new ArrayList<FieldRow>();
        now.fields().forEach(field -> made.add(new FieldRow(form, field, model.words(), this::type, this::pick)));
        rows = List.copyOf(made);
        making = false;
        fit();
    }

    private void pick(RecordColumn column) {
        if (column.field().type() == Field.Type.REFERENCES) {
            new PickManyDialog(getSite().getShell(), desk().texts(), column.title(), model.referred(column),
                    typed -> model.choices(column, typed, MOST_CHOICES)).ask()
                            .ifPresent(ids -> model.type(column.path(), ids));
            return;
        }
        new PickDialog(getSite().getShell(), desk().texts(), column.title(),
                typed -> model.choices(column, typed, MOST_CHOICES)).ask()
                        .ifPresent(id -> model.type(column.path(), id));
    }

    private void fit() {
        form.layout(true, true);
        scroll.setMinSize(form.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
    }

    @Override
    public void setFocus() {
        form.setFocus();
    }
}

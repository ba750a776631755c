package org.dcos.ui.parts.records;

import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.control.SearchBox;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.model.records.ChangesModel;
import org.dcos.ui.model.records.ChangesModel.Detail;
import org.dcos.ui.model.records.NameCache;
import org.dcos.ui.model.selection.RecordSelection;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** The change sets of the chosen record or of all, what each did, and the way to take one back. */
public final class ChangesPart extends DeskPart {

    public static final String ID = "org.dcos.view.changes";

    private static final int PAUSE_TYPING_MILLIS = 200;

    private final NameCache cache = new NameCache();
    private ChangesModel model;
    private PanelTitle title;
    private SearchBox search;
    private Segmented which;
    private FlatButton undo;
    private RowTable<ChangesModel.Row> sets;
    private RowTable<Detail> details;

    @Override
    protected void create(Composite body) {
        model = new ChangesModel(desk().estate(), desk().modelTexts(), desk().clock().getZone(), cache);
        body.setLayout(Layouts.column());
        createHead(body);
        var tables = Layouts.fill(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(2, 0, 4);
        layout.makeColumnsEqualWidth = true;
        tables.setLayout(layout);
        sets = new RowTable<>(tables, List.of(Column.of(text("changes.at"), 26, ChangesModel.Row::at),
                Column.of(text("changes.who"), 12, ChangesModel.Row::who),
                Column.of(text("changes.what"), 32, ChangesModel.Row::title),
                Column.of(text("record.why"), 17, ChangesModel.Row::why),
                Column.<ChangesModel.Row>of(text("changes.from"), 13, ChangesModel.Row::origin).muted()),
                row -> row.set().number());
        Layouts.fill(sets.control());
        sets.onSelect(row -> {
            row.ifPresent(chosen -> model.open(chosen.set().number()));
            enable();
        });
        details = new RowTable<>(tables, List.of(Column.of(text("changes.record"), 30, Detail::record),
                Column.<Detail>of(text("changes.field"), 18, Detail::field).muted(),
                Column.<Detail>of(text("changes.before"), 26, Detail::before).muted(),
                Column.of(text("changes.after"), 26, Detail::after)), detail -> detail);
        Layouts.fill(details.control());
        follow(model.rows(), rows -> {
            sets.setRows(rows);
            enable();
        });
        follow(model.details(), details::setRows);
        follow(model.problem(), words -> title.show(text("changes.title"), words));
        follow(desk().record().chosen(), _ -> load());
        follow(desk().estate().connection(), _ -> load());
        follow(desk().estate().recorded(), recorded -> {
            cache.changed(recorded.kinds());
            model.load();
        });
    }

    private void createHead(Composite body) {
        var head = Layouts.wide(new Composite(body, SWT.NONE));
        var layout = Layouts.grid(4, 0, 8);
        layout.marginLeft = 10;
        layout.marginRight = 10;
        layout.marginTop = 4;
        head.setLayout(layout);
        title = Layouts.wide(new PanelTitle(head));
        undo = new FlatButton(head);
        undo.setText(text("changes.undo"));
        undo.setIcon(Icon.HISTORY, text("changes.undo"));
        undo.setWeight(FlatButton.Weight.BARE);
        undo.onPress(this::undo);
        which = new Segmented(head);
        which.setItems(text("changes.which"), List.of(text("changes.ofRecord"), text("changes.all")));
        which.onSelect(_ -> load());
        search = new SearchBox(head);
        search.setHints(text("changes.search"), "");
        search.field().addListener(SWT.Modify, _ -> later());
    }

    private void later() {
        var typed = search.field().getText();
        search.getDisplay().timerExec(PAUSE_TYPING_MILLIS, () -> {
            if (!search.isDisposed() && typed.equals(search.field().getText())) {
                load();
            }
        });
    }

    private void load() {
        var record = desk().record().chosen().getValue().map(RecordSelection.Of::id);
        model.show(which.selected() == 0 ? record : Optional.empty(), search.field().getText());
    }

    private void enable() {
        undo.setEnabled(canUndo());
    }

    /** Whether a change set is chosen that was not taken back yet. */
    public boolean canUndo() {
        return sets.selected().filter(row -> row.set().undoneBy().isEmpty()).isPresent();
    }

    /** Takes the chosen change set back. */
    public void undo() {
        sets.selected().ifPresent(row -> new ReasonDialog(getSite().getShell(), desk().texts(), text("changes.undo"),
                text("changes.undo.sentence", row.title(), row.who(), row.at(), row.set().changes()),
                text("changes.undo.do")).ask().ifPresent(why -> model.undo(row.set(), why)));
    }

    @Override
    public void setFocus() {
        sets.control().setFocus();
    }
}

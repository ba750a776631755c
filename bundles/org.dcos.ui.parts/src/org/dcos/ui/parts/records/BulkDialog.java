package org.dcos.ui.parts.records;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dcos.domain.cmdb.Field;
import org.dcos.ui.canvas.control.ChoiceBox;
import org.dcos.ui.model.records.BulkEdit;
import org.dcos.ui.model.records.FieldWords;
import org.dcos.ui.model.records.RecordColumn;
import org.dcos.ui.model.records.RecordList;
import org.dcos.ui.model.records.RecordRow;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks which field of the chosen records is to have which value, and shows how many that changes. */
final class BulkDialog extends DeskDialog {

    private static final int MOST_BEFORE = 4;

    /** What the operator wants. */
    record Wish(BulkEdit edit, String why) {}

    private final RecordList list;
    private final List<RecordRow> rows;
    private final FieldWords words;
    private final List<RecordColumn> columns;
    private ChoiceBox field;
    private Combo value;
    private Text why;
    private Optional<Wish> wish = Optional.empty();

    BulkDialog(Shell parent, Texts texts, RecordList list, List<RecordRow> rows, FieldWords words) {
        super(parent, texts, texts.get("bulk.title", rows.size()), texts.get("bulk.do"));
        this.list = list;
        this.rows = rows;
        this.words = words;
        columns = list.columns().stream().filter(RecordColumn::simple).toList();
    }

    /** Empty when it was called off. */
    Optional<Wish> ask() {
        return open() == Window.OK ? wish : Optional.empty();
    }

    @Override
    protected boolean actionIsDefault() {
        return false;
    }

    @Override
    protected void create(Composite body) {
        label(body, texts().get("bulk.field"));
        field = Layouts.wide(new ChoiceBox(body));
        field.setItems(columns.stream().map(RecordColumn::title).toArray(String[]::new));
        field.select(0);
        label(body, texts().get("bulk.value"));
        value = Layouts.wide(new Combo(body, SWT.DROP_DOWN));
        label(body, texts().get("record.why"));
        why = Layouts.wide(new Text(body, SWT.BORDER));
        field.addListener(SWT.Selection, _ -> choose());
        value.addListener(SWT.Modify, _ -> preview());
    }

    @Override
    protected void ready() {
        choose();
    }

    private void choose() {
        var column = columns.get(field.getSelectionIndex());
        value.setItems(values(column).stream().map(one -> words.shown(column.field(), one, list.names()))
                .toArray(String[]::new));
        value.setText("");
        preview();
    }

    private static List<String> values(RecordColumn column) {
        return column.field().type() == Field.Type.BOOLEAN ? List.of("true", "false") : column.field().choices();
    }

    private BulkEdit edit() {
        var column = columns.get(field.getSelectionIndex());
        var typed = value.getText().strip();
        return new BulkEdit(rows, column, values(column).stream()
                .filter(one -> words.shown(column.field(), one, list.names()).equals(typed)).findFirst().orElse(typed));
    }

    private void preview() {
        var edit = edit();
        int count = edit.changed().size();
        var before = edit.before().entrySet().stream().limit(MOST_BEFORE)
                .map(entry -> "%s × %d".formatted(entry.getKey().isEmpty() ? texts().get("bulk.empty")
                        : words.shown(edit.column().field(), entry.getKey(), list.names()), entry.getValue()))
                .collect(Collectors.joining(", "));
        progress(texts().get("bulk.count", count, rows.size(), before));
        actionButton().setEnabled(count > 0);
    }

    @Override
    protected void okPressed() {
        wish = Optional.of(new Wish(edit(), why.getText().strip()));
        super.okPressed();
    }
}

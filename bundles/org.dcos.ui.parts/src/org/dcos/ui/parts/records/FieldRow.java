package org.dcos.ui.parts.records;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.dcos.domain.cmdb.Field;
import org.dcos.ui.canvas.control.ChoiceBox;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.records.FieldWords;
import org.dcos.ui.model.records.FormField;
import org.dcos.ui.model.records.Names;
import org.dcos.ui.model.records.RecordColumn;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A field of a form: its title, what it is changed with, and below what is wrong with it. */
final class FieldRow {

    private static final int LINES = 60;

    private final RecordColumn column;
    private final Label problem;
    private Consumer<FormField> shown = _ -> {};

    /**
     * @param type told path and text as the operator changes it
     * @param pick asks for a record
     */
    FieldRow(Composite body, FormField field, FieldWords words, BiConsumer<String, String> type,
            Consumer<RecordColumn> pick) {
        column = field.column();
        var title = new Label(body, SWT.NONE);
        title.setText((column.title() + (column.field().required() ? " *" : "")).replace("&", "&&"));
        Native.font(Native.colours(title, Token.PANEL, Token.MUTED), TextStyle.BASE);
        title.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false));
        switch (column.field().type()) {
            case CHOICE, BOOLEAN -> choice(body, field, words, type);
            case REFERENCE, REFERENCES -> reference(body, pick);
            case INSTANT -> moment(body, words, type);
            case PARTS -> text(body, SWT.READ_ONLY, type);
            case TEXTS -> text(body, SWT.MULTI | SWT.V_SCROLL | SWT.BORDER, type);
            case TEXT, INTEGER, DECIMAL, DATE -> text(body, SWT.BORDER, type);
        }
        new Label(body, SWT.NONE).setLayoutData(hidden());
        problem = new Label(body, SWT.WRAP);
        Native.font(Native.colours(problem, Token.PANEL, Token.CRITICAL), TextStyle.NOTE);
        var data = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        data.exclude = true;
        problem.setLayoutData(data);
        show(field);
    }

    private static GridData hidden() {
        var data = new GridData();
        data.exclude = true;
        return data;
    }

    private void text(Composite body, int style, BiConsumer<String, String> type) {
        var field = new Text(body, style);
        Native.font(Native.colours(field, (style & SWT.READ_ONLY) == 0 ? Token.BACKGROUND : Token.PANEL),
                TextStyle.BASE);
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        if ((style & SWT.MULTI) != 0) {
            data.heightHint = LINES;
        }
        field.setLayoutData(data);
        boolean fixed = (style & SWT.READ_ONLY) != 0;
        if (column.field().type() == Field.Type.DATE) {
            field.setMessage("2026-11-25");
        }
        if (!fixed) {
            field.addListener(SWT.Modify, _ -> type.accept(column.path(), field.getText()));
        }
        shown = now -> {
            var text = fixed ? now.shown() : now.text();
            if (!field.getText().equals(text)) {
                field.setText(text);
            }
        };
    }

    /** A date and a time as people write them. As long as it means the same, what is typed is left alone. */
    private void moment(Composite body, FieldWords words, BiConsumer<String, String> type) {
        var field = new Text(body, SWT.BORDER);
        Native.font(Native.colours(field, Token.BACKGROUND), TextStyle.BASE);
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        field.setMessage("2026-11-25 14:30");
        field.addListener(SWT.Modify, _ -> type.accept(column.path(), words.instant(field.getText())));
        shown = now -> {
            if (!words.instant(field.getText()).equals(now.text())) {
                field.setText(now.shown());
            }
        };
    }

    private void choice(Composite body, FormField first, FieldWords words, BiConsumer<String, String> type) {
        var values = new ArrayList<String>();
        if (!column.field().required() || first.text().isEmpty()) {
            values.add("");
        }
        values.addAll(column.field().type() == Field.Type.BOOLEAN ? List.of("true", "false")
                : column.field().choices());
        var box = new ChoiceBox(body);
        box.setItems(values.stream().map(value -> words.shown(column.field(), value, Names.NONE))
                .toArray(String[]::new));
        box.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        box.addListener(SWT.Selection, _ -> type.accept(column.path(), values.get(box.getSelectionIndex())));
        shown = now -> box.select(values.indexOf(now.text()));
    }

    private void reference(Composite body, Consumer<RecordColumn> pick) {
        var field = new Text(body, SWT.BORDER | SWT.READ_ONLY);
        Native.font(Native.colours(field, Token.BACKGROUND), TextStyle.BASE);
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        field.addListener(SWT.MouseUp, _ -> pick.accept(column));
        field.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.CR || event.keyCode == SWT.SPACE || event.keyCode == SWT.ARROW_DOWN) {
                pick.accept(column);
            }
        });
        shown = now -> field.setText(now.shown());
    }

    String path() {
        return column.path();
    }

    /** @return whether room is needed or freed */
    boolean show(FormField field) {
        shown.accept(field);
        var data = (GridData) problem.getLayoutData();
        boolean before = data.exclude;
        data.exclude = field.problem().isEmpty();
        problem.setVisible(!data.exclude);
        problem.setText(field.problem().replace("&", "&&"));
        return before != data.exclude;
    }
}

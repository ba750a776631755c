package org.dcos.ui.parts.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.dcos.ui.canvas.control.ListDress;
import org.dcos.ui.model.records.RecordColumn;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.DeskDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** Asks which columns of a list are to be shown; those that are shown keep their order. */
final class ColumnsDialog extends DeskDialog {

    private static final int HEIGHT = 360;

    private final List<RecordColumn> order = new ArrayList<>();
    private final Set<RecordColumn> shown;
    private List<RecordColumn> chosen = List.of();
    private Table table;

    ColumnsDialog(Shell parent, Texts texts, List<RecordColumn> all, Set<RecordColumn> shown) {
        super(parent, texts, texts.get("columns.title"), texts.get("columns.show"));
        this.shown = shown;
        order.addAll(shown);
        all.stream().filter(column -> !shown.contains(column)).forEach(order::add);
    }

    /** Empty when it was called off. */
    Optional<List<RecordColumn>> ask() {
        return open() == Window.OK ? Optional.of(chosen) : Optional.empty();
    }

    @Override
    protected String sentence() {
        return texts().get("columns.sentence");
    }

    @Override
    protected void create(Composite body) {
        table = new Table(body, SWT.CHECK | SWT.V_SCROLL | SWT.FULL_SELECTION);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = HEIGHT;
        table.setLayoutData(data);
        for (var column : order) {
            var item = new TableItem(table, SWT.NONE);
            item.setText(column.title());
            item.setChecked(shown.contains(column));
        }
        ListDress.on(table);
        table.addListener(SWT.Selection, _ -> check());
    }

    private void check() {
        actionButton().setEnabled(!checked().isEmpty());
    }

    private List<RecordColumn> checked() {
        var found = new ArrayList<RecordColumn>();
        for (int i = 0; i < order.size(); i++) {
            if (table.getItem(i).getChecked()) {
                found.add(order.get(i));
            }
        }
        return found;
    }

    @Override
    protected void okPressed() {
        chosen = checked();
        super.okPressed();
    }
}

package org.dcos.ui.parts.records;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.dcos.ui.canvas.control.ListDress;
import org.dcos.ui.model.records.Names.Named;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** Picks a record by typing a part of its name; none takes the reference away. */
final class PickDialog extends DeskDialog {

    private static final int HEIGHT = 300;

    private final Function<String, List<Named>> matching;
    private List<Named> found = List.of();
    private Text search;
    private Table table;
    private String picked = "";

    PickDialog(Shell parent, Texts texts, String title, Function<String, List<Named>> matching) {
        super(parent, texts, title, texts.get("pick.take"));
        this.matching = matching;
    }

    /** The id, or an empty text for none; empty when it was called off. */
    Optional<String> ask() {
        return open() == Window.OK ? Optional.of(picked) : Optional.empty();
    }

    @Override
    protected String sentence() {
        return texts().get("pick.sentence");
    }

    @Override
    protected void create(Composite body) {
        search = Layouts.wide(new Text(body, SWT.BORDER));
        search.addListener(SWT.Modify, _ -> fill());
        table = new Table(body, SWT.SINGLE | SWT.V_SCROLL | SWT.FULL_SELECTION);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = HEIGHT;
        table.setLayoutData(data);
        ListDress.on(table);
        table.addListener(SWT.MouseDoubleClick, _ -> okPressed());
        fill();
    }

    private void fill() {
        found = matching.apply(search.getText());
        table.removeAll();
        new TableItem(table, SWT.NONE).setText(texts().get("pick.none"));
        found.forEach(named -> new TableItem(table, SWT.NONE).setText(named.name()));
        table.select(found.isEmpty() || search.getText().isBlank() ? 0 : 1);
    }

    @Override
    protected void okPressed() {
        int index = table.getSelectionIndex() - 1;
        picked = index < 0 ? "" : found.get(index).id().toString();
        super.okPressed();
    }
}

package org.dcos.ui.parts.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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

/** Picks any number of records by ticking them; what is ticked stays so while one searches. */
final class PickManyDialog extends DeskDialog {

    private static final int HEIGHT = 300;

    private final Function<String, List<Named>> matching;
    private final Map<UUID, Named> ticked = new LinkedHashMap<>();
    private List<Named> shown = List.of();
    private Text search;
    private Table table;

    PickManyDialog(Shell parent, Texts texts, String title, List<Named> now, Function<String, List<Named>> matching) {
        super(parent, texts, title, texts.get("pick.many.take"));
        this.matching = matching;
        now.forEach(named -> ticked.put(named.id(), named));
    }

    /** The ids with a space between; empty when it was called off. */
    Optional<String> ask() {
        return open() == Window.OK
                ? Optional.of(ticked.keySet().stream().map(UUID::toString).collect(Collectors.joining(" ")))
                : Optional.empty();
    }

    @Override
    protected String sentence() {
        return texts().get("pick.many.sentence");
    }

    @Override
    protected void create(Composite body) {
        search = Layouts.wide(new Text(body, SWT.BORDER));
        search.addListener(SWT.Modify, _ -> fill());
        table = new Table(body, SWT.CHECK | SWT.SINGLE | SWT.V_SCROLL | SWT.FULL_SELECTION);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = HEIGHT;
        table.setLayoutData(data);
        ListDress.on(table);
        table.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK && event.item instanceof TableItem item) {
                tick(shown.get(table.indexOf(item)), item.getChecked());
            }
        });
        fill();
    }

    private void tick(Named named, boolean wanted) {
        if (wanted) {
            ticked.put(named.id(), named);
        } else {
            ticked.remove(named.id());
        }
    }

    /** What is ticked comes first, as long as nothing is searched. */
    private void fill() {
        var rows = new ArrayList<Named>();
        if (search.getText().isBlank()) {
            rows.addAll(ticked.values());
        }
        matching.apply(search.getText()).stream()
                .filter(named -> !search.getText().isBlank() || !ticked.containsKey(named.id())).forEach(rows::add);
        shown = List.copyOf(rows);
        table.removeAll();
        shown.forEach(named -> {
            var item = new TableItem(table, SWT.NONE);
            item.setText(named.name());
            item.setChecked(ticked.containsKey(named.id()));
        });
    }
}

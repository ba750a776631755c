package org.dcos.ui.parts.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.dcos.domain.cmdb.Field;
import org.dcos.ui.model.records.Narrowing;
import org.dcos.ui.model.records.RecordColumn;
import org.dcos.ui.model.records.RecordList;
import org.dcos.ui.model.records.RecordRow;
import org.dcos.ui.model.records.RecordsModel;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.WideColumn;
import org.dcos.ui.parts.widget.WideColumn.Editing;
import org.dcos.ui.parts.widget.WideTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The table of a list of records: made anew when other columns are to be shown, else only filled. */
final class RecordTable {

    private final Composite holder;
    private final RecordsModel model;
    private final Columns columns;
    private final Consumer<List<RecordRow>> onSelect;
    private final Consumer<RecordRow> onOpen;
    private final Consumer<Control> onMade;
    private Optional<WideTable<RecordRow>> table = Optional.empty();
    private RecordList shown = RecordList.EMPTY;
    private List<RecordColumn> made = List.of();
    private boolean fixed;

    RecordTable(Composite parent, RecordsModel model, Columns columns, Consumer<List<RecordRow>> onSelect,
            Consumer<RecordRow> onOpen, Consumer<Control> onMade) {
        this.model = model;
        this.onMade = onMade;
        this.columns = columns;
        this.onSelect = onSelect;
        this.onOpen = onOpen;
        holder = Layouts.fill(new Composite(parent, SWT.NONE));
        holder.setLayout(new FillLayout());
    }

    Optional<WideTable<RecordRow>> table() {
        return table;
    }

    void show(RecordList list) {
        if (holder.isDisposed()) {
            return;
        }
        boolean other = !list.listed().key().equals(shown.listed().key());
        shown = list;
        var wanted = columns.of(list);
        if (table.isEmpty() || other || fixed != list.at().isPresent() || !List.copyOf(wanted.keySet()).equals(made)) {
            make(wanted);
        }
        table.ifPresent(wide -> {
            wide.setRows(list.rows());
            var narrowing = model.narrowing();
            wide.sortedBy(narrowing.sort(), narrowing.descending());
        });
    }

    /** Makes the table anew, as after other columns were chosen. */
    void remake() {
        make(columns.of(shown));
        table.ifPresent(wide -> wide.setRows(shown.rows()));
    }

    List<RecordRow> selected() {
        return table.map(WideTable::selected).orElse(List.of());
    }

    void select(UUID id) {
        table.ifPresent(wide -> wide.select(id));
    }

    void selectAll() {
        table.ifPresent(WideTable::selectAll);
    }

    void edit() {
        table.ifPresent(WideTable::edit);
    }

    boolean setFocus() {
        return table.map(wide -> wide.control().setFocus()).orElseGet(holder::setFocus);
    }

    private void make(Map<RecordColumn, Integer> wanted) {
        table.ifPresent(old -> old.control().dispose());
        made = List.copyOf(wanted.keySet());
        fixed = shown.at().isPresent();
        var wide = new ArrayList<WideColumn<RecordRow>>();
        wanted.forEach((column, width) -> wide.add(column(column, width)));
        var next = new WideTable<>(holder, wide, row -> row.item().id());
        next.onSelect(onSelect);
        next.onOpen(onOpen);
        next.onFilter(typed -> model.narrow(model.narrowing().columns(typed)));
        next.onSort(this::sort);
        next.onColumns(() -> columns.keep(shown.listed().key(), next.widths()));
        next.onEdit(this::put);
        onMade.accept(next.control());
        table = Optional.of(next);
        holder.layout();
    }

    private WideColumn<RecordRow> column(RecordColumn column, int width) {
        int at = shown.column(column.path());
        var field = column.field();
        boolean choice = field.type() == Field.Type.CHOICE || field.type() == Field.Type.BOOLEAN;
        var editing = fixed || !column.simple() ? Editing.NOT : choice ? Editing.BY_CHOICE : Editing.BY_TEXT;
        return new WideColumn<>(column.path(), column.title(), width, column.numbers(),
                row -> at < row.cells().size() ? row.cells().get(at) : "",
                editing,
                values(field).stream().map(value -> model.words().shown(field, value, shown.names())).toList());
    }

    private static List<String> values(Field field) {
        return field.type() == Field.Type.BOOLEAN ? List.of("true", "false") : field.choices();
    }

    /** Once up, once down, then as the server-core orders. */
    private void sort(String path) {
        Narrowing now = model.narrowing();
        model.narrow(!path.equals(now.sort()) ? now.sorted(path, false)
                : now.descending() ? now.sorted("", false) : now.sorted(path, true));
    }

    /** What was chosen is said in words; the record wants the value. */
    private void put(RecordRow row, String path, String typed) {
        int at = shown.column(path);
        if (at < 0) {
            return;
        }
        var column = shown.columns().get(at);
        var field = column.field();
        var text = values(field).stream()
                .filter(value -> model.words().shown(field, value, shown.names()).equals(typed)).findFirst()
                .orElse(typed);
        model.change(row, column, text);
    }
}

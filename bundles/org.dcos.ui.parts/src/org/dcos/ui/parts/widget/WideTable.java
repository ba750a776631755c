package org.dcos.ui.parts.widget;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.data.IRowDataProvider;
import org.eclipse.nebula.widgets.nattable.edit.command.EditCellCommand;
import org.eclipse.nebula.widgets.nattable.edit.config.DefaultEditConfiguration;
import org.eclipse.nebula.widgets.nattable.filterrow.FilterRowHeaderComposite;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.ILayerListener;
import org.eclipse.nebula.widgets.nattable.layer.cell.ColumnOverrideLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.layer.event.ColumnStructuralChangeEvent;
import org.eclipse.nebula.widgets.nattable.painter.layer.CellLayerPainter;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.selection.RowSelectionModel;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectAllCommand;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultRowSelectionLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.event.RowSelectionEvent;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/**
 * A table of many rows and columns: a field to filter above each column, a click on a title sorts, columns are dragged
 * to another place or width, several rows can be chosen, cells can be changed in place. It narrows and sorts nothing
 * itself; it says what is wanted.
 */
public final class WideTable<T> {

    static final int ROW_HEIGHT = 26;
    private static final int HEADER_HEIGHT = 28;
    static final String EDIT = "edit.";

    private final NatTable table;
    private final ConfigRegistry registry = new ConfigRegistry();
    private final List<WideColumn<T>> columns;
    private final Function<T, Object> identity;
    private final DataLayer body;
    private final ColumnReorderLayer order;
    private final SelectionLayer selection;
    private final RowSelectionModel<T> model;
    private final ViewportLayer viewport;
    private Consumer<List<T>> onSelect = _ -> {};
    private Consumer<T> onOpen = _ -> {};
    private Consumer<Map<String, String>> onFilter = _ -> {};
    private Consumer<String> onSort = _ -> {};
    private Runnable onColumns = () -> {};
    private CellEdited<T> onEdit = (_, _, _) -> {};
    private List<T> rows = List.of();
    private Map<Object, Integer> places = Map.of();
    private String sorted = "";
    private boolean descending;
    private boolean quiet;
    private int clicked = -1;

    /** Told what was put into a cell. */
    @FunctionalInterface
    public interface CellEdited<T> {
        void put(T row, String column, String text);
    }

    /** @param identity what stays the same of a row when its texts change */
    public WideTable(Composite parent, List<WideColumn<T>> columns, Function<T, Object> identity) {
        this.columns = List.copyOf(columns);
        this.identity = identity;
        var rowData = new Rows();
        body = new DataLayer(rowData, 130, ROW_HEIGHT);
        var labels = new ColumnOverrideLabelAccumulator(body);
        for (int i = 0; i < columns.size(); i++) {
            body.setColumnWidthByPosition(i, columns.get(i).width());
            if (columns.get(i).editing() != WideColumn.Editing.NOT) {
                labels.registerColumnOverrides(i, EDIT + i);
            }
        }
        body.setConfigLabelAccumulator(labels);
        order = new ColumnReorderLayer(body);
        selection = new SelectionLayer(order, false);
        model = new RowSelectionModel<>(selection, rowData, row -> new RowId(identity.apply(row)), true);
        selection.setSelectionModel(model);
        selection.addConfiguration(new DefaultRowSelectionLayerConfiguration());
        selection.setLayerPainter(new CellLayerPainter());
        viewport = new ViewportLayer(selection);
        viewport.setRegionName(GridRegion.BODY);
        var titles = new Titles();
        var header = new ColumnHeaderLayer(new DataLayer(titles, 100, HEADER_HEIGHT), viewport, selection);
        var filters = new FilterRowHeaderComposite<T>(this::filtered, header, titles, registry);
        filters.getFilterRowDataLayer().setDefaultRowHeight(ROW_HEIGHT + 2);
        var all = new CompositeLayer(1, 2);
        all.setChildLayer(GridRegion.COLUMN_HEADER, filters, 0, 0);
        all.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        all.addConfiguration(new DefaultEditConfiguration());
        table = new NatTable(parent,
                SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.V_SCROLL | SWT.H_SCROLL, all,
                false);
        table.setConfigRegistry(registry);
        table.addConfiguration(new WideTableLook<>(this));
        table.configure();
        new NatTableContentTooltip(table, GridRegion.BODY);
        Native.colours(table, Token.PANEL);
        Ink.of(table.getDisplay()).redraws(table);
        listen();
    }

    private void listen() {
        ILayerListener chosen = event -> {
            if (event instanceof RowSelectionEvent && !quiet) {
                onSelect.accept(selected());
            }
        };
        selection.addLayerListener(chosen);
        ILayerListener changed = event -> {
            if (event instanceof ColumnStructuralChangeEvent) {
                onColumns.run();
            }
        };
        order.addLayerListener(changed);
        table.addListener(SWT.MouseDown, event -> clicked = table.getColumnPositionByX(event.x));
        table.addListener(SWT.MenuDetect, event -> {
            if (event.detail != SWT.MENU_KEYBOARD) {
                pointed(table.toControl(event.x, event.y).y);
            }
        });
        table.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                selected().stream().findFirst().ifPresent(row -> onOpen.accept(row));
            } else if (event.keyCode == SWT.F2) {
                edit();
            }
        });
    }

    /** A menu is about the row on which it is asked for. */
    private void pointed(int y) {
        int position = table.getRowPositionByY(y);
        int index = position < headerRows() ? -1 : table.getRowIndexByPosition(position);
        if (index >= 0 && index < rows.size() && !selected().contains(rows.get(index))) {
            select(identity.apply(rows.get(index)));
            onSelect.accept(selected());
        }
    }

    public NatTable control() {
        return table;
    }

    public List<T> rows() {
        return rows;
    }

    /** How a cell is. */
    Mark mark(int column, int row) {
        return row < rows.size() ? columns.get(column).mark().apply(rows.get(row)) : Mark.NONE;
    }

    List<WideColumn<T>> columns() {
        return columns;
    }

    public void setRows(List<T> next) {
        if (table.isDisposed() || next == rows) {
            return;
        }
        rows = next;
        var found = HashMap.<Object, Integer>newHashMap(next.size());
        for (int i = 0; i < next.size(); i++) {
            found.put(identity.apply(next.get(i)), i);
        }
        places = found;
        quiet = true;
        try {
            table.refresh();
        } finally {
            quiet = false;
        }
    }

    /** Those that are chosen and there, in the order of the rows. */
    public List<T> selected() {
        return model.getSelectedRowObjects().stream().map(row -> places.get(identity.apply(row)))
                .filter(place -> place != null).sorted().map(rows::get).toList();
    }

    /** Chooses the row with this identity and shows it; none when there is none. Tells nobody. */
    public void select(Object id) {
        boolean before = quiet;
        quiet = true;
        try {
            var place = Optional.ofNullable(places.get(id));
            if (place.isEmpty()) {
                selection.clear();
            } else if (selected().stream().noneMatch(row -> identity.apply(row).equals(id))) {
                selection.selectRow(0, place.get(), false, false);
                viewport.moveRowPositionIntoViewport(place.get());
            }
        } finally {
            quiet = before;
        }
    }

    public void selectAll() {
        selection.doCommand(new SelectAllCommand());
        onSelect.accept(selected());
    }

    /** Begins to change the cell that was clicked last, of the chosen row. */
    public void edit() {
        selected().stream().findFirst().map(row -> places.get(identity.apply(row))).ifPresent(place -> {
            viewport.moveRowPositionIntoViewport(place);
            int row = place - viewport.getRowIndexByPosition(0) + headerRows();
            var cell = table.getCellByPosition(Math.max(0, clicked), row);
            if (cell != null) {
                table.doCommand(new EditCellCommand(table, registry, cell));
            }
        });
    }

    private static int headerRows() {
        return 2;
    }

    /** Shows by a small arrow what the rows are sorted by. */
    public void sortedBy(String column, boolean down) {
        sorted = column;
        descending = down;
        table.redraw();
    }

    /** Told when the operator chooses other rows. */
    public void onSelect(Consumer<List<T>> listener) {
        onSelect = listener;
    }

    /** Told on Enter. */
    public void onOpen(Consumer<T> listener) {
        onOpen = listener;
    }

    /** Told what is typed above the columns, by their keys. */
    public void onFilter(Consumer<Map<String, String>> listener) {
        onFilter = listener;
    }

    /** Told the column whose title was clicked. */
    public void onSort(Consumer<String> listener) {
        onSort = listener;
    }

    /** Told after a column was made wider or put elsewhere. */
    public void onColumns(Runnable listener) {
        onColumns = listener;
    }

    public void onEdit(CellEdited<T> listener) {
        onEdit = listener;
    }

    /** The columns' widths by key, in the order in which they stand. */
    public Map<String, Integer> widths() {
        var widths = new LinkedHashMap<String, Integer>();
        for (int position = 0; position < order.getColumnCount(); position++) {
            int index = order.getColumnIndexByPosition(position);
            widths.put(columns.get(index).key(), body.getColumnWidthByPosition(index));
        }
        return widths;
    }

    void sort(int columnIndex) {
        onSort.accept(columns.get(columnIndex).key());
    }

    private void filtered(Map<Integer, Object> typed) {
        var texts = new HashMap<String, String>();
        typed.forEach((index, text) -> texts.put(columns.get(index).key(), String.valueOf(text)));
        onFilter.accept(texts);
    }

    /** {@code ▲} or {@code ▼} behind the title of the column that is sorted by. */
    String title(int index) {
        var column = columns.get(index);
        return column.key().equals(sorted) ? column.title() + (descending ? " ▼" : " ▲") : column.title();
    }

    /** NatTable wants row ids to be serializable, and never serializes them. */
    @SuppressWarnings("serial")
    private record RowId(Object identity) implements Serializable {}

    private final class Rows implements IRowDataProvider<T> {
        @Override
        public Object getDataValue(int column, int row) {
            return columns.get(column).text().apply(rows.get(row));
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            onEdit.put(rows.get(row), columns.get(column).key(), value == null ? "" : value.toString());
        }

        @Override
        public int getColumnCount() {
            return columns.size();
        }

        @Override
        public int getRowCount() {
            return rows.size();
        }

        @Override
        public T getRowObject(int row) {
            return rows.get(row);
        }

        @Override
        public int indexOfRowObject(T row) {
            return places.getOrDefault(identity.apply(row), -1);
        }
    }

    private final class Titles implements IDataProvider {
        private final List<String> shown = new ArrayList<>(columns.stream().map(WideColumn::title).toList());

        @Override
        public Object getDataValue(int column, int row) {
            return shown.get(column);
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            throw new UnsupportedOperationException("titles are not edited");
        }

        @Override
        public int getColumnCount() {
            return columns.size();
        }

        @Override
        public int getRowCount() {
            return 1;
        }
    }
}

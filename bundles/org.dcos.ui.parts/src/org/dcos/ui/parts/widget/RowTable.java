package org.dcos.ui.parts.widget;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.data.IRowDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.ILayerListener;
import org.eclipse.nebula.widgets.nattable.painter.layer.CellLayerPainter;
import org.eclipse.nebula.widgets.nattable.selection.RowSelectionModel;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultRowSelectionLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.event.RowSelectionEvent;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/**
 * A calm table: a quiet header, rows of 26 with a fine line between them, one row chosen at a time. Column widths can
 * be dragged and be kept; the chosen row stays chosen when the rows change.
 */
public final class RowTable<T> {

    private static final int ROW_HEIGHT = 26;
    private static final int HEADER_HEIGHT = 28;

    private final NatTable table;
    private final List<Column<T>> columns;
    private final Function<T, Object> identity;
    private final SelectionLayer selection;
    private final RowSelectionModel<T> model;
    private final List<Consumer<Optional<T>>> onSelect = new ArrayList<>();
    private final List<Consumer<T>> onOpen = new ArrayList<>();
    private List<T> rows = List.of();
    private boolean quiet;

    /** @param identity what stays the same of a row when its texts change */
    public RowTable(Composite parent, List<Column<T>> columns, Function<T, Object> identity) {
        this.columns = List.copyOf(columns);
        this.identity = identity;
        var rowData = new Rows();
        var body = new DataLayer(rowData, 100, ROW_HEIGHT);
        body.setColumnPercentageSizing(true);
        for (int i = 0; i < columns.size(); i++) {
            body.setColumnWidthPercentageByPosition(i, columns.get(i).share());
        }
        selection = new SelectionLayer(body, false);
        model = new RowSelectionModel<>(selection, rowData, row -> new RowId(identity.apply(row)), false);
        selection.setSelectionModel(model);
        selection.addConfiguration(new DefaultRowSelectionLayerConfiguration());
        selection.setLayerPainter(new CellLayerPainter()); // without the frame around the cell that was clicked
        var viewport = new ViewportLayer(selection);
        var header = new ColumnHeaderLayer(new DataLayer(new Titles(), 100, HEADER_HEIGHT), viewport, selection);
        var all = new CompositeLayer(1, 2);
        all.setChildLayer(GridRegion.COLUMN_HEADER, header, 0, 0);
        all.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        table = new NatTable(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.V_SCROLL, all,
                false);
        table.setConfigRegistry(new ConfigRegistry());
        table.addConfiguration(new Look());
        table.configure();
        new NatTableContentTooltip(table, GridRegion.BODY); // what does not fit can be read all the same
        Native.colours(table, Token.PANEL);
        Ink.of(table.getDisplay()).redraws(table);
        ILayerListener listener = event -> {
            if (event instanceof RowSelectionEvent && !quiet) {
                var now = selected();
                onSelect.forEach(told -> told.accept(now));
            }
        };
        selection.addLayerListener(listener);
        table.addListener(SWT.MouseDoubleClick, event -> rowAt(event.y).ifPresent(this::open));
        table.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                selected().ifPresent(this::open);
            }
        });
    }

    public NatTable control() {
        return table;
    }

    public List<T> rows() {
        return rows;
    }

    public void setRows(List<T> next) {
        if (table.isDisposed() || next.equals(rows)) {
            return;
        }
        var chosen = selected().map(identity);
        boolean sameRows = next.stream().map(identity).toList().equals(rows.stream().map(identity).toList());
        rows = List.copyOf(next);
        if (sameRows) {
            table.redraw();
            return;
        }
        quiet = true;
        try {
            table.refresh();
            chosen.ifPresent(this::select);
        } finally {
            quiet = false;
        }
    }

    public Optional<T> selected() {
        return model.getSelectedRowObjects().stream().findFirst();
    }

    /** Chooses the row with this identity and shows it; none when there is none. Tells nobody. */
    public void select(Object id) {
        boolean before = quiet;
        quiet = true;
        try {
            for (int i = 0; i < rows.size(); i++) {
                if (identity.apply(rows.get(i)).equals(id)) {
                    selection.selectRow(0, i, false, false);
                    return;
                }
            }
            selection.clear();
        } finally {
            quiet = before;
        }
    }

    /** Told when the operator chooses another row. */
    public void onSelect(Consumer<Optional<T>> listener) {
        onSelect.add(listener);
    }

    /** Told on double click and Enter. */
    public void onOpen(Consumer<T> listener) {
        onOpen.add(listener);
    }

    /** Column widths, for the next start. */
    public Properties state() {
        var state = new Properties();
        table.saveState("table", state);
        return state;
    }

    public void restore(Properties state) {
        if (!state.isEmpty()) {
            table.loadState("table", state);
        }
    }

    private void open(T row) {
        onOpen.forEach(told -> told.accept(row));
    }

    private Optional<T> rowAt(int y) {
        int position = table.getRowPositionByY(y);
        int index = position < 1 ? -1 : table.getRowIndexByPosition(position);
        return index < 0 || index >= rows.size() ? Optional.empty() : Optional.of(rows.get(index));
    }

    /** NatTable wants row ids to be serializable, and never serializes them. */
    @SuppressWarnings("serial")
    private record RowId(Object identity) implements Serializable {}

    /** The rows as NatTable asks for them. */
    private final class Rows implements IRowDataProvider<T> {
        @Override
        public Object getDataValue(int column, int row) {
            return columns.get(column).text().apply(rows.get(row));
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            throw new UnsupportedOperationException("rows of a RowTable are not edited");
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
            var wanted = identity.apply(row);
            for (int i = 0; i < rows.size(); i++) {
                if (identity.apply(rows.get(i)).equals(wanted)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** The header as NatTable asks for it. */
    private final class Titles implements IDataProvider {
        @Override
        public Object getDataValue(int column, int row) {
            return columns.get(column).title();
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            throw new UnsupportedOperationException("titles of a RowTable are not edited");
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

    private final class Look extends AbstractRegistryConfiguration {
        @Override
        public void configureRegistry(IConfigRegistry registry) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER,
                    new CellPainter<>(table, columns, row -> rows.get(row), false));
            registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER,
                    new CellPainter<>(table, columns, row -> rows.get(row), true), DisplayMode.NORMAL,
                    GridRegion.COLUMN_HEADER);
            registry.registerConfigAttribute(CellConfigAttributes.RENDER_GRID_LINES, Boolean.FALSE);
            registry.registerConfigAttribute(CellConfigAttributes.DISPLAY_CONVERTER,
                    new org.eclipse.nebula.widgets.nattable.data.convert.DefaultDisplayConverter());
        }
    }
}

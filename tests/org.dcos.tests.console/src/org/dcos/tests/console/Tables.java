package org.dcos.tests.console;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** What stands in the tables that are to be seen. In the UI thread. */
final class Tables {

    private Tables() {}

    static List<NatTable> all(Composite inside) {
        return below(inside, new ArrayList<>()).stream().filter(NatTable.class::isInstance).map(NatTable.class::cast)
                .filter(Control::isVisible).toList();
    }

    /** The rows of the visible table with this first title; none while there is no such table. */
    static List<List<String>> rows(Composite inside, String firstTitle) {
        return all(inside).stream().filter(table -> firstTitle.equals(table.getDataValueByPosition(0, 0))).findFirst()
                .map(Tables::rows).orElse(List.of());
    }

    /** Every row, seen or scrolled away. */
    static List<List<String>> rows(NatTable table) {
        ILayer layer = table.getRowCount() < 2 ? null : table;
        while (layer != null && !(layer instanceof DataLayer)) {
            boolean withHeader = layer instanceof NatTable || layer instanceof CompositeLayer;
            layer = layer.getUnderlyingLayerByPosition(0, withHeader ? 1 : 0);
        }
        var rows = new ArrayList<List<String>>();
        for (int row = 0; layer != null && row < layer.getRowCount(); row++) {
            var cells = new ArrayList<String>();
            for (int column = 0; column < layer.getColumnCount(); column++) {
                cells.add(String.valueOf(layer.getDataValueByPosition(column, row)));
            }
            rows.add(cells);
        }
        return rows;
    }

    /** Adds every control inside, at any depth. */
    static <L extends List<Control>> L below(Composite parent, L found) {
        for (var child : parent.getChildren()) {
            found.add(child);
            if (child instanceof Composite inner) {
                below(inner, found);
            }
        }
        return found;
    }
}

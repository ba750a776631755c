package org.dcos.tests.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
        return data(table).map(layer -> IntStream.range(0, layer.getRowCount()).mapToObj(row -> row(layer, row))
                .toList()).orElse(List.of());
    }

    /** How many rows there are, seen or scrolled away. */
    static int count(NatTable table) {
        return data(table).map(ILayer::getRowCount).orElse(0);
    }

    /** The cells of the first row; none of an empty table. */
    static List<String> first(NatTable table) {
        return data(table).filter(layer -> layer.getRowCount() > 0).map(layer -> row(layer, 0)).orElse(List.of());
    }

    private static List<String> row(ILayer layer, int row) {
        return IntStream.range(0, layer.getColumnCount())
                .mapToObj(column -> String.valueOf(layer.getDataValueByPosition(column, row))).toList();
    }

    private static Optional<ILayer> data(NatTable table) {
        ILayer layer = table.getRowCount() < 2 ? null : table;
        while (layer != null && !(layer instanceof DataLayer)) {
            layer = switch (layer) {
                case NatTable whole -> whole.getLayer();
                case CompositeLayer parts -> parts.getChildLayerByLayoutCoordinate(0, parts.getLayoutYCount() - 1);
                default -> layer.getUnderlyingLayerByPosition(0, 0);
            };
        }
        return Optional.ofNullable(layer);
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

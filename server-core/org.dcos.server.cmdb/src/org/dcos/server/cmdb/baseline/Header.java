package org.dcos.server.cmdb.baseline;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.dcos.server.cmdb.sheet.Table;

/**
 * The header row of a table.
 *
 * @param table   the whole table
 * @param index   place of the row among the table's rows
 * @param columns where each known column is
 */
record Header(Table table, int index, Map<Column, Integer> columns) {

    /** Titles and notes may stand above the header. */
    private static final int LOOKED_AT = 20;

    /** The first row with at least two known headers; among them the rack or the serial number. */
    static Optional<Header> of(Table table) {
        for (int i = 0; i < Math.min(LOOKED_AT, table.rows().size()); i++) {
            Map<Column, Integer> columns = columns(table.rows().get(i));
            if (columns.size() >= 2 && (columns.containsKey(Column.SERIAL) || columns.containsKey(Column.RACK))) {
                return Optional.of(new Header(table, i, columns));
            }
        }
        return Optional.empty();
    }

    private static Map<Column, Integer> columns(Table.Row row) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            int at = i;
            Column.of(row.cell(i).text()).ifPresent(column -> columns.putIfAbsent(column, at));
        }
        return columns;
    }

    Table.Row row() {
        return table.rows().get(index);
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** Whether the rows are servers; else they are racks. */
    boolean servers() {
        return has(Column.SERIAL);
    }

    /** A table of racks may call the rack's name just that. */
    Header ofRacks() {
        if (has(Column.RACK) || !has(Column.NAME)) {
            return this;
        }
        var renamed = new EnumMap<>(columns);
        renamed.put(Column.RACK, renamed.remove(Column.NAME));
        return new Header(table, index, renamed);
    }
}

package org.dcos.server.cmdb.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.ImportFile;
import org.dcos.server.cmdb.sheet.Table;

/**
 * A sheet with what it is taken for.
 *
 * @param headerAt index of the row with the headers
 * @param kind     empty: it is left out
 * @param paths    the field of each column from the left; empty for one that is left out
 * @param key      the field by which recorded things are recognised; empty: the usual one
 */
record SheetInput(Table table, int headerAt, Optional<Kind> kind, List<String> paths, String key) {

    Table.Row header() {
        return table.rows().isEmpty() ? new Table.Row(1, List.of()) : table.rows().get(headerAt);
    }

    List<Table.Row> rows() {
        return table.rows().isEmpty() ? List.of() : table.rows().subList(headerAt + 1, table.rows().size());
    }

    Map<String, Integer> columns() {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < paths.size(); i++) {
            if (!paths.get(i).isEmpty()) {
                columns.putIfAbsent(paths.get(i), i);
            }
        }
        return columns;
    }

    List<ImportFile.Column> described() {
        var described = new ArrayList<ImportFile.Column>();
        for (int i = 0; i < header().cells().size(); i++) {
            described.add(new ImportFile.Column(header().cell(i).text(), i < paths.size() ? paths.get(i) : ""));
        }
        return described;
    }
}

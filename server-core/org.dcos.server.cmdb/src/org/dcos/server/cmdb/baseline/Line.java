package org.dcos.server.cmdb.baseline;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.baseline.BaselineReport.CellError;
import org.dcos.server.cmdb.sheet.Table;

/** One data row under its header, and where its errors go. */
final class Line {

    private final Header header;
    private final Table.Row row;
    private final List<CellError> errors;
    private boolean refused;

    Line(Header header, Table.Row row, List<CellError> errors) {
        this.header = header;
        this.row = row;
        this.errors = errors;
    }

    String sheet() {
        return header.table().name();
    }

    int number() {
        return row.number();
    }

    /** The row as messages name it; the sheet only when it is another one. */
    String where(Line seenFrom) {
        return sheet().equals(seenFrom.sheet()) ? "row " + number() : "row %d of sheet %s".formatted(number(), sheet());
    }

    /** Whether the file has this column at all. */
    boolean has(Column column) {
        return header.has(column);
    }

    /** What stands in the column; empty where nothing does or the file has no such column. */
    String text(Column column) {
        Integer at = header.columns().get(column);
        if (at == null) {
            return "";
        }
        Table.Cell cell = row.cell(at);
        if (!cell.trouble().isEmpty()) {
            error(column, cell.trouble());
        }
        return cell.text();
    }

    /** A text that is not too long. */
    String text(Column column, int longest) {
        String text = text(column);
        if (text.length() > longest) {
            error(column, "Use at most %d characters; these are %d.".formatted(longest, text.length()));
        }
        return text;
    }

    /** A text that has to be there. A column that is missing as a whole is told once, at the header. */
    String required(Column column, int longest) {
        String text = text(column, longest);
        if (text.isEmpty() && has(column)) {
            error(column, "Give the %s.".formatted(column.title()));
        }
        refused |= text.isEmpty();
        return text;
    }

    void error(Column column, String message) {
        error(column, message, Optional.empty());
    }

    void error(Column column, String message, Optional<String> suggestion) {
        refused = true;
        Integer at = header.columns().get(column);
        errors.add(at == null
                ? new CellError(sheet(), number(), "", "", "", message, suggestion)
                : new CellError(sheet(), number(), header.row().cell(at).text(), Table.cellName(at, number()),
                        row.cell(at).text(), message, suggestion));
    }

    /** Whether it has an error. */
    boolean refused() {
        return refused;
    }
}

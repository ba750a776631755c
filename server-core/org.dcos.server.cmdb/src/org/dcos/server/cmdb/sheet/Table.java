package org.dcos.server.cmdb.sheet;

import java.util.List;

/**
 * A sheet as text.
 *
 * @param name the sheet's name; the file's name for CSV
 * @param rows those that are not blank, top to bottom
 */
public record Table(String name, List<Row> rows) {

    /** Most rows of a sheet, blank ones too. */
    public static final int MAX_ROWS = 100_000;
    /** Most columns; what is further right is not looked at. */
    public static final int MAX_COLUMNS = 200;

    public Table {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param number as the spreadsheet shows it, 1 at the top; for CSV the record's number, blank ones counted
     */
    public record Row(int number, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** An empty cell where the row is shorter. */
        public Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }

        boolean blank() {
            return cells.stream().allMatch(cell -> cell.text().isEmpty());
        }
    }

    /**
     * One cell.
     *
     * @param text    cleaned
     * @param trouble why the text is not what somebody meant it to be, in words; empty when it is fine
     */
    public record Cell(String text, String trouble) {

        public static final Cell EMPTY = new Cell("", "");

        public static Cell of(String text) {
            return text.isEmpty() ? EMPTY : new Cell(text, "");
        }
    }

    /** Name of a cell as spreadsheets have it: column 0 of row 12 is {@code A12}. */
    public static String cellName(int column, int row) {
        var letters = new StringBuilder();
        for (int n = column; n >= 0; n = n / 26 - 1) {
            letters.insert(0, (char) ('A' + n % 26));
        }
        return letters.append(row).toString();
    }
}

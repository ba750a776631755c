package org.dcos.server.cmdb.sheet;

import java.util.List;
import java.util.Locale;

import org.dcos.server.cmdb.Texts;

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

    /** All sheets of an XLSX or CSV file. */
    public static List<Table> read(String name, byte[] content) throws Unreadable {
        if (XlsxFile.isArchive(content)) {
            return XlsxFile.read(content);
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".xls") || content.length > 1 && (content[0] & 0xFF) == 0xD0) {
            throw new Unreadable("%s is in the old Excel format. Save it as XLSX or CSV.".formatted(name));
        }
        return List.of(CsvFile.read(name, content));
    }

    /** The same with each text on one line. */
    public Table flat() {
        return new Table(name, rows.stream().map(row -> new Row(row.number(), row.cells().stream()
                .map(cell -> new Cell(Texts.clean(cell.text()), cell.trouble())).toList())).toList());
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

        public boolean blank() {
            return cells.stream().allMatch(cell -> cell.text().isEmpty());
        }
    }

    /**
     * One cell.
     *
     * @param text    cleaned; of several lines where the cell has several
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

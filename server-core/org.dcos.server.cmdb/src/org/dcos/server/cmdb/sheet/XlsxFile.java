package org.dcos.server.cmdb.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.dcos.server.cmdb.Texts;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * XLSX (ECMA-376) as text: numbers without a fraction that is zero, with the leading zeros that their format shows;
 * dates as {@code 2026-01-31}; formulas by their last value; merged cells in each of their rows.
 */
public final class XlsxFile {

    private static final int MOST_SHEETS = 100;

    /** Excel keeps numbers with 15 digits; the rest of a longer one, as of a serial number, is lost. */
    private static final int EXACT_DIGITS = 15;
    private static final String ROUNDED = "The spreadsheet has rounded this number of more than 15 digits. "
            + "Format the cell as text and enter it again.";

    private XlsxFile() {}

    /** Whether it begins as a ZIP archive does; XLSX files are some. */
    public static boolean isArchive(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    /** All sheets in their order. */
    public static List<Table> read(byte[] content) throws Unreadable {
        XlsxPackage parts = XlsxPackage.unpack(content);
        var options = new ReadingOptions(true, true);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(parts.repacked()), options)) {
            var tables = new ArrayList<Table>();
            for (Sheet sheet : workbook.getSheets().limit(MOST_SHEETS).toList()) {
                List<Table.Row> rows = MergedCells.of(parts.sheet(sheet.getId())).filled(rows(sheet));
                tables.add(new Table(sheet.getName(), rows));
            }
            return tables;
        } catch (Unreadable e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the reader throws all sorts of them on what is no workbook
            throw new Unreadable("The file cannot be read as a workbook. Open it in a spreadsheet and save it as XLSX, "
                    + "or as CSV.", e);
        }
    }

    private static List<Table.Row> rows(Sheet sheet) throws IOException {
        var rows = new ArrayList<Table.Row>();
        try (var stream = sheet.openStream()) {
            for (Iterator<Row> all = stream.iterator(); all.hasNext();) {
                Row row = all.next();
                if (row.getRowNum() > Table.MAX_ROWS) {
                    throw new Unreadable("Sheet %s has more than %,d rows. Split it.".formatted(sheet.getName(),
                            Table.MAX_ROWS));
                }
                var cells = new ArrayList<Table.Cell>();
                for (int column = 0; column < Math.min(row.getCellCount(), Table.MAX_COLUMNS); column++) {
                    Cell cell = row.getCell(column);
                    cells.add(cell == null ? Table.Cell.EMPTY : cell(cell));
                }
                var found = new Table.Row(row.getRowNum(), cells);
                if (!found.blank()) {
                    rows.add(found);
                }
            }
        }
        return rows;
    }

    private static Table.Cell cell(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return number(cell);
        }
        if (cell.getType() == CellType.ERROR) {
            return new Table.Cell(Texts.cleanLines(text(cell)),
                    "The formula of this cell ends in an error. Mend or replace it.");
        }
        String text = Texts.cleanLines(text(cell));
        return cell.getType() == CellType.FORMULA ? formula(text) : Table.Cell.of(text);
    }

    private static String text(Cell cell) {
        String raw = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private static Table.Cell formula(String value) {
        try {
            return Table.Cell.of(plain(new BigDecimal(value)));
        } catch (NumberFormatException _) {
            return Table.Cell.of(value);
        }
    }

    private static Table.Cell number(Cell cell) {
        BigDecimal value = cell.asNumber();
        String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        if (isDate(format)) {
            return Table.Cell.of(date(cell.asDate()));
        }
        String text = plain(value);
        if (format.matches("0{2,30}") && text.matches("\\d+")) {
            text = "0".repeat(Math.max(0, format.length() - text.length())) + text;
        }
        boolean rounded = value.precision() - value.scale() > EXACT_DIGITS;
        return new Table.Cell(text, rounded ? ROUNDED : "");
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(String format) {
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
        return bare.contains("y") && bare.contains("m") || bare.contains("d") && bare.contains("m");
    }

    private static String date(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate().toString() : time.toString();
    }
}

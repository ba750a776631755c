package org.dcos.domain.baseline;

import java.util.List;
import java.util.Optional;

/**
 * What a baseline file would do, or did: every error at once, by cell.
 *
 * @param rows      data rows read, over all sheets
 * @param created   records that are new, by kind
 * @param changed   records that exist and differ
 * @param unchanged records that exist and are equal
 * @param errors    all that must be mended before the file can be taken
 * @param preview   what the rows say, at most 200 of them
 */
public record BaselineReport(int rows, Counts created, Counts changed, Counts unchanged, List<CellError> errors,
        List<PreviewRow> preview) {

    public BaselineReport {
        errors = List.copyOf(errors);
        preview = List.copyOf(preview);
    }

    public boolean acceptable() {
        return errors.isEmpty();
    }

    public record Counts(int idcs, int rooms, int racks, int servers) {
        public static final Counts ZERO = new Counts(0, 0, 0, 0);

        public int sum() {
            return idcs + rooms + racks + servers;
        }
    }

    /**
     * One wrong cell.
     *
     * @param sheet      sheet name; the file's name for CSV
     * @param row        row number as the spreadsheet shows it, 1 is the header
     * @param column     column header as written in the file; empty when the whole row is meant
     * @param cell       spreadsheet name of the cell, e.g. {@code F12}; empty when the whole row is meant
     * @param value      what stands there
     * @param message    what is wrong
     * @param suggestion a value that would do, where one can be told
     */
    public record CellError(String sheet, int row, String column, String cell, String value, String message,
            Optional<String> suggestion) {}

    /** @param effect what becomes of the row: created, changed, unchanged or refused */
    public record PreviewRow(String sheet, int row, String name, String serial, String place, Effect effect) {}

    public enum Effect { CREATED, CHANGED, UNCHANGED, REFUSED }
}

package org.dcos.domain.exchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Kind;

/**
 * How a file is to be imported.
 *
 * @param file   from {@link Imports#upload}
 * @param sheets where something else is wanted than what was found in the file
 * @param fixes  texts that take the place of those in the file
 * @param why    the reason given; may be empty
 */
public record ImportOrder(UUID file, List<SheetPlan> sheets, List<CellFix> fixes, Extent extent, Existing existing,
        String why) {

    /** Most cells mended by one order. */
    public static final int MOST_FIXES = 20_000;

    public ImportOrder {
        sheets = List.copyOf(sheets);
        fixes = List.copyOf(fixes);
    }

    /** The file as it is: all or none, what is recorded already is brought up to date. */
    public static ImportOrder of(UUID file) {
        return new ImportOrder(file, List.of(), List.of(), Extent.ALL_OR_NONE, Existing.UPDATE, "");
    }

    /** What happens when some rows are bad. */
    public enum Extent {
        ALL_OR_NONE, GOOD_ROWS
    }

    /** What happens to rows whose thing is recorded already. */
    public enum Existing {
        SKIP, UPDATE
    }

    /**
     * How one sheet is read.
     *
     * @param kind    what its rows are; empty: the sheet is left out
     * @param columns the field of each column from the left, empty for one that is left out; an empty list: as found
     * @param key     the field by which recorded things are recognised; empty: the usual one of the kind
     */
    public record SheetPlan(String sheet, Optional<Kind> kind, List<String> columns, String key) {

        public SheetPlan {
            columns = List.copyOf(columns);
        }
    }

    /** A new text for one cell. @param row as the spreadsheet counts, from 1 @param column from 0 */
    public record CellFix(String sheet, int row, int column, String text) {}
}

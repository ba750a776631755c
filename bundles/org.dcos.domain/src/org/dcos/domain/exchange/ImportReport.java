package org.dcos.domain.exchange;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Kind;

/**
 * What an import would do, or did.
 *
 * @param problems all that is wrong, by cell; at most {@link #MOST_PROBLEMS}
 * @param done     the change set that took it; empty for a check, and when nothing was to be changed
 */
public record ImportReport(List<SheetRows> sheets, Counts counts, List<CellProblem> problems,
        Optional<ChangeSet> done) {

    /** As many rows are shown; of a longer file the bad ones come first. */
    public static final int MOST_ROWS = 20_000;
    public static final int MOST_PROBLEMS = 50_000;

    public ImportReport {
        sheets = List.copyOf(sheets);
        problems = List.copyOf(problems);
    }

    /** Whether every row can be taken. */
    public boolean acceptable() {
        return problems.isEmpty();
    }

    /** How many rows there are of each effect. */
    public record Counts(int created, int changed, int unchanged, int skipped, int bad) {

        public static final Counts ZERO = new Counts(0, 0, 0, 0, 0);

        public int sum() {
            return created + changed + unchanged + skipped + bad;
        }
    }

    /** What becomes of a row. */
    public enum Effect {
        CREATED, CHANGED, UNCHANGED,
        /** It is recorded already, and recorded things are to be left alone. */
        SKIPPED, BAD
    }

    /**
     * A sheet as it was read.
     *
     * @param columns its columns with the field that each was taken for
     * @param key     the field by which recorded things were recognised
     * @param keys    the fields by which they can be
     */
    public record SheetRows(String name, Optional<Kind> kind, List<ImportFile.Column> columns, String key,
            List<String> keys, Counts counts, List<Row> rows) {

        public SheetRows {
            columns = List.copyOf(columns);
            keys = List.copyOf(keys);
            rows = List.copyOf(rows);
        }
    }

    /** One row. @param number as the spreadsheet counts @param texts as in the file, with what was mended */
    public record Row(int number, Effect effect, List<String> texts) {

        public Row {
            texts = List.copyOf(texts);
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param row         as the spreadsheet counts
     * @param column      from 0; -1 when the whole row is meant
     * @param cell        {@code F12}; empty when the whole row is meant
     * @param value       what stands there
     * @param message     what is wrong
     * @param suggestions what could stand there instead
     */
    public record CellProblem(String sheet, int row, int column, String cell, String value, String message,
            List<String> suggestions) {

        public CellProblem {
            suggestions = List.copyOf(suggestions);
        }
    }
}

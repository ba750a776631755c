package org.dcos.domain.exchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Kind;

/** A file that was read, and what its sheets seem to be. */
public record ImportFile(UUID id, String name, List<Sheet> sheets) {

    /** Largest file taken, 64 MiB. */
    public static final int MAX_BYTES = 64 << 20;
    /** Most data rows of a file, over all sheets. */
    public static final int MAX_ROWS = 100_000;

    public ImportFile {
        sheets = List.copyOf(sheets);
    }

    /**
     * One sheet.
     *
     * @param rows    data rows, without the header
     * @param kind    what its rows are, where that can be told
     * @param columns as they stand in the sheet, from the left
     */
    public record Sheet(String name, int rows, Optional<Kind> kind, List<Column> columns) {

        public Sheet {
            columns = List.copyOf(columns);
        }
    }

    /**
     * One column.
     *
     * @param header as written
     * @param path   the field that it seems to be; empty when none is known
     */
    public record Column(String header, String path) {}
}

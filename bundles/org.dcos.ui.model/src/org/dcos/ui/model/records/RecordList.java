package org.dcos.ui.model.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A list of records as it is to be shown.
 *
 * @param columns all there are, shown or not
 * @param rows    those that the filters want, in order
 * @param total   how many there are without filters
 * @param at      as it was then; empty: as it is
 */
public record RecordList(Listed listed, List<RecordColumn> columns, List<RecordRow> rows, int total, Names names,
        Optional<Instant> at) {

    public static final RecordList EMPTY = new RecordList(Listed.of(org.dcos.domain.cmdb.Kind.SERVER), List.of(),
            List.of(), 0, Names.NONE, Optional.empty());

    /** -1 when there is none of this path. */
    public int column(String path) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).path().equals(path)) {
                return i;
            }
        }
        return -1;
    }
}

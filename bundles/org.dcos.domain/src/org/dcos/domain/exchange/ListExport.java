package org.dcos.domain.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Kind;

/**
 * A list as somebody sees it: which records in which order, and which of their fields.
 *
 * @param items   those that are gone meanwhile are left out; at most {@link ImportFile#MAX_ROWS}
 * @param columns paths of fields; none: all
 * @param at      as it was then; empty: as it is
 */
public record ListExport(Kind kind, List<UUID> items, List<String> columns, Optional<Instant> at, SheetForm form) {

    public ListExport {
        items = List.copyOf(items);
        columns = List.copyOf(columns);
    }
}

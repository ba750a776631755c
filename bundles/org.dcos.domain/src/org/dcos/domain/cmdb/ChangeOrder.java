package org.dcos.domain.cmdb;

import java.util.List;

/**
 * Edits that are done together or not at all. They may refer to each other in any order.
 *
 * @param title what is done, in a few words; empty: said from the edits
 * @param why   the reason; may be empty
 */
public record ChangeOrder(String title, String why, List<Edit> edits) {

    /** Most edits taken at once. */
    public static final int MOST_EDITS = 200_000;

    public ChangeOrder {
        edits = List.copyOf(edits);
    }
}

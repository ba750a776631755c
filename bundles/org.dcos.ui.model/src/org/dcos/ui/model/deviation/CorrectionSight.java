package org.dcos.ui.model.deviation;

import java.util.List;

/**
 * What accepting would change.
 *
 * @param cannot why it cannot be accepted; empty when it can
 */
public record CorrectionSight(String title, List<Line> lines, String cannot) {

    public CorrectionSight {
        lines = List.copyOf(lines);
    }

    /** One field of one record. @param field empty: the record as a whole */
    public record Line(String record, String field, String before, String after) {}

    /** Whether there is something to be accepted. */
    public boolean acceptable() {
        return cannot.isEmpty();
    }
}

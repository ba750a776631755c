package org.dcos.ui.canvas.control;

import org.dcos.ui.canvas.mark.Mark;

/**
 * A name and its value, as a row.
 *
 * @param mark NONE for a plain fact; WARNING and CRITICAL colour the value, STALE greys it
 * @param age  of the value, e.g. {@code 20 s}; may be empty
 */
public record Fact(String label, String value, Mark mark, String age) {

    public static Fact of(String label, String value) {
        return new Fact(label, value, Mark.NONE, "");
    }
}

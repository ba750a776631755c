package org.dcos.ui.canvas.trace;

import java.util.Map;

import org.dcos.ui.canvas.mark.Mark;

/**
 * The few words that a trace says by itself, in the operator's language.
 *
 * @param canvas name of the whole for a screen reader
 * @param marks  one word for each mark but NONE, for a screen reader
 */
public record TraceWords(String canvas, Map<Mark, String> marks, String empty) {

    public static final TraceWords ENGLISH = new TraceWords("Cable trace",
            Map.of(Mark.OK, "well", Mark.OFF, "off", Mark.UNKNOWN, "not known", Mark.STALE, "stale", Mark.WARNING,
                    "warning", Mark.CRITICAL, "critical"),
            "Nothing is connected here");

    public TraceWords {
        marks = Map.copyOf(marks);
    }
}

package org.dcos.ui.canvas.audit;

import java.util.List;

import org.dcos.ui.canvas.mark.Mark;

/**
 * How complete a look was.
 *
 * @param title what it is of, and when
 * @param told  how much could be seen, as a sentence
 * @param note  what else is to be said of it; may be empty
 * @param mark  how complete it was at a glance
 */
public record Coverage(String title, String told, String note, Mark mark, List<Part> parts) {

    public static final Coverage NONE = new Coverage("", "", "", Mark.NONE, List.of());

    public Coverage {
        parts = List.copyOf(parts);
    }

    /** One part of what was looked at. @param words with the count @param mark how it is drawn */
    public record Part(String id, int count, String words, Mark mark) {}

    public int sum() {
        return parts.stream().mapToInt(Part::count).sum();
    }
}

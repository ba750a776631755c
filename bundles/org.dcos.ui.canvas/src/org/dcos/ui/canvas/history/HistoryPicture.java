package org.dcos.ui.canvas.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.dcos.ui.canvas.mark.Mark;

/**
 * When the records changed.
 *
 * @param from    the left end
 * @param now     the right end
 * @param zone    in which times are written
 * @param changes the oldest first, all within the ends
 */
public record HistoryPicture(Instant from, Instant now, ZoneId zone, List<Change> changes) {

    public HistoryPicture {
        changes = List.copyOf(changes);
        if (!from.isBefore(now)) {
            throw new IllegalArgumentException("a history from %s to %s has no length".formatted(from, now));
        }
        for (int i = 0; i < changes.size(); i++) {
            var at = changes.get(i).at();
            if (at.isBefore(from) || at.isAfter(now) || i > 0 && at.isBefore(changes.get(i - 1).at())) {
                throw new IllegalArgumentException(
                        "change %s at %s is not in order".formatted(changes.get(i).id(), at));
            }
        }
    }

    /**
     * A change set.
     *
     * @param id   what the selection gives back; unique in the picture
     * @param size how many records it touched
     * @param mark WARNING or CRITICAL where it needs a look
     * @param text what was done and by whom, in a few words
     */
    public record Change(String id, Instant at, int size, Mark mark, String text) {}
}

package org.dcos.ui.canvas.history;

/**
 * The few words that the slider says by itself, in the operator's language.
 *
 * @param canvas  its name for a screen reader
 * @param now     at the right end
 * @param changes with {@code %d}, of several change sets in one place
 * @param pattern how a moment is written, as for {@link java.time.format.DateTimeFormatter}
 */
public record HistoryWords(String canvas, String now, String changes, String pattern) {

    public static final HistoryWords ENGLISH = new HistoryWords("History", "now", "%d changes", "yyyy-MM-dd HH:mm");
}

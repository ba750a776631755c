package org.dcos.ui.canvas.bringup;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Breaks text into lines that fit: between words, in Chinese between characters; a long word anywhere. */
public final class Wrapping {

    private Wrapping() {}

    /**
     * @param room  in pixels
     * @param width of a piece of text, in pixels
     * @param most  lines at most; the last one ends with an ellipsis when there were more
     */
    public static List<String> lines(String text, int room, int most, ToIntFunction<String> width) {
        var lines = new ArrayList<String>();
        var breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int from = 0;
        int to = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (width.applyAsInt(text.substring(from, next).stripTrailing()) > room && to > from) {
                lines.add(text.substring(from, to).strip());
                from = to;
            }
            while (width.applyAsInt(text.substring(from, next).stripTrailing()) > room && next - from > 1) {
                int fits = fits(text, from, next, room, width);
                lines.add(text.substring(from, fits));
                from = fits;
            }
            to = next;
        }
        if (!text.substring(from).isBlank()) {
            lines.add(text.substring(from).strip());
        }
        if (lines.size() > most) {
            var first = new ArrayList<>(lines.subList(0, most));
            first.set(most - 1, first.getLast() + " …");
            return first;
        }
        return lines;
    }

    private static int fits(String text, int from, int next, int room, ToIntFunction<String> width) {
        int end = from + 1;
        while (end < next - 1 && width.applyAsInt(text.substring(from, end + 1)) <= room) {
            end++;
        }
        return end;
    }
}

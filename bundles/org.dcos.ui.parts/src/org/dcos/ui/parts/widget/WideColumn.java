package org.dcos.ui.parts.widget;

import java.util.List;
import java.util.function.Function;

import org.dcos.ui.canvas.mark.Mark;

/**
 * A column of a {@link WideTable}.
 *
 * @param key     what stays the same when its title changes
 * @param width   in pixels
 * @param numbers whether texts stand at the right, as numbers do
 * @param text    what a row shows in it
 * @param editing how its cells are changed
 * @param choices words to choose from, where cells are changed by choosing
 * @param mark    how a cell is; {@link Mark#NONE} draws nothing
 */
public record WideColumn<T>(String key, String title, int width, boolean numbers, Function<T, String> text,
        Editing editing, List<String> choices, Function<T, Mark> mark) {

    /** How cells are changed in place. */
    public enum Editing { NOT, BY_TEXT, BY_CHOICE }

    public WideColumn {
        choices = List.copyOf(choices);
    }

    /** One whose cells have no marks. */
    public WideColumn(String key, String title, int width, boolean numbers, Function<T, String> text, Editing editing,
            List<String> choices) {
        this(key, title, width, numbers, text, editing, choices, _ -> Mark.NONE);
    }

    public WideColumn<T> width(int next) {
        return new WideColumn<>(key, title, next, numbers, text, editing, choices, mark);
    }

    public WideColumn<T> marked(Function<T, Mark> how) {
        return new WideColumn<>(key, title, width, numbers, text, editing, choices, how);
    }
}

package org.dcos.ui.parts.widget;

import java.util.List;
import java.util.function.Function;

/**
 * A column of a {@link WideTable}.
 *
 * @param key     what stays the same when its title changes
 * @param width   in pixels
 * @param numbers whether texts stand at the right, as numbers do
 * @param text    what a row shows in it
 * @param editing how its cells are changed
 * @param choices words to choose from, where cells are changed by choosing
 */
public record WideColumn<T>(String key, String title, int width, boolean numbers, Function<T, String> text,
        Editing editing, List<String> choices) {

    /** How cells are changed in place. */
    public enum Editing { NOT, BY_TEXT, BY_CHOICE }

    public WideColumn {
        choices = List.copyOf(choices);
    }

    public WideColumn<T> width(int next) {
        return new WideColumn<>(key, title, next, numbers, text, editing, choices);
    }
}

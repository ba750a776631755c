package org.dcos.ui.parts.widget;

import java.util.function.Function;

import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Token;

/**
 * A column of a {@link RowTable}.
 *
 * @param title in the header
 * @param share of the width, in percent; the shares of a table add up to 100
 * @param numbers whether texts stand at the right, as numbers do
 * @param text  what a row shows in it
 * @param token colour of the text
 * @param mark  before the text; {@link Mark#NONE} draws nothing
 */
public record Column<T>(String title, double share, boolean numbers, Function<T, String> text, Function<T, Token> token,
        Function<T, Mark> mark) {

    public static <T> Column<T> of(String title, double share, Function<T, String> text) {
        return new Column<>(title, share, false, text, _ -> Token.TEXT, _ -> Mark.NONE);
    }

    public Column<T> right() {
        return new Column<>(title, share, true, text, token, mark);
    }

    public Column<T> muted() {
        return in(_ -> Token.MUTED);
    }

    public Column<T> in(Function<T, Token> colour) {
        return new Column<>(title, share, numbers, text, colour, mark);
    }

    public Column<T> marked(Function<T, Mark> how) {
        return new Column<>(title, share, numbers, text, token, how);
    }
}

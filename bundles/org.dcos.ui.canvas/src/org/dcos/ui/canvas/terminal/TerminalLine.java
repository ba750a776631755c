package org.dcos.ui.canvas.terminal;

import java.util.Arrays;

/** One line of cells. A wide character stands in its first cell; the second holds {@link #RIGHT_HALF}. */
public final class TerminalLine {

    static final int RIGHT_HALF = 0;
    private int[] characters;
    private Pen[] pens;
    private boolean wrapped;

    TerminalLine(int columns, Pen pen) {
        characters = new int[columns];
        pens = new Pen[columns];
        clear(0, columns, pen);
    }

    public int columns() {
        return characters.length;
    }

    /** The code point, a space where nothing is; 0 in the right half of a wide character. */
    public int character(int column) {
        return characters[column];
    }

    public Pen pen(int column) {
        return pens[column];
    }

    /** Whether the text goes on in the next line without a line break. */
    public boolean wrapped() {
        return wrapped;
    }

    void wrapped(boolean on) {
        wrapped = on;
    }

    void set(int column, int character, Pen pen) {
        characters[column] = character;
        pens[column] = pen;
    }

    void clear(int from, int to, Pen pen) {
        if (from < to) {
            Arrays.fill(characters, from, to, ' ');
            Arrays.fill(pens, from, to, new Pen(Pen.DEFAULT, pen.background(), 0));
        }
    }

    void insert(int column, int count, Pen pen) {
        int moved = Math.max(0, columns() - column - count);
        System.arraycopy(characters, column, characters, columns() - moved, moved);
        System.arraycopy(pens, column, pens, columns() - moved, moved);
        clear(column, columns() - moved, pen);
    }

    void delete(int column, int count, Pen pen) {
        int moved = Math.max(0, columns() - column - count);
        System.arraycopy(characters, columns() - moved, characters, column, moved);
        System.arraycopy(pens, columns() - moved, pens, column, moved);
        clear(column + moved, columns(), pen);
    }

    void resize(int columns) {
        int before = columns();
        characters = Arrays.copyOf(characters, columns);
        pens = Arrays.copyOf(pens, columns);
        clear(Math.min(before, columns), columns, Pen.PLAIN);
    }

    /** Its text, without spaces at the end. */
    public String text() {
        return text(0, columns()).stripTrailing();
    }

    /** The text of some columns. */
    public String text(int from, int to) {
        var text = new StringBuilder();
        for (int i = Math.max(0, from); i < Math.min(to, columns()); i++) {
            if (characters[i] != RIGHT_HALF) {
                text.appendCodePoint(characters[i]);
            }
        }
        return text.toString();
    }
}

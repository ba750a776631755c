package org.dcos.ui.canvas.terminal;

import java.util.OptionalInt;

/** What is marked of a terminal, from one place to another; rows count from the oldest line. */
final class TerminalMarking {

    /** Columns of one line. */
    record Columns(int from, int to) {
        static final Columns NONE = new Columns(0, 0);

        boolean has(int column) {
            return column >= from && column < to;
        }
    }

    private int fromRow = -1;
    private int fromColumn;
    private int toRow;
    private int toColumn;
    private boolean held;

    void press(int row, int column) {
        mark(row, column, row, column);
        held = true;
    }

    /** @return whether something is being marked */
    boolean drag(int row, int column) {
        if (held) {
            toRow = row;
            toColumn = column;
        }
        return held;
    }

    void release() {
        held = false;
    }

    void mark(int row, int column, int endRow, int endColumn) {
        fromRow = row;
        fromColumn = column;
        toRow = endRow;
        toColumn = endColumn;
    }

    void clear() {
        fromRow = -1;
        held = false;
    }

    /** Where it begins. */
    OptionalInt row() {
        return empty() ? OptionalInt.empty() : OptionalInt.of(Math.min(fromRow, toRow));
    }

    private boolean empty() {
        return fromRow < 0 || fromRow == toRow && fromColumn == toColumn;
    }

    private boolean forward() {
        return fromRow < toRow || fromRow == toRow && fromColumn <= toColumn;
    }

    Columns columns(int row) {
        if (empty() || row < Math.min(fromRow, toRow) || row > Math.max(fromRow, toRow)) {
            return Columns.NONE;
        }
        int first = forward() ? fromRow : toRow;
        int last = forward() ? toRow : fromRow;
        return new Columns(row == first ? forward() ? fromColumn : toColumn : 0,
                row == last ? forward() ? toColumn : fromColumn : Integer.MAX_VALUE);
    }

    String text(TerminalScreen screen) {
        if (empty()) {
            return "";
        }
        return forward() ? screen.text(fromRow, fromColumn, toRow, toColumn)
                : screen.text(toRow, toColumn, fromRow, fromColumn);
    }
}

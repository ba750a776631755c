package org.dcos.ui.canvas.terminal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;

/**
 * What is seen on a terminal, and what has been scrolled out of it at the top. Bounded: at most
 * {@value #MOST_HISTORY} lines of history and {@value #MOST_COLUMNS} by {@value #MOST_ROWS} cells. One thread at a
 * time.
 */
public final class TerminalScreen {

    public static final int MOST_HISTORY = 5_000;
    public static final int MOST_COLUMNS = 500;
    public static final int MOST_ROWS = 300;
    private static final int TAB = 8;

    /** Modes that a machine can set and reset. */
    enum Mode {
        WRAP, INSERT, ORIGIN, CURSOR_KEYS, KEYPAD, CURSOR, PASTE, NEW_LINE
    }

    private record Saved(int row, int column, Pen pen) {}

    private final List<TerminalLine> history = new ArrayList<>();
    private final EnumSet<Mode> modes = EnumSet.of(Mode.WRAP, Mode.CURSOR);
    private List<TerminalLine> main = new ArrayList<>();
    private List<TerminalLine> alternate = new ArrayList<>();
    private List<TerminalLine> lines = main;
    private BitSet tabs = new BitSet();
    private int columns;
    private int rows;
    private int row;
    private int column;
    private boolean wrapNext;
    private int top;
    private int bottom;
    private int last = ' ';
    private Pen pen = Pen.PLAIN;
    private Saved saved = new Saved(0, 0, Pen.PLAIN);
    private Saved savedMain = saved;
    private long scrolled;
    private String title = "";

    public TerminalScreen(int columns, int rows) {
        this.columns = Math.clamp(columns, 2, MOST_COLUMNS);
        this.rows = Math.clamp(rows, 2, MOST_ROWS);
        reset();
    }

    /** As when it was switched on; the history stays. */
    public void reset() {
        main = blank();
        alternate = blank();
        lines = main;
        modes.clear();
        modes.add(Mode.WRAP);
        modes.add(Mode.CURSOR);
        row = 0;
        column = 0;
        wrapNext = false;
        pen = Pen.PLAIN;
        saved = new Saved(0, 0, Pen.PLAIN);
        margins(0, rows - 1);
        tabs = new BitSet();
        for (int i = TAB; i < MOST_COLUMNS; i += TAB) {
            tabs.set(i);
        }
    }

    private List<TerminalLine> blank() {
        var made = new ArrayList<TerminalLine>();
        for (int i = 0; i < rows; i++) {
            made.add(new TerminalLine(columns, Pen.PLAIN));
        }
        return made;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public int row() {
        return row;
    }

    public int column() {
        return Math.min(column, columns - 1);
    }

    public boolean cursorShown() {
        return modes.contains(Mode.CURSOR);
    }

    /** Whether cursor keys send {@code ESC O}. */
    public boolean applicationKeys() {
        return modes.contains(Mode.CURSOR_KEYS);
    }

    /** Whether what is pasted is put in brackets. */
    public boolean bracketedPaste() {
        return modes.contains(Mode.PASTE);
    }

    public boolean alternate() {
        return lines == alternate;
    }

    public String title() {
        return title;
    }

    /** Lines of the history; none while a program has the alternate screen. */
    public int historyLines() {
        return alternate() ? 0 : history.size();
    }

    /** Lines that have ever gone into the history. */
    public long scrolled() {
        return scrolled;
    }

    /** History and screen as one, the oldest first. */
    public TerminalLine line(int index) {
        int past = historyLines();
        return index < past ? history.get(index) : lines.get(index - past);
    }

    public int allLines() {
        return historyLines() + rows;
    }

    /** Another size; lines are cut or filled, not wrapped anew. What does not fit goes into the history. */
    public void resize(int wantedColumns, int wantedRows) {
        int newColumns = Math.clamp(wantedColumns, 2, MOST_COLUMNS);
        int newRows = Math.clamp(wantedRows, 2, MOST_ROWS);
        if (newColumns == columns && newRows == rows) {
            return;
        }
        for (var buffer : List.of(main, alternate)) {
            while (buffer.size() > newRows) {
                boolean below = buffer != lines || row < buffer.size() - 1;
                if (below && buffer == lines && row < newRows) {
                    buffer.removeLast();
                } else {
                    keep(buffer, buffer.removeFirst());
                    row -= buffer == lines ? 1 : 0;
                }
            }
            buffer.forEach(line -> line.resize(newColumns));
            while (buffer.size() < newRows) {
                buffer.add(new TerminalLine(newColumns, Pen.PLAIN));
            }
        }
        columns = newColumns;
        rows = newRows;
        margins(0, rows - 1);
        row = Math.clamp(row, 0, rows - 1);
        column = Math.min(column, columns - 1);
        wrapNext = false;
    }

    private void keep(List<TerminalLine> buffer, TerminalLine line) {
        if (buffer == main) {
            history.add(line);
            scrolled++;
            if (history.size() > MOST_HISTORY + MOST_HISTORY / 10) {
                history.subList(0, history.size() - MOST_HISTORY).clear();
            }
        }
    }

    void put(int character) {
        int width = CharacterWidth.of(character);
        if (width == 0) {
            return;
        }
        if (wrapNext || column + width > columns) {
            if (modes.contains(Mode.WRAP)) {
                lines.get(row).wrapped(true);
                column = 0;
                index();
            } else {
                column = columns - width;
            }
            wrapNext = false;
        }
        var line = lines.get(row);
        if (modes.contains(Mode.INSERT)) {
            line.insert(column, width, pen);
        }
        line.set(column, character, pen);
        if (width == 2) {
            line.set(column + 1, TerminalLine.RIGHT_HALF, pen);
        }
        last = character;
        column += width;
        if (column >= columns) {
            column = columns - 1;
            wrapNext = true;
        }
    }

    void repeat(int times) {
        for (int i = 0; i < Math.min(times, columns * rows); i++) {
            put(last);
        }
    }

    /** Down by one, scrolling at the bottom margin. */
    void index() {
        wrapNext = false;
        if (row == bottom) {
            scrollUp(1);
        } else if (row < rows - 1) {
            row++;
        }
    }

    void reverseIndex() {
        wrapNext = false;
        if (row == top) {
            scrollDown(1);
        } else if (row > 0) {
            row--;
        }
    }

    void lineFeed() {
        index();
        if (modes.contains(Mode.NEW_LINE)) {
            column = 0;
        }
    }

    void carriageReturn() {
        column = 0;
        wrapNext = false;
    }

    void backspace() {
        column = Math.max(0, column - 1);
        wrapNext = false;
    }

    void tab(int times) {
        for (int i = 0; i < Math.min(times, columns); i++) {
            int next = tabs.nextSetBit(column + 1);
            column = next < 0 || next >= columns ? columns - 1 : next;
        }
        wrapNext = false;
    }

    void backTab(int times) {
        for (int i = 0; i < Math.min(times, columns); i++) {
            column = column == 0 ? 0 : Math.max(0, tabs.previousSetBit(column - 1));
        }
        wrapNext = false;
    }

    void setTab() {
        tabs.set(column);
    }

    void clearTabs(boolean all) {
        if (all) {
            tabs.clear();
        } else {
            tabs.clear(column);
        }
    }

    void scrollUp(int count) {
        for (int i = 0; i < Math.min(count, bottom - top + 1); i++) {
            var gone = lines.remove(top);
            if (top == 0) {
                keep(lines, gone);
            }
            lines.add(bottom, new TerminalLine(columns, pen));
        }
    }

    void scrollDown(int count) {
        for (int i = 0; i < Math.min(count, bottom - top + 1); i++) {
            lines.remove(bottom);
            lines.add(top, new TerminalLine(columns, pen));
        }
    }

    void insertLines(int count) {
        shift(count, true);
    }

    void deleteLines(int count) {
        shift(count, false);
    }

    private void shift(int count, boolean in) {
        if (row < top || row > bottom) {
            return;
        }
        for (int i = 0; i < Math.min(count, bottom - row + 1); i++) {
            lines.remove(in ? bottom : row);
            lines.add(in ? row : bottom, new TerminalLine(columns, pen));
        }
        carriageReturn();
    }

    void insertCharacters(int count) {
        lines.get(row).insert(column(), Math.min(count, columns), pen);
        wrapNext = false;
    }

    void deleteCharacters(int count) {
        lines.get(row).delete(column(), Math.min(count, columns), pen);
        wrapNext = false;
    }

    void eraseCharacters(int count) {
        lines.get(row).clear(column(), Math.min(columns, column() + count), pen);
        wrapNext = false;
    }

    /** @param how 0 to the end, 1 from the beginning, 2 all */
    void eraseLine(int how) {
        lines.get(row).clear(how == 0 ? column() : 0, how == 1 ? column() + 1 : columns, pen);
        wrapNext = false;
    }

    /** @param how as of a line; 3 the history too */
    void eraseDisplay(int how) {
        if (how == 0 || how == 1) {
            eraseLine(how);
        }
        int from = how == 0 ? row + 1 : 0;
        int to = how == 1 ? row : rows;
        for (int i = from; i < to; i++) {
            lines.get(i).clear(0, columns, pen);
            lines.get(i).wrapped(false);
        }
        if (how == 3) {
            history.clear();
        }
    }

    /** DECALN: fills the screen with E. */
    void align() {
        lines.forEach(line -> {
            for (int i = 0; i < columns; i++) {
                line.set(i, 'E', Pen.PLAIN);
            }
        });
        margins(0, rows - 1);
    }

    /** From the top left of what can be reached. */
    void moveTo(int wantedRow, int wantedColumn) {
        boolean origin = modes.contains(Mode.ORIGIN);
        row = Math.clamp((origin ? top : 0) + (long) wantedRow, origin ? top : 0, origin ? bottom : rows - 1);
        column = Math.clamp(wantedColumn, 0, columns - 1);
        wrapNext = false;
    }

    void moveBy(int down, int right) {
        int least = row >= top ? top : 0;
        int most = row <= bottom ? bottom : rows - 1;
        row = Math.clamp((long) row + down, least, most);
        column = Math.clamp((long) column() + right, 0, columns - 1);
        wrapNext = false;
    }

    /** The row counted from the origin. */
    int reportedRow() {
        return modes.contains(Mode.ORIGIN) ? row - top : row;
    }

    void toRow(int wanted) {
        moveTo(wanted, column());
    }

    void toColumn(int wanted) {
        column = Math.clamp(wanted, 0, columns - 1);
        wrapNext = false;
    }

    /** Scrolling happens between these rows; what is no range means all. */
    void margins(int first, int lastRow) {
        boolean range = first >= 0 && first < lastRow && lastRow < rows;
        top = range ? first : 0;
        bottom = range ? lastRow : rows - 1;
    }

    void mode(Mode mode, boolean on) {
        if (on) {
            modes.add(mode);
        } else {
            modes.remove(mode);
        }
        wrapNext = false;
    }

    void save() {
        saved = new Saved(row, column(), pen);
    }

    void restore() {
        row = Math.min(saved.row(), rows - 1);
        column = Math.min(saved.column(), columns - 1);
        pen = saved.pen();
        wrapNext = false;
    }

    /** Goes over to the other screen, or back. */
    void alternate(boolean on, boolean keepCursor) {
        if (on == alternate()) {
            return;
        }
        if (on) {
            if (keepCursor) {
                savedMain = new Saved(row, column(), pen);
            }
            alternate = blank();
            lines = alternate;
        } else {
            lines = main;
            if (keepCursor) {
                saved = savedMain;
                restore();
            }
        }
        margins(0, rows - 1);
    }

    Pen pen() {
        return pen;
    }

    void pen(Pen next) {
        pen = next;
    }

    void title(String words) {
        title = words;
    }

    /** Text between two places, line breaks where they were written. Rows count from the oldest line. */
    public String text(int fromRow, int fromColumn, int toRow, int toColumn) {
        var text = new StringBuilder();
        for (int i = Math.max(0, fromRow); i <= Math.min(toRow, allLines() - 1); i++) {
            var line = line(i);
            String part = line.text(i == fromRow ? fromColumn : 0, i == toRow ? toColumn : line.columns());
            text.append(line.wrapped() ? part : part.stripTrailing());
            if (i < toRow && !line.wrapped()) {
                text.append('\n');
            }
        }
        return text.toString();
    }
}

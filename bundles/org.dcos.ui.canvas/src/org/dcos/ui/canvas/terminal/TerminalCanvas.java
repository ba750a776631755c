package org.dcos.ui.canvas.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * A terminal in a widget: shows what a machine writes, sends what is typed as xterm does. Ctrl+Shift+C copies what is
 * marked with the mouse, Ctrl+Shift+V pastes; the wheel and Shift+Page Up look back. Every other key goes to the
 * machine, but Ctrl+Alt+K: it leaves the terminal.
 */
public final class TerminalCanvas extends Canvas {

    private static final int[] PIXELS = {13, 12, 11, 10, 9};
    /** What machines take for granted: firmware does not ask how large the terminal is. */
    private static final int LEAST_COLUMNS = 80;
    private static final int LEAST_ROWS = 25;
    /** With Ctrl, 2 to 8 are the control characters that have no letter. */
    private static final String DIGITS = "\0\033\034\035\036\037\177";
    private static final int MARGIN = 8;
    private static final int WHEEL_LINES = 3;
    private static final Map<Integer, TerminalKey> KEYS = Map.ofEntries(Map.entry(SWT.ARROW_UP, TerminalKey.UP),
            Map.entry(SWT.ARROW_DOWN, TerminalKey.DOWN), Map.entry(SWT.ARROW_LEFT, TerminalKey.LEFT),
            Map.entry(SWT.ARROW_RIGHT, TerminalKey.RIGHT), Map.entry(SWT.HOME, TerminalKey.HOME),
            Map.entry(SWT.END, TerminalKey.END), Map.entry(SWT.INSERT, TerminalKey.INSERT),
            Map.entry((int) SWT.DEL, TerminalKey.DELETE), Map.entry(SWT.PAGE_UP, TerminalKey.PAGE_UP),
            Map.entry(SWT.PAGE_DOWN, TerminalKey.PAGE_DOWN), Map.entry(SWT.F1, TerminalKey.F1),
            Map.entry(SWT.F2, TerminalKey.F2), Map.entry(SWT.F3, TerminalKey.F3), Map.entry(SWT.F4, TerminalKey.F4),
            Map.entry(SWT.F5, TerminalKey.F5), Map.entry(SWT.F6, TerminalKey.F6), Map.entry(SWT.F7, TerminalKey.F7),
            Map.entry(SWT.F8, TerminalKey.F8), Map.entry(SWT.F9, TerminalKey.F9),
            Map.entry(SWT.F10, TerminalKey.F10), Map.entry(SWT.F11, TerminalKey.F11),
            Map.entry(SWT.F12, TerminalKey.F12));

    private final Ink ink;
    private final List<TerminalFace> faces;
    private final TerminalScreen screen = new TerminalScreen(LEAST_COLUMNS, LEAST_ROWS);
    private final TerminalMarking marking = new TerminalMarking();
    private TerminalFace face;
    private TerminalParser parser = new TerminalParser(screen, this::send);
    private Consumer<byte[]> typed = _ -> {};
    private Runnable leave = () -> {};
    private Runnable refused = () -> {};
    private boolean writable;
    private int back;

    public TerminalCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.V_SCROLL);
        ink = Ink.of(getDisplay());
        faces = Arrays.stream(PIXELS).mapToObj(pixels -> new TerminalFace(this, ink, pixels)).toList();
        face = faces.getFirst();
        ink.redraws(this);
        addListener(SWT.Dispose, _ -> faces.forEach(TerminalFace::dispose));
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, _ -> fit());
        addListener(SWT.FocusIn, _ -> redraw());
        addListener(SWT.FocusOut, _ -> redraw());
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = !writable
                && (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS));
        addListener(SWT.MouseDown, this::pressed);
        addListener(SWT.MouseMove, this::dragged);
        addListener(SWT.MouseUp, _ -> released());
        addListener(SWT.MouseDoubleClick, this::word);
        addListener(SWT.MouseVerticalWheel, event -> {
            look(back + (event.count > 0 ? WHEEL_LINES : -WHEEL_LINES));
            event.doit = false;
        });
        getVerticalBar().addListener(SWT.Selection,
                _ -> look(home() - getVerticalBar().getSelection()));
    }

    /** Gets what is typed. */
    public void onTyped(Consumer<byte[]> listener) {
        typed = listener;
    }

    /** Told when the terminal is to be left by the keyboard. */
    public void onLeave(Runnable listener) {
        leave = listener;
    }

    /** Told when something is typed that is not sent. */
    public void onRefused(Runnable listener) {
        refused = listener;
    }

    /** Whether what is typed is sent; else the cursor is hollow. */
    public void setWritable(boolean on) {
        checkWidget();
        writable = on;
        redraw();
    }

    /** Shows what the machine wrote. */
    public void write(byte[] bytes) {
        checkWidget();
        long before = screen.scrolled() - first();
        parser.read(bytes);
        if (back != 0) {
            back = home() - (int) (screen.scrolled() - before); // what was looked at stays
        }
        scrolled();
    }

    /** Forgets all that was written. */
    public void clear() {
        checkWidget();
        screen.reset();
        screen.eraseDisplay(3);
        parser = new TerminalParser(screen, this::send);
        marking.clear();
        back = 0;
        scrolled();
    }

    public TerminalScreen screen() {
        return screen;
    }

    /** What is marked. */
    public String marked() {
        return marking.text(screen);
    }

    /** Puts what is marked into the clipboard. */
    public void copy() {
        copy(DND.CLIPBOARD);
    }

    private void copy(int where) {
        String text = marked();
        if (!text.isEmpty()) {
            var clipboard = new Clipboard(getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()}, where);
            clipboard.dispose();
        }
    }

    /** Types what is in the clipboard. */
    public void paste() {
        paste(DND.CLIPBOARD);
    }

    private void paste(int where) {
        var clipboard = new Clipboard(getDisplay());
        if (clipboard.getContents(TextTransfer.getInstance(), where) instanceof String text) {
            String lines = text.replace("\r\n", "\r").replace('\n', '\r');
            type(screen.bracketedPaste() ? "\033[200~" + lines + "\033[201~" : lines);
        }
        clipboard.dispose();
    }

    /** Marks the next place with this text above the one that is marked, else below from the oldest on. */
    public boolean find(String words) {
        checkWidget();
        String wanted = words.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return false;
        }
        int from = marking.row().orElse(screen.allLines());
        for (int step = 1; step <= screen.allLines(); step++) {
            int row = Math.floorMod(from - step, screen.allLines());
            int at = screen.line(row).text().toLowerCase(Locale.ROOT).indexOf(wanted);
            if (at >= 0) {
                marking.mark(row, at, row, at + wanted.length());
                look(home() - row + shown() / 2);
                return true;
            }
        }
        return false;
    }

    /** As many cells as there is room for, and small characters before too few of them. */
    private void fit() {
        var area = getClientArea();
        face = faces.stream().filter(one -> one.columns(area.width - 2 * MARGIN) >= LEAST_COLUMNS
                && one.rows(area.height - 2 * MARGIN) >= LEAST_ROWS).findFirst().orElse(faces.getLast());
        screen.resize(Math.max(LEAST_COLUMNS, face.columns(area.width - 2 * MARGIN)),
                Math.max(LEAST_ROWS, face.rows(area.height - 2 * MARGIN)));
        scrolled();
    }

    /** Lines that are seen at a time. */
    private int shown() {
        return Math.clamp(face.rows(getClientArea().height - 2 * MARGIN), 1, screen.rows());
    }

    /** The first line that is seen when one looks at the end. */
    private int last() {
        return screen.allLines() - shown();
    }

    /** The first line that is seen as long as nobody looks elsewhere: the screen, and of it where the cursor is. */
    private int home() {
        int past = screen.historyLines();
        return Math.clamp(past + (long) screen.row() - shown() + 1, past, Math.max(past, last()));
    }

    private int first() {
        return Math.clamp(home() - (long) back, 0, Math.max(0, last()));
    }

    /** @param lines up from where the cursor is; less than none to look further down */
    private void look(int lines) {
        back = lines;
        scrolled();
    }

    private void scrolled() {
        back = home() - first();
        var bar = getVerticalBar();
        bar.setVisible(last() > 0);
        bar.setValues(first(), 0, screen.allLines(), shown(), 1, shown());
        redraw();
    }

    private void paint(GC gc) {
        var area = getClientArea();
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(area);
        int first = first();
        for (int i = 0; i < shown(); i++) {
            face.line(gc, screen.line(first + i), MARGIN, MARGIN + i * face.cell().y, marking.columns(first + i));
        }
        int row = screen.historyLines() + screen.row() - first;
        if (screen.cursorShown() && row >= 0 && row < shown()) {
            face.cursor(gc, screen, MARGIN, MARGIN + row * face.cell().y, writable && isFocusControl());
        }
    }

    private void pressed(Event event) {
        setFocus();
        if (event.button == 1) {
            marking.press(row(event.y), column(event.x));
            redraw();
        } else if (event.button == 2) {
            paste(DND.SELECTION_CLIPBOARD);
        }
    }

    private void released() {
        marking.release();
        copy(DND.SELECTION_CLIPBOARD);
    }

    /** Marks the word there. */
    private void word(Event event) {
        int row = row(event.y);
        var line = screen.line(row);
        int at = Math.clamp((event.x - MARGIN) / face.cell().x, 0, line.columns() - 1);
        if (event.button != 1 || line.character(at) == ' ') {
            return;
        }
        int from = at;
        int to = at + 1;
        while (from > 0 && line.character(from - 1) != ' ') {
            from--;
        }
        while (to < line.columns() && line.character(to) != ' ') {
            to++;
        }
        marking.mark(row, from, row, to);
        redraw();
    }

    private void dragged(Event event) {
        if (marking.drag(row(event.y), column(event.x))) {
            redraw();
        }
    }

    private int row(int y) {
        return Math.clamp(first() + Math.floorDiv(y - MARGIN, face.cell().y), 0, screen.allLines() - 1);
    }

    private int column(int x) {
        return Math.clamp((x - MARGIN + face.cell().x / 2) / face.cell().x, 0, screen.columns());
    }

    private void key(Event event) {
        boolean control = (event.stateMask & SWT.CTRL) != 0;
        boolean shift = (event.stateMask & SWT.SHIFT) != 0;
        boolean alt = (event.stateMask & SWT.ALT) != 0;
        if (control && (alt && event.keyCode == 'k' || shift && event.keyCode == 'f')) {
            leave.run();
        } else if (control && event.keyCode == 'c' && (shift || !writable)) {
            copy();
        } else if (control && shift && event.keyCode == 'v') {
            paste();
        } else if (shift && (event.keyCode == SWT.PAGE_UP || event.keyCode == SWT.PAGE_DOWN)) {
            look(back + (event.keyCode == SWT.PAGE_UP ? 1 : -1) * (shown() - 1));
        } else {
            sent(event, new boolean[] {shift, alt, control}).ifPresent(this::type);
        }
        event.doit = false;
    }

    private Optional<String> sent(Event event, boolean[] held) {
        var key = Optional.ofNullable(KEYS.get(event.keyCode));
        if (key.isPresent()) {
            return key.map(its -> its.sent(screen.applicationKeys(), held[0], held[1], held[2]));
        }
        String escape = held[1] ? "\033" : "";
        if (event.keyCode == SWT.BS) {
            return Optional.of(escape + "\u007F");
        }
        if (held[2] && event.keyCode >= '2' && event.keyCode <= '8') {
            return Optional.of(escape + DIGITS.charAt(event.keyCode - '2'));
        }
        if (event.keyCode == SWT.TAB) {
            return Optional.of(held[0] ? "\033[Z" : "\t");
        }
        boolean plain = event.character == 0 && !(held[2] && event.keyCode == ' ');
        return plain ? Optional.empty() : Optional.of(escape + event.character);
    }

    private void type(String text) {
        if (writable) {
            back = 0;
            marking.clear();
            scrolled();
            send(text.getBytes(StandardCharsets.UTF_8));
        } else {
            refused.run();
        }
    }

    private void send(byte[] bytes) {
        if (writable) {
            typed.accept(bytes);
        }
    }
}

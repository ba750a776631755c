package org.dcos.ui.canvas.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * A terminal in a widget: shows what a machine writes, sends what is typed as xterm does. Ctrl+Shift+C copies what is
 * marked with the mouse, Ctrl+Shift+V pastes; the wheel and Shift+Page Up look back.
 */
public final class TerminalCanvas extends Canvas {

    private static final double PIXELS = 13;
    private static final int MARGIN = 6;
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
    private final Font font;
    private final int cellWidth;
    private final int cellHeight;
    private final TerminalScreen screen = new TerminalScreen(80, 24);
    private final TerminalMarking marking = new TerminalMarking();
    private final TerminalPainter painter;
    private TerminalParser parser = new TerminalParser(screen, this::send);
    private Consumer<byte[]> typed = _ -> {};
    private boolean writable;
    private int back;

    public TerminalCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.V_SCROLL);
        ink = Ink.of(getDisplay());
        font = new Font(getDisplay(), "monospace", (int) Math.round(PIXELS * 72 / getDisplay().getDPI().y),
                SWT.NORMAL);
        var gc = new GC(this);
        gc.setFont(font);
        Point size = gc.textExtent("MMMMMMMMMM");
        cellWidth = Math.max(4, size.x / 10);
        cellHeight = Math.max(8, size.y);
        gc.dispose();
        painter = new TerminalPainter(ink, font, cellWidth, cellHeight);
        ink.redraws(this);
        addListener(SWT.Dispose, _ -> font.dispose());
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, _ -> fit());
        addListener(SWT.FocusIn, _ -> redraw());
        addListener(SWT.FocusOut, _ -> redraw());
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = false);
        addListener(SWT.MouseDown, this::pressed);
        addListener(SWT.MouseMove, this::dragged);
        addListener(SWT.MouseUp, _ -> marking.release());
        addListener(SWT.MouseVerticalWheel, event -> {
            look(back + (event.count > 0 ? WHEEL_LINES : -WHEEL_LINES));
            event.doit = false;
        });
        getVerticalBar().addListener(SWT.Selection,
                _ -> look(screen.historyLines() - getVerticalBar().getSelection()));
    }

    /** Gets what is typed. */
    public void onTyped(Consumer<byte[]> listener) {
        typed = listener;
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
        long before = screen.scrolled();
        parser.read(bytes);
        if (back > 0) {
            back = (int) Math.min(screen.historyLines(), back + screen.scrolled() - before);
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
        String text = marked();
        if (!text.isEmpty()) {
            var clipboard = new Clipboard(getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    /** Types what is in the clipboard. */
    public void paste() {
        var clipboard = new Clipboard(getDisplay());
        if (clipboard.getContents(TextTransfer.getInstance()) instanceof String text) {
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
                look(screen.historyLines() - row + screen.rows() / 2);
                return true;
            }
        }
        return false;
    }

    private void fit() {
        var area = getClientArea();
        screen.resize((area.width - 2 * MARGIN) / cellWidth, (area.height - 2 * MARGIN) / cellHeight);
        scrolled();
    }

    private void look(int lines) {
        back = Math.clamp(lines, 0, screen.historyLines());
        scrolled();
    }

    private void scrolled() {
        back = Math.min(back, screen.historyLines());
        var bar = getVerticalBar();
        bar.setVisible(screen.historyLines() > 0);
        bar.setValues(screen.historyLines() - back, 0, screen.allLines(), screen.rows(), 1, screen.rows());
        redraw();
    }

    private void paint(GC gc) {
        var area = getClientArea();
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(area);
        int first = screen.historyLines() - back;
        for (int i = 0; i < screen.rows(); i++) {
            painter.line(gc, screen.line(first + i), MARGIN, MARGIN + i * cellHeight, marking.columns(first + i));
        }
        int row = screen.row() + back;
        if (screen.cursorShown() && row < screen.rows()) {
            painter.cursor(gc, screen, MARGIN, MARGIN + row * cellHeight, writable && isFocusControl());
        }
    }

    private void pressed(Event event) {
        setFocus();
        if (event.button == 1) {
            marking.press(row(event.y), column(event.x));
            redraw();
        } else if (event.button == 2) {
            paste();
        }
    }

    private void dragged(Event event) {
        if (marking.drag(row(event.y), column(event.x))) {
            redraw();
        }
    }

    private int row(int y) {
        return Math.clamp(screen.historyLines() - back + Math.floorDiv(y - MARGIN, cellHeight), 0,
                screen.allLines() - 1);
    }

    private int column(int x) {
        return Math.clamp((x - MARGIN + cellWidth / 2) / cellWidth, 0, screen.columns());
    }

    private void key(Event event) {
        boolean control = (event.stateMask & SWT.CTRL) != 0;
        boolean shift = (event.stateMask & SWT.SHIFT) != 0;
        boolean alt = (event.stateMask & SWT.ALT) != 0;
        if (control && shift && (event.keyCode == 'c' || event.keyCode == 'v')) {
            if (event.keyCode == 'c') {
                copy();
            } else {
                paste();
            }
        } else if (shift && (event.keyCode == SWT.PAGE_UP || event.keyCode == SWT.PAGE_DOWN)) {
            look(back + (event.keyCode == SWT.PAGE_UP ? 1 : -1) * (screen.rows() - 1));
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
        if (event.keyCode == SWT.TAB) {
            return Optional.of(held[0] ? "\033[Z" : "\t");
        }
        boolean plain = event.character == 0 && !(held[2] && (event.keyCode == '2' || event.keyCode == ' '));
        return plain ? Optional.empty() : Optional.of(escape + event.character);
    }

    private void type(String text) {
        if (writable) {
            back = 0;
            marking.clear();
            scrolled();
            send(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void send(byte[] bytes) {
        if (writable) {
            typed.accept(bytes);
        }
    }
}

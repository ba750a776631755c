package org.dcos.ui.canvas.terminal;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.canvas.theme.Typeface;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Control;

/** A size of characters: measures them, and draws lines of a terminal, cells that look the same in one go. */
final class TerminalFace {

    private static final int SAMPLE = 100;
    private static final double LINE_HEIGHT = 1.36;
    /** From here on a character may come from another font, with another width. */
    private static final int FIRST_DRAWN_ALONE = 0x0250;
    private static final int FIRST_CJK = 0x2E80;

    private final Ink ink;
    private final Font font;
    private final Point cell;
    private final int drop;
    private final int wideDrop;
    /** Whether a run of characters is as wide as their cells. */
    private final boolean exact;

    TerminalFace(Control owner, Ink ink, int pixels) {
        this.ink = ink;
        font = new Font(owner.getDisplay(), Typeface.fixed(owner.getDisplay(), pixels));
        var gc = new GC(owner);
        gc.setFont(font);
        var size = gc.textExtent("M".repeat(SAMPLE));
        gc.dispose();
        cell = new Point(Math.max(4, Math.round(size.x / (float) SAMPLE)),
                Math.max(8, Math.min(size.y, (int) Math.round(pixels * LINE_HEIGHT))));
        exact = size.x == SAMPLE * cell.x;
        drop = Math.floorDiv(cell.y - size.y, 2);
        wideDrop = drop - (ascent("Ag中") - ascent("Ag"));
    }

    private int ascent(String sample) {
        var layout = new TextLayout(ink.display());
        layout.setFont(font);
        layout.setText(sample);
        int ascent = layout.getLineMetrics(0).getAscent();
        layout.dispose();
        return ascent;
    }

    void dispose() {
        font.dispose();
    }

    /** What a character takes, in pixels. */
    Point cell() {
        return cell;
    }

    int columns(int width) {
        return width / cell.x;
    }

    int rows(int height) {
        return height / cell.y;
    }

    void line(GC gc, TerminalLine line, int x, int y, TerminalMarking.Columns marked) {
        gc.setFont(font);
        int from = 0;
        while (from < line.columns()) {
            var pen = line.pen(from);
            boolean lit = marked.has(from);
            int to = from + 1;
            boolean alone = !exact && line.character(from) != ' ' || line.character(from) >= FIRST_DRAWN_ALONE;
            while (to < line.columns() && line.pen(to).equals(pen) && marked.has(to) == lit
                    && (alone ? line.character(to) == TerminalLine.RIGHT_HALF
                            : (exact || line.character(to) == ' ') && line.character(to) < FIRST_DRAWN_ALONE
                                    && line.character(to) != TerminalLine.RIGHT_HALF)) {
                to++;
            }
            run(gc, line, new Run(from, to, pen, lit), x, y);
            from = to;
        }
    }

    private record Run(int from, int to, Pen pen, boolean lit) {}

    private void run(GC gc, TerminalLine line, Run run, int x, int y) {
        var pen = run.pen();
        int left = x + run.from() * cell.x;
        int width = (run.to() - run.from()) * cell.x;
        var ground = run.lit() ? ink.palette().of(Token.SELECTION) : TerminalColours.background(pen, ink.palette());
        if (!ground.equals(ink.palette().of(Token.PANEL))) {
            gc.setBackground(ink.color(ground));
            gc.fillRectangle(left, y, width, cell.y);
        }
        if (!pen.has(Pen.HIDDEN)) {
            gc.setForeground(ink.color(run.lit() ? ink.palette().of(Token.TEXT)
                    : TerminalColours.foreground(pen, ink.palette())));
            int first = line.character(run.from());
            if (BoxDrawing.draws(first)) {
                gc.setBackground(gc.getForeground());
                BoxDrawing.draw(gc, first, new Rectangle(left, y, width, cell.y));
            } else {
                text(gc, line.text(run.from(), run.to()), pen, left, y);
            }
            if (pen.has(Pen.UNDERLINE)) {
                gc.drawLine(left, y + cell.y - 2, left + width - 1, y + cell.y - 2);
            }
            if (pen.has(Pen.STRUCK)) {
                gc.drawLine(left, y + cell.y / 2, left + width - 1, y + cell.y / 2);
            }
        }
    }

    private void text(GC gc, String text, Pen pen, int left, int y) {
        if (!text.isBlank()) {
            int top = y + (text.codePointAt(0) >= FIRST_CJK ? wideDrop : drop);
            gc.drawString(text, left, top, true);
            if (pen.has(Pen.BOLD)) {
                gc.drawString(text, left + 1, top, true);
            }
        }
    }

    /** @param filled whether what is typed goes to the machine */
    void cursor(GC gc, TerminalScreen screen, int x, int y, boolean filled) {
        int left = x + screen.column() * cell.x;
        var line = screen.line(screen.historyLines() + screen.row());
        boolean wide = screen.column() + 1 < line.columns()
                && line.character(screen.column() + 1) == TerminalLine.RIGHT_HALF;
        int width = wide ? 2 * cell.x : cell.x;
        if (filled) {
            gc.setBackground(ink.color(Token.ACCENT));
            gc.fillRectangle(left, y, width, cell.y);
            gc.setForeground(ink.color(Token.PANEL));
            text(gc, line.text(screen.column(), screen.column() + 1), Pen.PLAIN, left, y);
        } else {
            gc.setForeground(ink.color(Token.STALE));
            gc.drawRectangle(left, y, width - 1, cell.y - 1);
        }
    }
}

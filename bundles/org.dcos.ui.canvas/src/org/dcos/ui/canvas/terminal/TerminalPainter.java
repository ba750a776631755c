package org.dcos.ui.canvas.terminal;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;

/** Draws lines of a terminal: cells that look the same in one go. */
final class TerminalPainter {

    private static final int FIRST_DRAWN_ALONE = 0x2E80;

    private final Ink ink;
    private final Font font;
    private final int cellWidth;
    private final int cellHeight;

    TerminalPainter(Ink ink, Font font, int cellWidth, int cellHeight) {
        this.ink = ink;
        this.font = font;
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
    }

    void line(GC gc, TerminalLine line, int x, int y, TerminalMarking.Columns marked) {
        gc.setFont(font);
        int from = 0;
        while (from < line.columns()) {
            var pen = line.pen(from);
            boolean lit = marked.has(from);
            int to = from + 1;
            boolean alone = line.character(from) >= FIRST_DRAWN_ALONE;
            while (to < line.columns() && line.pen(to).equals(pen) && marked.has(to) == lit
                    && (alone ? line.character(to) == TerminalLine.RIGHT_HALF
                            : line.character(to) < FIRST_DRAWN_ALONE
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
        int left = x + run.from() * cellWidth;
        int width = (run.to() - run.from()) * cellWidth;
        var ground = run.lit() ? ink.palette().of(Token.SELECTION) : TerminalColours.background(pen, ink.palette());
        if (!ground.equals(ink.palette().of(Token.PANEL))) {
            gc.setBackground(ink.color(ground));
            gc.fillRectangle(left, y, width, cellHeight);
        }
        String text = line.text(run.from(), run.to());
        if (!text.isBlank() && !pen.has(Pen.HIDDEN)) {
            gc.setForeground(ink.color(run.lit() ? ink.palette().of(Token.TEXT)
                    : TerminalColours.foreground(pen, ink.palette())));
            gc.drawString(text, left, y, true);
            if (pen.has(Pen.BOLD)) {
                gc.drawString(text, left + 1, y, true);
            }
            if (pen.has(Pen.UNDERLINE)) {
                gc.drawLine(left, y + cellHeight - 2, left + width - 1, y + cellHeight - 2);
            }
            if (pen.has(Pen.STRUCK)) {
                gc.drawLine(left, y + cellHeight / 2, left + width - 1, y + cellHeight / 2);
            }
        }
    }

    void cursor(GC gc, TerminalScreen screen, int x, int y, boolean filled) {
        int left = x + screen.column() * cellWidth;
        gc.setForeground(ink.color(Token.ACCENT));
        gc.setBackground(ink.color(Token.ACCENT));
        if (filled) {
            gc.fillRectangle(left, y, cellWidth, cellHeight);
            var line = screen.line(screen.historyLines() + screen.row());
            gc.setForeground(ink.color(Token.PANEL));
            gc.drawString(line.text(screen.column(), screen.column() + 1), left, y, true);
        } else {
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.drawRectangle(left, y, cellWidth - 1, cellHeight - 1);
        }
    }
}

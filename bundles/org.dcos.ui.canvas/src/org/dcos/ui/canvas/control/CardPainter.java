package org.dcos.ui.canvas.control;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;

/** Draws a {@link Card}. */
public final class CardPainter {

    private static final int PADDING = 12;
    private static final int ROW = 20;
    private static final int COLUMN_GAP = 16;
    private static final int MOST_WIDTH = 340;
    private static final int RADIUS = 8;
    private static final int MARK_ROOM = 18;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;

    public CardPainter(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
        this.marks = new MarkPainter(ink);
    }

    /** The size that the card needs. */
    public Point size(GC gc, Card card) {
        int wide = text.width(gc, TextStyle.TITLE, card.title()) + MARK_ROOM;
        wide = Math.max(wide, text.width(gc, TextStyle.NOTE, card.reason()));
        int labels = labelWidth(gc, card);
        for (var fact : card.facts()) {
            wide = Math.max(wide, labels + COLUMN_GAP + valueWidth(gc, fact));
        }
        int rows = 1 + (card.reason().isEmpty() ? 0 : 1) + card.facts().size();
        int rule = card.facts().isEmpty() ? 0 : 9;
        return new Point(Math.min(wide, MOST_WIDTH) + 2 * PADDING, rows * ROW + rule + 2 * PADDING - 4);
    }

    public void paint(GC gc, Card card, Box box) {
        gc.setAntialias(SWT.ON);
        shadow(gc, box);
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS, RADIUS);
        gc.setForeground(ink.color(Token.LINE));
        gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, RADIUS, RADIUS);
        int left = box.x() + PADDING;
        int room = box.width() - 2 * PADDING;
        int middle = box.y() + PADDING - 2 + ROW / 2;
        int titleX = left;
        if (card.mark() != Mark.NONE) {
            marks.paint(gc, card.mark(), left, middle - MarkPainter.SIZE / 2);
            titleX += MARK_ROOM - 3;
        }
        text.left(gc, TextStyle.TITLE, Token.TEXT, text.cut(gc, TextStyle.TITLE, card.title(), left + room - titleX),
                titleX,
                middle);
        if (!card.reason().isEmpty()) {
            middle += ROW;
            text.left(gc, TextStyle.NOTE, valueToken(card.mark(), Token.MUTED),
                    text.cut(gc, TextStyle.NOTE, card.reason(), room), left, middle);
        }
        if (!card.facts().isEmpty()) {
            int rule = middle + ROW / 2 + 4;
            gc.setForeground(ink.color(Token.LINE));
            gc.drawLine(left, rule, left + room - 1, rule);
            middle += 9;
        }
        int values = left + labelWidth(gc, card) + COLUMN_GAP;
        for (var fact : card.facts()) {
            middle += ROW;
            paintFact(gc, fact, new Box(left, middle, room, ROW), values);
        }
    }

    private void paintFact(GC gc, Fact fact, Box row, int values) {
        int middle = row.y();
        text.left(gc, TextStyle.NOTE, Token.MUTED, fact.label(), row.x(), middle);
        int age = fact.age().isEmpty() ? 0 : text.width(gc, TextStyle.SMALL, fact.age()) + 8;
        String value = text.cut(gc, TextStyle.NOTE, fact.value(), row.right() - values - age);
        int width = text.left(gc, TextStyle.NOTE, valueToken(fact.mark(), Token.TEXT), value, values, middle);
        if (age > 0) {
            text.left(gc, TextStyle.SMALL, Token.MUTED, fact.age(), values + width + 8, middle);
        }
    }

    /** A soft edge below: three widening outlines, no blur needed. */
    private void shadow(GC gc, Box box) {
        gc.setBackground(ink.color(ink.palette().of(Token.TEXT).mix(ink.palette().of(Token.BACKGROUND),
                ink.palette().dark() ? 1 : 0)));
        for (int i = 4; i >= 1; i--) {
            gc.setAlpha(ink.palette().dark() ? 60 : 10);
            gc.fillRoundRectangle(box.x() - i, box.y() - i + 3, box.width() + 2 * i, box.height() + 2 * i,
                    RADIUS + 2 * i,
                    RADIUS + 2 * i);
        }
        gc.setAlpha(255);
    }

    private int labelWidth(GC gc, Card card) {
        return card.facts().stream().mapToInt(fact -> text.width(gc, TextStyle.NOTE, fact.label())).max().orElse(0);
    }

    private int valueWidth(GC gc, Fact fact) {
        int age = fact.age().isEmpty() ? 0 : text.width(gc, TextStyle.SMALL, fact.age()) + 8;
        return text.width(gc, TextStyle.NOTE, fact.value()) + age;
    }

    static Token valueToken(Mark mark, Token plain) {
        return switch (mark) {
            case WARNING, CRITICAL, STALE -> mark.token();
            case NONE, OK, OFF, UNKNOWN -> plain;
        };
    }
}

package org.dcos.ui.canvas.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.picture.PictureCanvas;
import org.dcos.ui.canvas.picture.Step;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** How complete a look was: a sentence, a bar of its parts, and below it each part with its count, to be opened. */
public final class CoverageBar extends PictureCanvas {

    private static final int HEIGHT = 62;
    private static final int TITLE = 11;
    private static final int BAR = 27;
    private static final int THICK = 8;
    private static final int LEGEND = 51;
    private static final int MARK_ROOM = MarkPainter.SIZE + 6;
    private static final int GAP = 18;

    private Coverage coverage = Coverage.NONE;
    private List<Box> legend = List.of();

    public CoverageBar(Composite parent) {
        super(parent, SWT.NONE);
    }

    public void show(Coverage next) {
        checkWidget();
        coverage = next;
        legend = List.of();
        pictureChanged();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 400 : widthHint, heightHint == SWT.DEFAULT ? HEIGHT : heightHint);
    }

    @Override
    public Optional<String> at(int x, int y) {
        for (int i = 0; i < legend.size(); i++) {
            if (legend.get(i).contains(x, y)) {
                return Optional.of(coverage.parts().get(i).id());
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Box> place(String id) {
        for (int i = 0; i < Math.min(legend.size(), coverage.parts().size()); i++) {
            if (coverage.parts().get(i).id().equals(id)) {
                return Optional.of(legend.get(i));
            }
        }
        return Optional.empty();
    }

    @Override
    protected Optional<Card> card(String id) {
        return Optional.empty(); // the legend says it all
    }

    @Override
    protected Optional<String> step(String from, Step step) {
        var ids = coverage.parts().stream().map(Coverage.Part::id).toList();
        int at = ids.indexOf(from);
        int to = switch (step) {
            case LEFT, UP -> at - 1;
            case RIGHT, DOWN -> at + 1;
            case HOME -> 0;
            case END -> ids.size() - 1;
        };
        return to < 0 || to >= ids.size() ? Optional.empty() : Optional.of(ids.get(to));
    }

    @Override
    protected void reveal(String id) {
        // all are in sight
    }

    @Override
    protected String describe(String id) {
        return coverage.parts().stream().filter(part -> part.id().equals(id)).map(Coverage.Part::words).findFirst()
                .orElse("");
    }

    @Override
    protected String title() {
        return (coverage.title() + " " + coverage.told() + " " + coverage.note()).strip();
    }

    @Override
    protected void paint(GC gc, Box area) {
        int x = 0;
        if (coverage.mark() != Mark.NONE) {
            marks().paint(gc, coverage.mark(), 0, TITLE - MarkPainter.SIZE / 2);
            x = MARK_ROOM;
        }
        x += text().left(gc, TextStyle.BASE, Token.TEXT,
                text().cut(gc, TextStyle.BASE, coverage.told(), area.width() - x), x, TITLE) + GAP;
        text().left(gc, TextStyle.NOTE, Token.MUTED,
                text().cut(gc, TextStyle.NOTE, coverage.title(), Math.max(0, area.width() - x)), x, TITLE);
        bar(gc, area);
        legend(gc, area);
    }

    private void bar(GC gc, Box area) {
        var parts = coverage.parts();
        var lengths = CoverageLayout.lengths(parts.stream().map(Coverage.Part::count).toList(), area.width());
        gc.setBackground(ink().color(Token.RAIL));
        gc.fillRoundRectangle(0, BAR, area.width(), THICK, THICK, THICK);
        int x = 0;
        for (int i = 0; i < parts.size(); i++) {
            int length = lengths.get(i);
            if (length == 0) {
                continue;
            }
            gc.setBackground(ink().color(parts.get(i).mark().token()));
            gc.setAlpha(parts.get(i).mark() == Mark.OK ? 255 : 170);
            gc.fillRoundRectangle(x, BAR, Math.max(1, length - 1), THICK, 4, 4);
            gc.setAlpha(255);
            if (parts.get(i).mark() == Mark.STALE || parts.get(i).mark() == Mark.UNKNOWN) {
                hatch(gc, x, length - 1);
            }
            x += length;
        }
    }

    /** What is not known is hatched, so that it is not taken for a state. */
    private void hatch(GC gc, int left, int length) {
        gc.setClipping(left, BAR, Math.max(1, length), THICK);
        gc.setForeground(ink().color(Token.PANEL));
        for (int x = left - THICK; x < left + length; x += 5) {
            gc.drawLine(x, BAR + THICK, x + THICK, BAR);
        }
        gc.setClipping((org.eclipse.swt.graphics.Rectangle) null);
    }

    private void legend(GC gc, Box area) {
        var boxes = new ArrayList<Box>();
        int x = 0;
        for (var part : coverage.parts()) {
            int left = x;
            marks().paint(gc, part.mark(), x, LEGEND - MarkPainter.SIZE / 2);
            x += MARK_ROOM;
            boolean over = hovered().filter(part.id()::equals).isPresent();
            x += text().left(gc, TextStyle.NOTE, part.count() == 0 ? Token.MUTED : over ? Token.ACCENT : Token.TEXT,
                    part.words(), x, LEGEND);
            var box = new Box(left, LEGEND - 9, x - left, 18);
            boxes.add(box);
            if (focused() && selected().filter(part.id()::equals).isPresent()) {
                gc.setForeground(ink().color(Token.ACCENT));
                gc.drawRoundRectangle(box.x() - 3, box.y(), box.width() + 6, box.height(), 4, 4);
            }
            x += GAP;
        }
        legend = List.copyOf(boxes);
        text().right(gc, TextStyle.NOTE, Token.MUTED,
                text().cut(gc, TextStyle.NOTE, coverage.note(), Math.max(0, area.width() - x)), area.right(), LEGEND);
    }
}

package org.dcos.ui.canvas.bringup;

import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.picture.PictureCanvas;
import org.dcos.ui.canvas.picture.Step;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** How many machines are how far, large enough to be read from two metres. Choosing one again chooses none. */
public final class CountsBar extends PictureCanvas {

    private static final int HEIGHT = 58;
    private static final int GAP = 6;
    private static final int PADDING = 12;
    private static final int RADIUS = 6;
    private static final int STEP = 7;
    private static final int WIDEST = 420;

    private List<Count> counts = List.of();
    private String name = "";

    public CountsBar(Composite parent) {
        super(parent, SWT.NONE);
    }

    /** @param title for a screen reader */
    public void show(String title, List<Count> next) {
        checkWidget();
        name = title;
        if (!counts.equals(next)) {
            counts = List.copyOf(next);
            pictureChanged();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 400 : widthHint, heightHint == SWT.DEFAULT ? HEIGHT : heightHint);
    }

    private Box box(int index) {
        int width = Math.min(WIDEST, (getClientArea().width + GAP) / Math.max(1, counts.size()) - GAP);
        return new Box(index * (width + GAP), 0, width, HEIGHT);
    }

    private int index(String id) {
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Optional<String> at(int x, int y) {
        for (int i = 0; i < counts.size(); i++) {
            if (box(i).contains(x, y)) {
                return Optional.of(counts.get(i).id());
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Box> place(String id) {
        return Optional.of(index(id)).filter(index -> index >= 0).map(this::box);
    }

    @Override
    protected void pressed(Event event) {
        var hit = at(event.x, event.y);
        choose(hit.equals(selected()) ? Optional.empty() : hit);
    }

    @Override
    protected void typed(Event event) {
        if (event.keyCode == SWT.ESC || event.character == ' ') {
            choose(Optional.empty());
        }
    }

    @Override
    protected Optional<Card> card(String id) {
        return Optional.empty(); // the figure says it all
    }

    @Override
    protected Optional<String> step(String from, Step step) {
        int at = index(from);
        int to = switch (step) {
            case LEFT, UP -> Math.max(0, at - 1);
            case RIGHT, DOWN -> Math.min(counts.size() - 1, at + 1);
            case HOME -> 0;
            case END -> counts.size() - 1;
        };
        return to < 0 ? Optional.empty() : Optional.of(counts.get(to).id());
    }

    @Override
    protected void reveal(String id) {
        // all are in sight
    }

    @Override
    protected String describe(String id) {
        int index = index(id);
        return index < 0 ? "" : counts.get(index).count() + " " + counts.get(index).word();
    }

    @Override
    protected String title() {
        return name;
    }

    @Override
    protected void paint(GC gc, Box area) {
        for (int i = 0; i < counts.size(); i++) {
            paint(gc, counts.get(i), box(i));
        }
    }

    private void paint(GC gc, Count count, Box box) {
        boolean chosen = selected().filter(count.id()::equals).isPresent();
        boolean over = hovered().filter(count.id()::equals).isPresent();
        boolean red = count.troubled() && count.count() > 0;
        gc.setBackground(ink().color(chosen ? Token.SELECTION : over ? Token.HOVER : Token.PANEL));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS, RADIUS);
        gc.setForeground(ink().color(chosen ? Token.ACCENT : red ? Token.CRITICAL : Token.LINE));
        gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, RADIUS, RADIUS);
        var token = red ? Token.CRITICAL : count.count() == 0 ? Token.MUTED : Token.TEXT;
        int figure = text().left(gc, TextStyle.DISPLAY, token, Integer.toString(count.count()), box.x() + PADDING,
                box.centreY());
        int x = box.x() + PADDING + figure + 12;
        int room = box.right() - PADDING - x;
        text().left(gc, TextStyle.STRONG, token, text().cut(gc, TextStyle.STRONG, count.word(), room), x,
                box.centreY() - 9);
        int y = box.centreY() + 8;
        if (count.troubled()) {
            marks().paint(gc, red ? Mark.CRITICAL : Mark.OK, x, y - 3);
            return;
        }
        gc.setAntialias(SWT.OFF);
        for (int i = 0; i < Progress.STEPS; i++) {
            if (i < count.progress().done()) {
                gc.setBackground(ink().color(count.progress().token()));
                gc.fillRectangle(x + i * (STEP + 2), y - 4, STEP, STEP + 2);
            } else {
                gc.setForeground(ink().color(count.progress().token()));
                gc.drawRectangle(x + i * (STEP + 2), y - 4, STEP - 1, STEP + 1);
            }
        }
        gc.setAntialias(SWT.ON);
    }
}

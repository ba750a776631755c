package org.dcos.ui.canvas.bringup;

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
import org.eclipse.swt.widgets.Composite;

/** Entries one below the other, each with its time, what happened and the sentences that tell it. Scrolls. */
public final class StoryCanvas extends PictureCanvas {

    private static final int MARGIN = 12;
    private static final int LEAD = MarkPainter.SIZE + 9;
    private static final int ROW = 18;
    private static final int GAP = 9;
    private static final int MOST_LINES = 6;
    private static final int WHEEL_PIXELS = 24;

    private record Placed(StoryEntry entry, List<String> detail, List<String> next, Box box) {}

    private List<StoryEntry> entries = List.of();
    private List<Placed> placed = List.of();
    private Optional<String> marked = Optional.empty();
    private String name = "";
    private String empty = "";
    private int top;
    private int height;

    public StoryCanvas(Composite parent) {
        super(parent, SWT.V_SCROLL);
        addListener(SWT.MouseVerticalWheel, event -> {
            scrollTo(top - event.count * WHEEL_PIXELS);
            event.doit = false;
        });
        getVerticalBar().addListener(SWT.Selection, _ -> scrollTo(getVerticalBar().getSelection()));
    }

    /** @param title for a screen reader @param nothing said when there are no entries */
    public void show(String title, String nothing, List<StoryEntry> next) {
        checkWidget();
        name = title;
        empty = nothing;
        if (!next.equals(entries)) {
            entries = List.copyOf(next);
            arrange();
            pictureChanged();
        }
    }

    /** Stands out all entries about this; tells nobody. */
    public void mark(Optional<String> id) {
        checkWidget();
        marked = id;
        redraw();
    }

    private void arrange() {
        var gc = new GC(this);
        try {
            int room = Math.max(40, getClientArea().width - 2 * MARGIN - LEAD);
            var all = new ArrayList<Placed>();
            int y = 4;
            for (var entry : entries) {
                var detail = wrapped(gc, TextStyle.NOTE, entry.detail(), room);
                var next = wrapped(gc, TextStyle.NOTE, entry.next(), room);
                int high = ROW * (1 + (entry.what().isEmpty() ? 0 : 1) + detail.size() + next.size()) + GAP;
                all.add(new Placed(entry, detail, next, new Box(0, y, getClientArea().width, high)));
                y += high;
            }
            placed = all;
            height = y + 4;
        } finally {
            gc.dispose();
        }
        scrollTo(top);
    }

    private List<String> wrapped(GC gc, TextStyle style, String words, int room) {
        return Wrapping.lines(words, room, MOST_LINES, piece -> text().width(gc, style, piece));
    }

    private void scrollTo(int y) {
        int seen = getClientArea().height;
        top = Math.clamp(y, 0, Math.max(0, height - seen));
        var bar = getVerticalBar();
        bar.setVisible(height > seen);
        bar.setValues(top, 0, Math.max(1, height), Math.max(1, Math.min(seen, height)), WHEEL_PIXELS,
                Math.max(1, seen - WHEEL_PIXELS));
        viewChanged();
    }

    @Override
    protected void resized(int width, int high) {
        arrange();
    }

    private Optional<Placed> find(String id) {
        return placed.stream().filter(one -> one.entry().id().equals(id)).findFirst();
    }

    @Override
    public Optional<String> at(int x, int y) {
        return placed.stream().filter(one -> one.box().contains(x, y + top)).map(one -> one.entry().id()).findFirst();
    }

    @Override
    public Optional<Box> place(String id) {
        return find(id).map(one -> one.box().moved(0, -top));
    }

    @Override
    protected Optional<Card> card(String id) {
        return Optional.empty(); // all is said
    }

    @Override
    protected Optional<String> step(String from, Step step) {
        var ids = placed.stream().map(one -> one.entry().id()).distinct().toList();
        int at = ids.indexOf(from);
        int to = switch (step) {
            case UP, LEFT -> Math.max(0, at - 1);
            case DOWN, RIGHT -> Math.min(ids.size() - 1, at + 1);
            case HOME -> 0;
            case END -> ids.size() - 1;
        };
        return to < 0 || to >= ids.size() ? Optional.empty() : Optional.of(ids.get(to));
    }

    @Override
    protected void reveal(String id) {
        find(id).map(Placed::box).ifPresent(box -> {
            if (box.y() < top || box.bottom() > top + getClientArea().height) {
                scrollTo(box.y());
            }
        });
    }

    @Override
    protected String describe(String id) {
        return find(id).map(Placed::entry).map(entry -> "%s %s, %s. %s %s".formatted(entry.time(), entry.title(),
                entry.what(), entry.detail(), entry.next())).orElse("");
    }

    @Override
    protected String title() {
        return name;
    }

    @Override
    protected void paint(GC gc, Box area) {
        if (entries.isEmpty()) {
            text().centred(gc, TextStyle.BASE, Token.MUTED, text().cut(gc, TextStyle.BASE, empty, area.width() - 16),
                    area.centreX(), Math.min(area.centreY(), 40));
            return;
        }
        for (var one : placed) {
            var box = one.box().moved(0, -top);
            if (box.intersects(area)) {
                paint(gc, one, box);
            }
        }
    }

    private void paint(GC gc, Placed one, Box box) {
        var entry = one.entry();
        boolean chosen = selected().or(() -> marked).filter(entry.id()::equals).isPresent();
        boolean over = hovered().filter(entry.id()::equals).isPresent();
        if (chosen || over) {
            gc.setBackground(ink().color(chosen ? Token.SELECTION : Token.HOVER));
            gc.fillRectangle(box.x(), box.y(), box.width(), box.height());
        }
        int x = box.x() + MARGIN;
        int right = box.right() - MARGIN;
        int middle = box.y() + GAP / 2 + ROW / 2;
        marks().paint(gc, entry.mark(), x, middle - MarkPainter.SIZE / 2);
        x += LEAD;
        int time = text().right(gc, TextStyle.SMALL, Token.MUTED, entry.time(), right, middle);
        text().left(gc, TextStyle.STRONG, Token.TEXT,
                text().cut(gc, TextStyle.STRONG, entry.title(), right - time - 8 - x), x, middle);
        var strong = entry.mark() == Mark.CRITICAL ? Token.CRITICAL : Token.TEXT;
        if (!entry.what().isEmpty()) {
            middle += ROW;
            text().left(gc, TextStyle.BASE, strong, text().cut(gc, TextStyle.BASE, entry.what(), right - x), x,
                    middle);
        }
        for (var line : one.detail()) {
            middle += ROW;
            text().left(gc, TextStyle.NOTE, Token.MUTED, line, x, middle);
        }
        for (var line : one.next()) {
            middle += ROW;
            text().left(gc, TextStyle.NOTE, Token.ACCENT, line, x, middle);
        }
        gc.setForeground(ink().color(Token.LINE));
        gc.drawLine(box.x() + MARGIN, box.bottom() - 1, right, box.bottom() - 1);
    }
}

package org.dcos.ui.canvas.audit;

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

/** A tile for each kind with how many there are; one is chosen. */
public final class KindTiles extends PictureCanvas {

    private static final int RADIUS = 6;
    private static final int PADDING = 10;
    private static final int MARK_ROOM = MarkPainter.SIZE + 7;

    private List<Tile> tiles = List.of();
    private TilesLayout layout = TilesLayout.of(0, 1);
    private String name = "";

    public KindTiles(Composite parent) {
        super(parent, SWT.NONE);
    }

    /** @param title for a screen reader @return whether it needs another height than before */
    public boolean show(String title, List<Tile> next) {
        checkWidget();
        name = title;
        int before = layout.height();
        tiles = List.copyOf(next);
        layout = TilesLayout.of(tiles.size(), getClientArea().width);
        pictureChanged();
        return before != layout.height();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = widthHint == SWT.DEFAULT ? Math.max(400, getSize().x) : widthHint;
        return new Point(width,
                heightHint == SWT.DEFAULT ? TilesLayout.of(tiles.size(), width).height() : heightHint);
    }

    @Override
    public Optional<String> at(int x, int y) {
        for (int i = 0; i < layout.boxes().size(); i++) {
            if (layout.boxes().get(i).contains(x, y)) {
                return Optional.of(tiles.get(i).id());
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Box> place(String id) {
        int index = index(id);
        return index < 0 ? Optional.empty() : Optional.of(layout.boxes().get(index));
    }

    private int index(String id) {
        for (int i = 0; i < tiles.size(); i++) {
            if (tiles.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    protected Optional<Card> card(String id) {
        return Optional.empty(); // the tile says it all
    }

    @Override
    protected Optional<String> step(String from, Step step) {
        int at = Math.max(0, index(from));
        int to = switch (step) {
            case LEFT -> at - 1;
            case RIGHT -> at + 1;
            case UP -> at - layout.columns();
            case DOWN -> at + layout.columns();
            case HOME -> 0;
            case END -> tiles.size() - 1;
        };
        return to < 0 || to >= tiles.size() ? Optional.empty() : Optional.of(tiles.get(to).id());
    }

    @Override
    protected void reveal(String id) {
        // all are in sight
    }

    @Override
    protected String describe(String id) {
        int index = index(id);
        return index < 0 ? ""
                : "%s %s %s".formatted(tiles.get(index).title(), tiles.get(index).count(),
                        tiles.get(index).detail()).strip();
    }

    @Override
    protected String title() {
        return name;
    }

    @Override
    protected void resized(int width, int height) {
        layout = TilesLayout.of(tiles.size(), width);
    }

    @Override
    protected void paint(GC gc, Box area) {
        for (int i = 0; i < tiles.size(); i++) {
            paint(gc, tiles.get(i), layout.boxes().get(i));
        }
    }

    private void paint(GC gc, Tile tile, Box box) {
        boolean chosen = selected().filter(tile.id()::equals).isPresent();
        boolean over = hovered().filter(tile.id()::equals).isPresent();
        gc.setBackground(ink().color(chosen ? Token.SELECTION : over ? Token.HOVER : Token.PANEL));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS, RADIUS);
        gc.setForeground(ink().color(chosen ? Token.ACCENT : Token.LINE));
        gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, RADIUS, RADIUS);
        int first = box.y() + 16;
        int x = box.x() + PADDING;
        if (tile.mark() != Mark.NONE) {
            marks().paint(gc, tile.mark(), x, first - MarkPainter.SIZE / 2);
            x += MARK_ROOM;
        }
        int right = box.right() - PADDING;
        int count = text().figures(gc, TextStyle.HEADLINE, Token.TEXT, tile.count(), right, first);
        text().left(gc, TextStyle.STRONG, chosen ? Token.ACCENT : Token.TEXT,
                text().cut(gc, TextStyle.STRONG, tile.title(), right - count - 8 - x), x, first);
        text().left(gc, TextStyle.SMALL, Token.MUTED,
                text().cut(gc, TextStyle.SMALL, tile.detail(), right - box.x() - PADDING), box.x() + PADDING,
                box.y() + 35);
        if (chosen && focused()) {
            var ring = box.inset(2);
            gc.setForeground(ink().color(Token.ACCENT));
            gc.drawRoundRectangle(ring.x(), ring.y(), ring.width() - 1, ring.height() - 1, RADIUS, RADIUS);
        }
    }
}

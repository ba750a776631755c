package org.dcos.ui.canvas.wave;

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

/** Draws the waves of an order; a server can be chosen. */
public final class WavesCanvas extends PictureCanvas {

    private static final int RADIUS = 6;
    private static final int TITLE = 14;
    private static final int NOTE = 30;
    private static final int BAR = 3;

    private WavesPicture picture = WavesPicture.NONE;
    private WavesLayout layout = WavesLayout.of(List.of(), 1);

    public WavesCanvas(Composite parent) {
        super(parent, SWT.NONE);
    }

    /** @return whether it needs another height than before */
    public boolean show(WavesPicture next) {
        checkWidget();
        int before = layout.height();
        picture = next;
        layout = layout(getClientArea().width);
        pictureChanged();
        return before != layout.height();
    }

    private WavesLayout layout(int width) {
        return WavesLayout.of(picture.blocks().stream().map(block -> block.cells().size()).toList(),
                Math.max(1, width));
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = widthHint == SWT.DEFAULT ? Math.max(400, getSize().x) : widthHint;
        return new Point(width, heightHint == SWT.DEFAULT ? layout(width).height() : heightHint);
    }

    @Override
    protected void resized(int width, int height) {
        layout = layout(width);
    }

    @Override
    public Optional<String> at(int x, int y) {
        for (int i = 0; i < layout.cells().size(); i++) {
            for (int j = 0; j < layout.cells().get(i).size(); j++) {
                if (layout.cells().get(i).get(j).contains(x, y)) {
                    return Optional.of(picture.blocks().get(i).cells().get(j).id());
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Box> place(String id) {
        for (int i = 0; i < picture.blocks().size(); i++) {
            var cells = picture.blocks().get(i).cells();
            for (int j = 0; j < cells.size(); j++) {
                if (cells.get(j).id().equals(id)) {
                    return Optional.of(layout.cells().get(i).get(j));
                }
            }
        }
        return Optional.empty();
    }

    private List<WavesPicture.Cell> cells() {
        return picture.blocks().stream().flatMap(block -> block.cells().stream()).toList();
    }

    private Optional<WavesPicture.Cell> cell(String id) {
        return cells().stream().filter(cell -> cell.id().equals(id)).findFirst();
    }

    @Override
    protected Optional<Card> card(String id) {
        return cell(id).map(WavesPicture.Cell::card);
    }

    @Override
    protected Optional<String> step(String from, Step step) {
        var ids = cells().stream().map(WavesPicture.Cell::id).toList();
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
        return cell(id).map(cell -> (cell.card().title() + " " + cell.card().reason()).strip()).orElse("");
    }

    @Override
    protected String title() {
        return picture.title();
    }

    @Override
    protected void paint(GC gc, Box area) {
        for (int i = 0; i < Math.min(picture.blocks().size(), layout.blocks().size()); i++) {
            paint(gc, picture.blocks().get(i), layout.blocks().get(i), layout.cells().get(i));
        }
    }

    private void paint(GC gc, WavesPicture.Block block, Box box, List<Box> cells) {
        gc.setBackground(ink().color(Token.FREE_UNIT));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS, RADIUS);
        gc.setForeground(ink().color(Token.LINE));
        gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, RADIUS, RADIUS);
        int left = box.x() + WavesLayout.PADDING;
        int room = box.width() - 2 * WavesLayout.PADDING;
        int x = left;
        if (block.mark() != Mark.NONE) {
            marks().paint(gc, block.mark(), x, box.y() + TITLE - MarkPainter.SIZE / 2);
            x += MarkPainter.SIZE + 6;
        }
        text().left(gc, TextStyle.BASE, Token.TEXT, text().cut(gc, TextStyle.BASE, block.title(), left + room - x), x,
                box.y() + TITLE);
        text().left(gc, TextStyle.NOTE, Token.MUTED, text().cut(gc, TextStyle.NOTE, block.note(), room), left,
                box.y() + NOTE);
        if (block.share() > 0) {
            gc.setBackground(ink().color(Token.ACCENT));
            gc.fillRectangle(box.x() + 3, box.y() + WavesLayout.HEAD - 7,
                    (int) Math.round((box.width() - 6) * Math.min(1, block.share())), BAR);
        }
        for (int i = 0; i < Math.min(cells.size(), block.cells().size()); i++) {
            paint(gc, block.cells().get(i), cells.get(i));
        }
    }

    private void paint(GC gc, WavesPicture.Cell cell, Box box) {
        boolean chosen = selected().filter(cell.id()::equals).isPresent();
        boolean over = hovered().filter(cell.id()::equals).isPresent();
        if (chosen || over) {
            gc.setBackground(ink().color(chosen ? Token.SELECTION : Token.HOVER));
            gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), 4, 4);
        }
        if (box.width() < MarkPainter.SIZE) { // thousands: only the colour fits
            gc.setBackground(ink().color(cell.mark().token()));
            gc.fillRectangle(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2);
            return;
        }
        marks().paint(gc, cell.mark() == Mark.NONE ? Mark.UNKNOWN : cell.mark(),
                box.x() + (box.width() - MarkPainter.SIZE) / 2, box.y() + (box.height() - MarkPainter.SIZE) / 2);
    }
}

package org.dcos.ui.canvas.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

/** A card for each network interface: name, addresses, link, and what to beware of; one is selected. */
public final class InterfaceCards extends PictureCanvas {

    private static final int RADIUS = 6;
    private static final int PADDING = 12;
    private static final int MARK_ROOM = MarkPainter.SIZE + 7;
    private static final int FIRST = 18;
    private static final int LINE = 19;
    /** Of the bar at the left of one that is chosen. */
    private static final int BAR = 3;

    private List<InterfaceCard> cards = List.of();
    private CardsLayout layout = CardsLayout.of(0, 1);
    private String name = "";

    public InterfaceCards(Composite parent) {
        super(parent, SWT.NONE);
    }

    /** @param title for a screen reader @return whether it needs another height than before */
    public boolean show(String title, List<InterfaceCard> next) {
        checkWidget();
        name = title;
        int before = layout.height();
        cards = List.copyOf(next);
        layout = CardsLayout.of(cards.size(), getClientArea().width);
        pictureChanged();
        return before != layout.height();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = widthHint == SWT.DEFAULT ? Math.max(400, getSize().x) : widthHint;
        return new Point(width,
                heightHint == SWT.DEFAULT ? CardsLayout.of(cards.size(), width).height() : heightHint);
    }

    @Override
    public Optional<String> at(int x, int y) {
        return IntStream.range(0, layout.boxes().size()).filter(i -> layout.boxes().get(i).contains(x, y))
                .mapToObj(i -> cards.get(i).id()).findFirst();
    }

    @Override
    public Optional<Box> place(String id) {
        int index = index(id);
        return index < 0 ? Optional.empty() : Optional.of(layout.boxes().get(index));
    }

    private int index(String id) {
        return IntStream.range(0, cards.size()).filter(i -> cards.get(i).id().equals(id)).findFirst().orElse(-1);
    }

    @Override
    protected Optional<Card> card(String id) {
        int index = index(id);
        return index < 0 || cards.get(index).warning().isEmpty() ? Optional.empty()
                : Optional.of(new Card(cards.get(index).title(), cards.get(index).mark(),
                        cards.get(index).warning(), List.of()));
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
            case END -> cards.size() - 1;
        };
        return to < 0 || to >= cards.size() ? Optional.empty() : Optional.of(cards.get(to).id());
    }

    @Override
    protected void reveal(String id) {
        // all are in sight
    }

    @Override
    protected String describe(String id) {
        int index = index(id);
        if (index < 0) {
            return "";
        }
        var card = cards.get(index);
        return Stream.of(card.title(), card.state(), card.first(), card.second(), card.warning())
                .filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
    }

    @Override
    protected String title() {
        return name;
    }

    @Override
    protected void resized(int width, int height) {
        layout = CardsLayout.of(cards.size(), width);
    }

    @Override
    protected void paint(GC gc, Box area) {
        for (int i = 0; i < cards.size(); i++) {
            paint(gc, cards.get(i), layout.boxes().get(i));
        }
    }

    private void paint(GC gc, InterfaceCard card, Box box) {
        boolean selected = selected().filter(card.id()::equals).isPresent();
        boolean over = hovered().filter(card.id()::equals).isPresent();
        gc.setBackground(ink().color(selected ? Token.SELECTION : over ? Token.HOVER : Token.PANEL));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS, RADIUS);
        gc.setForeground(ink().color(selected ? Token.ACCENT : Token.LINE));
        gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, RADIUS, RADIUS);
        if (card.chosen()) {
            gc.setBackground(ink().color(card.mark() == Mark.OFF ? Token.MUTED : card.mark().token()));
            gc.fillRoundRectangle(box.x() + 4, box.y() + 8, BAR, box.height() - 16, BAR, BAR);
        }
        int left = box.x() + PADDING;
        int right = box.right() - PADDING;
        int middle = box.y() + FIRST;
        marks().paint(gc, card.mark(), left, middle - MarkPainter.SIZE / 2);
        int state = text().right(gc, TextStyle.NOTE, card.chosen() ? card.mark().token() : Token.MUTED, card.state(),
                right, middle);
        text().left(gc, TextStyle.STRONG, Token.TEXT,
                text().cut(gc, TextStyle.STRONG, card.title(), right - state - 8 - left - MARK_ROOM), left + MARK_ROOM,
                middle);
        line(gc, TextStyle.BASE, Token.TEXT, card.first(), left, right, middle + LINE + 2);
        line(gc, TextStyle.NOTE, Token.MUTED, card.second(), left, right, middle + 2 * LINE + 1);
        line(gc, TextStyle.NOTE, card.mark().token(), card.warning(), left, right, middle + 3 * LINE);
        if (selected && focused()) {
            var ring = box.inset(2);
            gc.setForeground(ink().color(Token.ACCENT));
            gc.drawRoundRectangle(ring.x(), ring.y(), ring.width() - 1, ring.height() - 1, RADIUS, RADIUS);
        }
    }

    private void line(GC gc, TextStyle style, Token token, String words, int left, int right, int middle) {
        text().left(gc, style, token, text().cut(gc, style, words, right - left), left, middle);
    }
}

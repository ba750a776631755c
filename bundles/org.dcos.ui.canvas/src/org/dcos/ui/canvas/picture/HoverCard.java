package org.dcos.ui.canvas.picture;

import java.util.Optional;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.CardPainter;
import org.dcos.ui.canvas.geometry.Box;
import org.eclipse.swt.graphics.GC;

/** The card of a picture: comes when the pointer has rested on a thing, goes at once when it leaves. */
final class HoverCard {

    private static final int REST_MILLIS = 450;
    private static final int GAP = 10;
    private static final int SHADOW = 8;
    /** Beside a thing wider than this the card would be far from the pointer. */
    private static final int MOST_WIDE = 260;

    private final PictureCanvas canvas;
    private final CardPainter painter;
    private Optional<String> pending = Optional.empty();
    private Optional<Card> shown = Optional.empty();
    private Box beside = new Box(0, 0, 0, 0);
    private Box at = beside;
    private Box box = new Box(0, 0, 0, 0);

    HoverCard(PictureCanvas canvas) {
        this.canvas = canvas;
        this.painter = new CardPainter(canvas.ink(), canvas.text());
    }

    void pointer(Optional<String> id, int x, int y) {
        at = new Box(x, y, 1, 1);
        if (!id.equals(pending)) {
            hide();
            pending = id;
            id.ifPresent(thing -> canvas.getDisplay().timerExec(REST_MILLIS, () -> rested(thing)));
        }
    }

    void show(String id) {
        pending = Optional.of(id);
        rested(id);
    }

    void hide() {
        pending = Optional.empty();
        if (shown.isPresent()) {
            shown = Optional.empty();
            canvas.redraw(box.x() - SHADOW, box.y() - SHADOW, box.width() + 2 * SHADOW, box.height() + 2 * SHADOW,
                    false);
        }
    }

    /** The picture has changed: what is shown is told anew, or goes with its thing. */
    void refresh() {
        if (shown.isPresent()) {
            shown = pending.flatMap(canvas::card);
        }
    }

    void paint(GC gc, Box viewport) {
        shown.ifPresent(card -> {
            var size = painter.size(gc, card);
            int right = beside.right() + GAP;
            int x = right + size.x <= viewport.right() ? right : beside.x() - GAP - size.x;
            box = new Box(Math.clamp(x, 4, Math.max(4, viewport.right() - size.x - 4)),
                    Math.clamp(beside.y() - GAP, viewport.y() + 4,
                            Math.max(viewport.y() + 4, viewport.bottom() - size.y - SHADOW)),
                    size.x, size.y);
            painter.paint(gc, card, box);
        });
    }

    private void rested(String id) {
        if (canvas.isDisposed() || pending.filter(id::equals).isEmpty()) {
            return;
        }
        canvas.place(id).ifPresent(seen -> beside = seen.width() <= MOST_WIDE ? seen
                : seen.contains(at.x(), at.y()) ? at : new Box(seen.centreX(), seen.centreY(), 1, 1));
        shown = canvas.card(id);
        canvas.redraw();
    }
}

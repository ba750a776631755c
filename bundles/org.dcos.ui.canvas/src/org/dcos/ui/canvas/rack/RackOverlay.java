package org.dcos.ui.canvas.rack;

import java.util.Optional;
import java.util.function.Function;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.CardPainter;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.eclipse.swt.graphics.GC;

/** The hover card: comes when the pointer has rested on a device, goes at once when it leaves. */
final class RackOverlay {

    private static final int REST_MILLIS = 450;
    private static final int GAP = 10;

    private final RackCanvas canvas;
    private final CardPainter painter;
    private Function<RackPicture.Device, Optional<Card>> cards = _ -> Optional.empty();
    private Optional<RackPicture.Device> pending = Optional.empty();
    private Optional<Card> shown = Optional.empty();
    private Box beside = new Box(0, 0, 0, 0);
    private Box box = new Box(0, 0, 0, 0);

    RackOverlay(RackCanvas canvas, Ink ink, TextFit text) {
        this.canvas = canvas;
        this.painter = new CardPainter(ink, text);
    }

    void cards(Function<RackPicture.Device, Optional<Card>> source) {
        cards = source;
    }

    void pointer(Optional<RackHit> hit, int x, int y) {
        var device = hit.map(h -> h instanceof RackHit.OnDevice(var _, var d) ? d : null);
        if (device.map(RackPicture.Device::id).equals(pending.map(RackPicture.Device::id))) {
            return;
        }
        hide();
        pending = device;
        device.ifPresent(d -> canvas.getDisplay().timerExec(REST_MILLIS, () -> rested(d)));
    }

    void hide() {
        pending = Optional.empty();
        if (shown.isPresent()) {
            shown = Optional.empty();
            redrawBox();
        }
    }

    private void redrawBox() {
        canvas.redraw(box.x() - 8, box.y() - 8, box.width() + 16, box.height() + 16, false);
    }

    /** The picture has changed: what is shown of a device is told anew, or goes with the device. */
    void refresh() {
        if (shown.isPresent()) {
            var now = pending.flatMap(device -> canvas.view().layout().find(device.id()))
                    .map(placed -> placed.device());
            shown = now.flatMap(cards);
            pending = now;
            redrawBox();
        }
    }

    /** Shows the card of a device now. */
    void show(RackPicture.Device device) {
        pending = Optional.of(device);
        rested(device);
    }

    void paint(GC gc, Box viewport) {
        shown.ifPresent(card -> {
            var size = painter.size(gc, card);
            box = place(size.x, size.y, viewport);
            painter.paint(gc, card, box);
        });
    }

    private void rested(RackPicture.Device device) {
        if (canvas.isDisposed() || pending.filter(now -> now.id().equals(device.id())).isEmpty()) {
            return;
        }
        canvas.view().seen(device.id()).ifPresent(seen -> beside = seen);
        shown = cards.apply(device);
        canvas.redraw();
    }

    /** To the right of the device, else to its left; never over the edge. */
    private Box place(int width, int height, Box viewport) {
        int x = beside.right() + GAP + width <= viewport.right() ? beside.right() + GAP : beside.x() - GAP - width;
        int y = beside.y() - GAP;
        return new Box(Math.clamp(x, 4, Math.max(4, viewport.right() - width - 4)),
                Math.clamp(y, 4, Math.max(4, viewport.bottom() - height - 8)), width, height);
    }
}

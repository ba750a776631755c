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

    /** What a card is about. */
    private sealed interface Subject {
        record OfDevice(RackPicture.Device device) implements Subject {}

        record OfReservation(String rack, RackPicture.Reservation kept) implements Subject {}

        default boolean same(Subject other) {
            return this instanceof OfDevice(var mine) && other instanceof OfDevice(var its) ? mine.id().equals(its.id())
                    : equals(other);
        }
    }

    private final RackCanvas canvas;
    private final CardPainter painter;
    private Function<RackPicture.Device, Optional<Card>> cards = _ -> Optional.empty();
    private Optional<Subject> pending = Optional.empty();
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
        var subject = hit.flatMap(RackOverlay::subject);
        boolean stays = subject.isPresent() ? pending.filter(subject.get()::same).isPresent() : pending.isEmpty();
        if (stays) {
            return;
        }
        hide();
        pending = subject;
        subject.ifPresent(about -> canvas.getDisplay().timerExec(REST_MILLIS, () -> rested(about)));
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
            pending = pending.flatMap(this::again);
            shown = pending.flatMap(this::card);
            redrawBox();
        }
    }

    /** Shows the card of a device now. */
    void show(RackPicture.Device device) {
        var subject = new Subject.OfDevice(device);
        pending = Optional.of(subject);
        rested(subject);
    }

    void paint(GC gc, Box viewport) {
        shown.ifPresent(card -> {
            var size = painter.size(gc, card);
            box = place(size.x, size.y, viewport);
            painter.paint(gc, card, box);
        });
    }

    private void rested(Subject subject) {
        if (canvas.isDisposed() || pending.filter(subject::same).isEmpty()) {
            return;
        }
        place(subject).ifPresent(seen -> beside = seen);
        shown = card(subject);
        canvas.redraw();
    }

    private static Optional<Subject> subject(RackHit hit) {
        return switch (hit) {
            case RackHit.OnDevice(var _, var device) -> Optional.of(new Subject.OfDevice(device));
            case RackHit.OnUnit(var rack, int unit) -> rack.reservation(unit)
                    .map(kept -> new Subject.OfReservation(rack.id(), kept));
            case RackHit.OnRack _ -> Optional.empty();
        };
    }

    private Optional<Subject> again(Subject subject) {
        return switch (subject) {
            case Subject.OfDevice(var device) -> canvas.view().layout().find(device.id())
                    .map(placed -> new Subject.OfDevice(placed.device()));
            case Subject.OfReservation(var rack, var kept) -> rack(rack)
                    .filter(box -> box.rack().reservations().contains(kept)).map(_ -> subject);
        };
    }

    private Optional<Card> card(Subject subject) {
        return switch (subject) {
            case Subject.OfDevice(var device) -> cards.apply(device);
            case Subject.OfReservation(var _, var kept) -> Optional.of(kept.card());
        };
    }

    private Optional<Box> place(Subject subject) {
        var seen = canvas.view().viewport();
        return switch (subject) {
            case Subject.OfDevice(var device) -> canvas.view().seen(device.id());
            case Subject.OfReservation(var rack, var kept) -> rack(rack)
                    .map(box -> canvas.view().layout().units(box, kept.lowestUnit(), kept.heightUnits())
                            .moved(-seen.x(), -seen.y()));
        };
    }

    private Optional<RackRowLayout.RackBox> rack(String id) {
        return canvas.view().layout().racks().stream().filter(box -> box.rack().id().equals(id)).findFirst();
    }

    /** To the right of the device, else to its left; never over the edge. */
    private Box place(int width, int height, Box viewport) {
        int x = beside.right() + GAP + width <= viewport.right() ? beside.right() + GAP : beside.x() - GAP - width;
        int y = beside.y() - GAP;
        return new Box(Math.clamp(x, 4, Math.max(4, viewport.right() - width - 4)),
                Math.clamp(y, 4, Math.max(4, viewport.bottom() - height - 8)), width, height);
    }
}

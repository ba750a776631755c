package org.dcos.ui.canvas.rack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.dcos.ui.canvas.rack.RackPicture.Rack;
import org.dcos.ui.canvas.rack.RackRowLayout.Move;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** A device on its way to another place: its ghost tells whether it may be dropped, before it is. */
final class RackDrag {

    private static final int LEAST_WAY = 5;
    private static final int EDGE = 24;
    private static final int GHOST = 70;
    private static final int LABEL_HEIGHT = 24;

    /** What is held. @param dx and dy from the middle of the device to the pointer */
    private record Held(Device device, Rack from, int startX, int startY, int dx, int dy) {}

    private final RackCanvas canvas;
    private final Ink ink;
    private final TextFit text;
    private final List<Consumer<RackMove>> listeners = new ArrayList<>();
    private DropWords words = DropWords.ENGLISH;
    private Optional<Held> held = Optional.empty();
    private Optional<DropTarget> target = Optional.empty();
    private boolean under;
    private boolean allowed = true;

    RackDrag(RackCanvas canvas, Ink ink, TextFit text) {
        this.canvas = canvas;
        this.ink = ink;
        this.text = text;
    }

    void listen(Consumer<RackMove> listener) {
        listeners.add(listener);
    }

    void allow(boolean movable) {
        allowed = movable;
        cancel();
    }

    void words(DropWords next) {
        words = next;
    }

    /** Whether a device follows the pointer. */
    boolean dragging() {
        return under;
    }

    Optional<DropTarget> target() {
        return target;
    }

    void take(Device device, int x, int y) {
        var home = canvas.view().layout().rackOf(device.id());
        boolean inUnits = home.filter(rack -> rack.rack().devices().contains(device)).isPresent();
        if (allowed && !listeners.isEmpty() && inUnits) {
            var box = canvas.view().seen(device.id()).orElseThrow();
            held = Optional.of(new Held(device, home.orElseThrow().rack(), x, y, x - box.centreX(), y - box.centreY()));
        }
    }

    /** @return whether the pointer drags a device */
    boolean to(int x, int y) {
        held.ifPresent(thing -> {
            under |= Math.abs(x - thing.startX) + Math.abs(y - thing.startY) >= LEAST_WAY;
            if (under) {
                follow(thing, x, y);
            }
        });
        return under;
    }

    void drop() {
        var wish = held.flatMap(thing -> target.filter(to -> to.state() != DropTarget.State.TAKEN)
                .filter(to -> !stays(thing.device, thing.from, to))
                .map(to -> new RackMove(thing.device, thing.from, to)));
        cancel();
        wish.ifPresent(this::tell);
    }

    void cancel() {
        if (under) {
            canvas.setCursor(null);
            canvas.redraw();
        }
        held = Optional.empty();
        target = Optional.empty();
        under = false;
    }

    /** The selected device one step further. */
    void step(Move move) {
        if (allowed && !listeners.isEmpty()
                && canvas.selection().orElse(null) instanceof RackHit.OnDevice(var rack, var device)
                && rack.devices().contains(device)) {
            DropTarget.step(canvas.view().layout(), device, move)
                    .ifPresent(to -> tell(new RackMove(device, rack, to)));
        }
    }

    private void follow(Held thing, int x, int y) {
        var seen = canvas.view().viewport();
        int right = x > seen.width() - EDGE ? EDGE : x < EDGE ? -EDGE : 0;
        int down = y > seen.height() - EDGE ? EDGE : y < EDGE ? -EDGE : 0;
        if (right != 0 || down != 0) {
            canvas.view().scrollTo(seen.x() + right, seen.y() + down);
            RackInput.updateBars(canvas);
            seen = canvas.view().viewport();
        }
        target = DropTarget.at(canvas.view().layout(), x + seen.x() - thing.dx, y + seen.y() - thing.dy, thing.device);
        canvas.setCursor(canvas.getDisplay().getSystemCursor(target.isEmpty() ? SWT.CURSOR_NO : SWT.CURSOR_SIZEALL));
        canvas.redraw();
    }

    private void tell(RackMove wish) {
        listeners.forEach(listener -> listener.accept(wish));
    }

    private static boolean stays(Device device, Rack from, DropTarget to) {
        return to.rack().id().equals(from.id()) && to.lowestUnit() == device.lowestUnit()
                && to.raised() == device.raised();
    }

    /** In the layout's pixels. */
    void paint(GC gc) {
        if (!under || held.isEmpty() || target.isEmpty()) {
            return;
        }
        var to = target.get();
        var token = switch (to.state()) {
            case FREE -> Token.ACCENT;
            case RESERVED -> Token.WARNING;
            case TAKEN -> Token.CRITICAL;
        };
        var box = to.box();
        gc.setAlpha(GHOST);
        gc.setBackground(ink.color(token));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), 4, 4);
        gc.setAlpha(255);
        gc.setForeground(ink.color(token));
        gc.setLineWidth(2);
        gc.setLineStyle(to.state() == DropTarget.State.FREE ? SWT.LINE_SOLID : SWT.LINE_DASH);
        gc.drawRoundRectangle(box.x(), box.y(), box.width(), box.height(), 4, 4);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
        label(gc, held.get().device, to, token);
    }

    /** Beside the ghost, so that it hides neither the place nor what is in the way. */
    private void label(GC gc, Device device, DropTarget to, Token token) {
        String said = "%s  ·  %s U%d  ·  %s".formatted(device.label(), to.rack().name(), to.lowestUnit(),
                switch (to.state()) {
                    case FREE -> words.free();
                    case RESERVED -> words.reserved().formatted(to.reserved().getFirst().text());
                    case TAKEN -> words.taken().formatted(to.taken().getFirst().label());
                });
        var seen = canvas.view().viewport();
        int wide = text.width(gc, TextStyle.SMALL, said) + 16;
        int x = Math.clamp(to.box().x(), seen.x() + 4, Math.max(seen.x() + 4, seen.right() - wide - 4));
        int over = to.box().y() - LABEL_HEIGHT - 4;
        var box = new Box(x, over >= seen.y() ? over : to.box().bottom() + 4, wide, LABEL_HEIGHT);
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), 6, 6);
        gc.setForeground(ink.color(token));
        gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, 6, 6);
        text.left(gc, TextStyle.SMALL, token, said, box.x() + 8, box.centreY());
    }
}

package org.dcos.ui.canvas.rack;

import java.util.HashMap;
import java.util.Map;

import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Ink;
import org.eclipse.swt.SWT;

/**
 * Marks that have just changed fade over in 200 ms. When many change at once (a new place, a reconnection) none does:
 * nobody could follow. Off when motion is reduced.
 */
final class RackFades {

    private static final int MOST = 12;
    private static final int FRAME_MILLIS = 33;
    private static final long LENGTH_NANOS = 200_000_000L;

    private record Fade(Mark from, long began) {}

    private final RackCanvas canvas;
    private final Ink ink;
    private final Map<String, Fade> fades = new HashMap<>();
    private boolean ticking;

    RackFades(RackCanvas canvas, Ink ink) {
        this.canvas = canvas;
        this.ink = ink;
        canvas.addListener(SWT.Dispose, _ -> fades.clear());
    }

    /** Notes what differs between two pictures. */
    void changed(RackPicture before, RackPicture after) {
        if (ink.reduced() || before.racks().isEmpty()) {
            fades.clear();
            return;
        }
        var marks = new HashMap<String, Mark>();
        before.racks().forEach(rack -> rack.devices().forEach(device -> marks.put(device.id(), device.mark())));
        long now = System.nanoTime();
        for (var rack : after.racks()) {
            for (var device : rack.devices()) {
                var old = marks.get(device.id());
                if (old != null && old != device.mark()) {
                    fades.put(device.id(), new Fade(old, now));
                }
            }
        }
        if (fades.size() > MOST) {
            fades.clear();
        }
        tick();
    }

    /** The mark that fades out, where one does. */
    Mark old(String device) {
        var fade = fades.get(device);
        return fade == null ? Mark.NONE : fade.from;
    }

    /** 0 just changed, 1 when over. */
    double progress(String device) {
        var fade = fades.get(device);
        return fade == null ? 1 : Math.clamp((System.nanoTime() - fade.began) / (double) LENGTH_NANOS, 0, 1);
    }

    private void tick() {
        if (!ticking && !fades.isEmpty()) {
            ticking = true;
            canvas.getDisplay().timerExec(FRAME_MILLIS, this::frame);
        }
    }

    private void frame() {
        ticking = false;
        if (!canvas.isDisposed()) {
            fades.keySet().forEach(canvas::redrawDevice);
            fades.keySet().removeIf(device -> progress(device) >= 1);
            tick();
        }
    }
}

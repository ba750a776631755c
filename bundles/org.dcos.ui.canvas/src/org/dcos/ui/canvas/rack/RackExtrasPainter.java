package org.dcos.ui.canvas.rack;

import java.util.Optional;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.picture.Hatch;
import org.dcos.ui.canvas.rack.RackPicture.Gauge;
import org.dcos.ui.canvas.rack.RackRowLayout.Detail;
import org.dcos.ui.canvas.rack.RackRowLayout.RackBox;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.graphics.GC;

/** Draws what is at a rack besides its devices: gauges, reservations, strips beside the rails. */
final class RackExtrasPainter {

    private static final int GAP = 10;
    private static final int BAR = 3;
    private static final int STEP = 7;
    private static final int LEAST_TEXT = 11;
    private static final int OUTLET = 9;
    private static final double PATTERN = 0.45;
    private static final double LIT = 0.15;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;

    RackExtrasPainter(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
        this.marks = new MarkPainter(ink);
    }

    /** Side by side below the name: a text and a slim bar each. */
    void paintGauges(GC gc, RackBox rack) {
        var gauges = rack.rack().gauges();
        var header = rack.header();
        if (gauges.isEmpty()) {
            return;
        }
        int room = header.width() - 8;
        int wide = (room - (gauges.size() - 1) * GAP) / gauges.size();
        for (int i = 0; i < gauges.size(); i++) {
            int x = header.x() + 4 + i * (wide + GAP);
            paintGauge(gc, gauges.get(i),
                    new Box(x, header.y() + RackRowLayout.HEADER - 3, wide, RackRowLayout.GAUGES - 2));
        }
    }

    private void paintGauge(GC gc, Gauge gauge, Box box) {
        boolean alarming = gauge.mark() == Mark.WARNING || gauge.mark() == Mark.CRITICAL;
        var token = alarming ? gauge.mark().token() : Token.MUTED;
        text.left(gc, TextStyle.TINY, token, text.cut(gc, TextStyle.TINY, gauge.text(), box.width()), box.x(),
                box.y() + 6);
        if (gauge.share().isPresent()) {
            int y = box.bottom() - BAR - 2;
            gc.setBackground(ink.color(Token.LINE));
            gc.fillRectangle(box.x(), y, box.width(), BAR);
            gc.setBackground(ink.color(alarming ? gauge.mark().token() : Token.ACCENT));
            int used = (int) Math.round(box.width() * Math.clamp(gauge.share().getAsDouble(), 0, 1));
            gc.fillRectangle(box.x(), y, used, BAR);
        }
    }

    void paintReservations(GC gc, RackRowLayout layout, RackBox rack) {
        var palette = ink.palette();
        var ground = palette.of(Token.FREE_UNIT);
        for (var kept : rack.rack().reservations()) {
            var box = layout.units(rack, kept.lowestUnit(), kept.heightUnits());
            Hatch.RISING.paint(gc, ink, ground.mix(palette.of(Token.MUTED), PATTERN), box.inset(1),
                    layout.detail() == Detail.LABELS ? STEP : STEP - 2);
            gc.setForeground(ink.color(Token.DEVICE_EDGE));
            gc.drawRectangle(box.x(), box.y(), box.width() - 1, box.height() - 2);
            if (layout.detail() == Detail.LABELS && box.height() >= LEAST_TEXT) {
                String label = text.cut(gc, TextStyle.SMALL, kept.text(), box.width() - 20);
                int wide = text.width(gc, TextStyle.SMALL, label) + 10;
                int high = Math.min(16, box.height() - 3);
                gc.setBackground(ink.color(Token.FREE_UNIT));
                gc.fillRectangle(box.centreX() - wide / 2, box.centreY() - high / 2 - 1, wide, high);
                text.centred(gc, TextStyle.SMALL, Token.MUTED, label, box.centreX(), box.centreY() - 1);
            }
        }
    }

    /** A narrow face with outlets; its mark at the top. */
    void paintStrips(GC gc, RackBox rack, Optional<String> hovered) {
        var palette = ink.palette();
        for (var strip : rack.strips()) {
            var box = strip.box();
            boolean lit = hovered.filter(strip.device().id()::equals).isPresent();
            var face = palette.of(Token.DEVICE);
            gc.setBackground(ink.color(lit ? face.mix(palette.of(Token.ACCENT), LIT) : face));
            gc.fillRectangle(box.x(), box.y(), box.width(), box.height());
            gc.setForeground(ink.color(palette.of(Token.DEVICE_EDGE).mix(palette.of(Token.MUTED), 0.25)));
            gc.drawRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1);
            gc.setBackground(ink.color(palette.of(Token.DEVICE).mix(palette.of(Token.MUTED), 0.4)));
            for (int y = box.y() + 2 * OUTLET; y < box.bottom() - OUTLET; y += OUTLET) {
                gc.fillRectangle(box.x() + 3, y, box.width() - 6, 3);
            }
            marks.paint(gc, strip.device().mark(), box.x() + 2, box.y() + 3, box.width() - 4);
        }
    }
}

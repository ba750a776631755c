package org.dcos.ui.canvas.rack;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.rack.RackPainter.Look;
import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.dcos.ui.canvas.rack.RackPicture.Kind;
import org.dcos.ui.canvas.rack.RackRowLayout.Detail;
import org.dcos.ui.canvas.rack.RackRowLayout.Placed;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;

/** Draws the faces of devices at one size: name, mark, value; with less room, less of it. */
final class FacePainter {

    private static final int INSET = 7;
    private static final int RADIUS = 3;
    private static final double BACK = 0.55;
    private static final double LIT = 0.10;
    private static final double ALARMING = 0.45;
    private static final double READABLE_TINT = 0.25;
    private static final double LEAST_NAMED_UNIT = 7.5;
    private static final int LEAST_ROUND_HEIGHT = 14;
    private static final int LEAST_NAMED_HEIGHT = 11;
    private static final int LEAST_TEXT_HEIGHT = 8;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;
    private final Detail detail;
    private final double unit;
    private final int markSize;
    private final TextStyle nameStyle;
    private final TextStyle valueStyle;
    private final int inset;

    FacePainter(Ink ink, TextFit text, RackRowLayout layout) {
        this.ink = ink;
        this.text = text;
        this.marks = new MarkPainter(ink);
        this.detail = layout.detail();
        this.unit = layout.unitHeight();
        this.markSize = Math.clamp(Math.round(unit - 4), 3, MarkPainter.SIZE);
        this.nameStyle = unit < 12 ? TextStyle.TINY : unit < 19 ? TextStyle.SMALL : unit < 28 ? TextStyle.NOTE
                : TextStyle.BASE;
        this.valueStyle = unit < 19 ? TextStyle.TINY : TextStyle.SMALL;
        this.inset = detail == Detail.LABELS ? INSET : 3;
    }

    void paint(GC gc, Placed placed, Look look) {
        var device = placed.device();
        var box = face(placed.box());
        paintFace(gc, box, ink.color(fill(placed, look)));
        int size = Math.clamp(box.height() - 2, 3, markSize); // half a unit has room for less
        double markX = box.right() - inset - (markSize + size) / 2.0;
        double markY = box.y() + (box.height() - size) / 2.0;
        paintMark(gc, device, new Spot(markX, markY, size), look);
        if (labelled(box)) {
            paintText(gc, placed, box, box.right() - inset - markSize - 6, look);
        }
    }

    private record Spot(double x, double y, int size) {}

    /** Round corners only where they are seen: they cost twenty times a rectangle. */
    private void paintFace(GC gc, Box box, Color fill) {
        if (detail == Detail.BLOCKS) {
            gc.setBackground(fill);
            gc.fillRectangle(box.x(), box.y(), box.width(), box.height());
        } else if (box.height() < LEAST_ROUND_HEIGHT) {
            gc.setBackground(ink.color(Token.DEVICE_EDGE));
            gc.fillRectangle(box.x(), box.y(), box.width(), box.height());
            gc.setBackground(fill);
            gc.fillRectangle(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2);
        } else {
            gc.setBackground(fill);
            gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS, RADIUS);
            gc.setForeground(ink.color(Token.DEVICE_EDGE));
            gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, RADIUS, RADIUS);
        }
    }

    /** A taller device has room for its name where a low one has not. */
    private boolean labelled(Box box) {
        return detail == Detail.LABELS && box.height() >= LEAST_TEXT_HEIGHT
                || unit >= LEAST_NAMED_UNIT && box.height() >= LEAST_NAMED_HEIGHT;
    }

    void paintSelection(GC gc, Box placed) {
        var box = face(placed);
        gc.setAntialias(SWT.ON);
        gc.setForeground(ink.color(Token.ACCENT));
        gc.setLineWidth(2);
        gc.drawRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS + 1, RADIUS + 1);
        gc.setLineWidth(1);
    }

    /** One pixel less, so that neighbours stay apart. */
    private static Box face(Box whole) {
        return new Box(whole.x(), whole.y(), whole.width(), Math.max(2, whole.height() - 1));
    }

    private void paintMark(GC gc, Device device, Spot spot, Look look) {
        double progress = look.fades().progress(device.id());
        if (progress < 1) {
            gc.setAlpha((int) (255 * (1 - progress)));
            marks.paint(gc, look.fades().old(device.id()), spot.x, spot.y, spot.size);
            gc.setAlpha((int) (255 * progress));
        }
        marks.paint(gc, device.mark(), spot.x, spot.y, spot.size);
        gc.setAlpha(255);
    }

    private void paintText(GC gc, Placed placed, Box box, int right, Look look) {
        var device = placed.device();
        boolean tinted = look.scale().share(device).orElse(0) > READABLE_TINT;
        boolean quiet = (device.muted() || placed.back()) && !tinted;
        int middle = box.y() + box.height() / 2;
        int room = right;
        String value = look.scale().measures() ? look.scale().text(device) : device.ageText();
        if (!value.isEmpty()) {
            room -= text.right(gc, valueStyle, quiet ? Token.MUTED : Token.TEXT, value, right, middle) + 6;
        }
        var style = device.height() < 1 ? TextStyle.TINY : nameStyle;
        String label = text.cut(gc, style, device.label(), room - box.x() - inset);
        text.left(gc, style, quiet ? Token.MUTED : Token.TEXT, label, box.x() + inset, middle);
    }

    /** Without room for more than a block, the block itself says what is not well. */
    private Rgb blockOf(Device device, Rgb face) {
        var palette = ink.palette();
        return switch (device.mark()) {
            case WARNING, CRITICAL -> face.mix(palette.of(device.mark().token()), ALARMING);
            case OFF, UNKNOWN, STALE -> face.mix(palette.of(Token.FREE_UNIT), BACK);
            case NONE, OK -> face;
        };
    }

    private Rgb fill(Placed placed, Look look) {
        var palette = ink.palette();
        var device = placed.device();
        var plain = palette.of(device.kind() == Kind.SWITCH ? Token.SWITCH : Token.DEVICE);
        var face = switch (look.by()) {
            case STATE -> plain;
            case SPACE -> plain.mix(palette.of(Token.PANEL), BACK);
            case POWER, AGE, TEMPERATURE -> {
                var share = look.scale().share(device);
                yield share.isPresent() ? palette.heat(look.scale().end(), share.getAsDouble())
                        : palette.of(Token.DEVICE).mix(palette.of(Token.PANEL), BACK);
            }
        };
        if (detail == Detail.BLOCKS && look.by() == ColourBy.STATE) {
            face = blockOf(device, face);
        }
        if (placed.back()) {
            face = face.mix(palette.of(Token.FREE_UNIT), BACK);
        }
        boolean lit = look.hovered().filter(device.id()::equals).isPresent();
        return lit ? face.mix(palette.of(Token.ACCENT), LIT) : face;
    }
}

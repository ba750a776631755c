package org.dcos.ui.canvas.sensor;

import java.util.Optional;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.picture.Hatch;
import org.dcos.ui.canvas.sensor.SensorLayout.Head;
import org.dcos.ui.canvas.sensor.SensorLayout.Placed;
import org.dcos.ui.canvas.sensor.SensorScale.Depth;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.graphics.GC;

/** Draws a {@link SensorLayout}. */
final class SensorPainter {

    private static final int TRACK = 6;
    private static final int NEEDLE = 4;
    private static final int NEEDLE_HIGH = 14;
    private static final int PILL = 17;
    private static final int PILL_PADDING = 8;
    private static final int PILL_GAP = 5;
    private static final int HATCH_STEP = 4;
    /** How much of a state's colour a zone has: enough to be seen, too little to shout. */
    private static final double QUIET = 0.72;
    private static final double LOUD = 0.45;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;

    SensorPainter(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
        this.marks = new MarkPainter(ink);
    }

    /** What is shown besides the layout. @param focused whether the keyboard is here */
    record Look(Optional<String> selected, Optional<String> hovered, boolean focused) {}

    void paint(GC gc, SensorLayout layout, Look look, Box clip) {
        for (var head : layout.heads()) {
            if (head.box().intersects(clip)) {
                paint(gc, head);
            }
        }
        for (var placed : layout.rows()) {
            if (placed.box().intersects(clip)) {
                paint(gc, placed, look);
            }
        }
    }

    private void paint(GC gc, Head head) {
        var box = head.box();
        int middle = box.bottom() - 13;
        int x = text.left(gc, TextStyle.STRONG, Token.TEXT,
                text.cut(gc, TextStyle.STRONG, head.group().title(), box.width() - 16), 8, middle) + 18;
        text.left(gc, TextStyle.NOTE, Token.MUTED,
                text.cut(gc, TextStyle.NOTE, head.group().note(), Math.max(0, box.width() - x - 8)), x, middle);
        line(gc, box);
    }

    private void line(GC gc, Box box) {
        gc.setForeground(ink.color(Token.LINE));
        gc.drawLine(box.x(), box.bottom() - 1, box.right(), box.bottom() - 1);
    }

    private void paint(GC gc, Placed placed, Look look) {
        var row = placed.row();
        var box = placed.box();
        boolean chosen = look.selected().filter(row.id()::equals).isPresent();
        boolean over = look.hovered().filter(row.id()::equals).isPresent();
        var ground = chosen ? Token.SELECTION : over ? Token.HOVER : Token.PANEL;
        if (ground != Token.PANEL) {
            gc.setBackground(ink.color(ground));
            gc.fillRectangle(box.x(), box.y(), box.width(), box.height() - 1);
        }
        line(gc, box);
        if (chosen && look.focused()) {
            gc.setForeground(ink.color(Token.ACCENT));
            gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 2, 6, 6);
        }
        int middle = placed.name().centreY();
        marks.paint(gc, row.mark(), placed.name().x() - SensorLayout.MARK, middle - MarkPainter.SIZE / 2);
        var plain = row.muted() ? Token.MUTED : Token.TEXT;
        text.left(gc, TextStyle.BASE, plain, text.cut(gc, TextStyle.BASE, row.name(), placed.name().width()),
                placed.name().x(), middle);
        text.figures(gc, TextStyle.BASE, row.muted() ? Token.MUTED : told(row.mark(), Token.TEXT),
                text.cut(gc, TextStyle.BASE, row.value(), placed.value().width()), placed.value().right(), middle);
        text.right(gc, TextStyle.NOTE, Token.MUTED, row.age(), placed.age().right(), placed.age().centreY());
        paintState(gc, placed);
        if (row.scale().isPresent()) {
            paintScale(gc, placed, row.scale().get(), ground);
        } else {
            paintPills(gc, placed);
        }
    }

    /** In one line it stands left in its column, in two right below the value. */
    private void paintState(GC gc, Placed placed) {
        var row = placed.row();
        var token = row.muted() ? Token.MUTED : told(row.mark(), Token.MUTED);
        String words = text.cut(gc, TextStyle.NOTE, row.state(), placed.state().width());
        if (placed.state().y() == placed.name().y()) {
            text.left(gc, TextStyle.NOTE, token, words, placed.state().x(), placed.state().centreY());
        } else {
            text.right(gc, TextStyle.NOTE, token, words, placed.state().right(), placed.state().centreY());
        }
    }

    private static Token told(Mark mark, Token plain) {
        return switch (mark) {
            case WARNING, CRITICAL, STALE -> mark.token();
            case NONE, OK, OFF, UNKNOWN -> plain;
        };
    }

    private void paintScale(GC gc, Placed placed, SensorScale scale, Token ground) {
        var bar = placed.bar();
        if (bar.width() < NEEDLE) {
            return;
        }
        boolean muted = placed.row().muted();
        int y = bar.centreY() - TRACK / 2;
        for (var zone : scale.zones()) {
            int from = bar.x() + (int) Math.round(scale.share(zone.from()) * bar.width());
            int to = bar.x() + (int) Math.round(scale.share(zone.to()) * bar.width());
            boolean last = zone.to() >= scale.high();
            paintZone(gc, new Box(from, y, Math.max(1, to - from - (last ? 0 : 1)), TRACK), zone.depth(), muted);
        }
        scale.value().ifPresent(value -> {
            int x = bar.x() + (int) Math.round(scale.share(value) * bar.width());
            if (scale.zones().getFirst().depth() == Depth.PLAIN) {
                var palette = ink.palette();
                gc.setBackground(ink.color(palette.of(muted ? Token.STALE : Token.ACCENT)
                        .mix(palette.of(Token.PANEL), LOUD)));
                int zero = bar.x() + (int) Math.round(scale.share(0) * bar.width());
                gc.fillRectangle(Math.min(zero, x), y, Math.max(1, Math.abs(x - zero)), TRACK);
            }
            int left = Math.clamp(x - NEEDLE / 2, bar.x(), Math.max(bar.x(), bar.right() - NEEDLE));
            gc.setBackground(ink.color(ground));
            gc.fillRectangle(left - 2, bar.centreY() - NEEDLE_HIGH / 2, NEEDLE + 4, NEEDLE_HIGH);
            gc.setBackground(ink.color(muted ? Token.STALE : told(placed.row().mark(), Token.TEXT)));
            gc.fillRoundRectangle(left, bar.centreY() - NEEDLE_HIGH / 2, NEEDLE, NEEDLE_HIGH, 3, 3);
        });
    }

    private void paintZone(GC gc, Box box, Depth depth, boolean muted) {
        var palette = ink.palette();
        var panel = palette.of(Token.PANEL);
        Rgb colour = switch (depth) {
            case PLAIN -> palette.of(Token.LINE).mix(panel, 0.35);
            case NORMAL -> palette.of(Token.OK).mix(panel, QUIET);
            case NON_CRITICAL -> palette.of(Token.WARNING).mix(panel, LOUD);
            case CRITICAL, NON_RECOVERABLE -> palette.of(Token.CRITICAL).mix(panel, LOUD);
        };
        gc.setBackground(ink.color(muted && depth != Depth.PLAIN ? colour.mix(palette.of(Token.LINE), 0.6) : colour));
        gc.fillRectangle(box.x(), box.y(), box.width(), box.height());
        if (depth == Depth.NON_RECOVERABLE) {
            Hatch.RISING.paint(gc, ink, palette.of(Token.CRITICAL), box, HATCH_STEP);
        }
    }

    /** As many as fit, and how many more there are. */
    private void paintPills(GC gc, Placed placed) {
        var row = placed.row();
        var bar = placed.bar();
        var palette = ink.palette();
        var token = row.muted() ? Token.MUTED : told(row.mark(), Token.TEXT);
        Rgb ground = told(row.mark(), Token.LINE) == Token.LINE || row.muted()
                ? palette.of(Token.LINE).mix(palette.of(Token.PANEL), 0.5)
                : palette.of(row.mark().token()).mix(palette.of(Token.PANEL), 0.82);
        int x = bar.x();
        for (int i = 0; i < row.pills().size(); i++) {
            int left = row.pills().size() - i;
            String more = "+" + left;
            int reserve = left > 1 ? text.width(gc, TextStyle.SMALL, more) + PILL_GAP : 0;
            int room = bar.right() - x - 2 * PILL_PADDING - reserve;
            String words = text.cut(gc, TextStyle.SMALL, row.pills().get(i), room);
            if (words.isEmpty()) {
                text.left(gc, TextStyle.SMALL, Token.MUTED, more, x, bar.centreY());
                return;
            }
            int wide = text.width(gc, TextStyle.SMALL, words) + 2 * PILL_PADDING;
            gc.setBackground(ink.color(ground));
            gc.fillRoundRectangle(x, bar.centreY() - PILL / 2, wide, PILL, PILL, PILL);
            text.left(gc, TextStyle.SMALL, token, words, x + PILL_PADDING, bar.centreY());
            x += wide + PILL_GAP;
        }
    }
}

package org.dcos.ui.canvas.heat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.geometry.Camera;
import org.dcos.ui.canvas.heat.HeatLayout.Placed;
import org.dcos.ui.canvas.heat.HeatPicture.Cell;
import org.dcos.ui.canvas.heat.HeatPicture.Power;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;

/** Draws a {@link HeatLayout} as a camera sees it: plain rectangles, and marks where there is room for them. */
final class HeatPainter {

    private static final int LEAST_MARK = 6;
    private static final int LEAST_TEXT = 10;
    private static final int LEAST_SMALL = 15;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;

    HeatPainter(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
        this.marks = new MarkPainter(ink);
    }

    /** What is shown besides the layout. */
    record Look(HeatBy by, HeatScaling scale, HeatWords words, Optional<String> selected, Optional<String> hovered) {}

    void paint(GC gc, HeatLayout layout, Camera camera, Look look) {
        var seen = camera.world();
        var style = camera.scale() < 0.6 ? TextStyle.SMALL : TextStyle.TITLE;
        for (var title : layout.titles()) {
            if (title.box().intersects(seen)) {
                var box = camera.toView(title.box());
                text.left(gc, style, Token.TEXT, text.cut(gc, style, title.text(), box.width()), box.x(),
                        box.centreY());
            }
        }
        gc.setAntialias(SWT.OFF);
        Map<Rgb, Color> colours = new HashMap<>();
        for (var rack : layout.racks()) {
            if (!rack.frame().inset(-3 * HeatLayout.NAME).intersects(seen)) {
                continue;
            }
            var frame = camera.toView(rack.frame());
            gc.setBackground(ink.color(Token.FREE_UNIT));
            gc.fillRectangle(frame.x(), frame.y(), frame.width(), frame.height());
            for (var placed : rack.cells()) {
                paintCell(gc, placed, camera.toView(placed.box()), look, colours);
            }
            gc.setForeground(ink.color(Token.LINE));
            gc.drawRectangle(frame.x(), frame.y(), frame.width() - 1, frame.height() - 1);
            if (frame.width() >= HeatLayout.LEAST_NAMED) {
                var name = camera.toView(rack.name());
                var small = name.height() >= LEAST_TEXT ? TextStyle.SMALL : TextStyle.TINY;
                text.left(gc, small, Token.MUTED, text.cut(gc, small, rack.rack().name(), name.width()), name.x(),
                        name.centreY());
            }
        }
        outline(gc, layout, camera, look.hovered(), 1);
        outline(gc, layout, camera, look.selected(), 2);
    }

    private void paintCell(GC gc, Placed placed, Box box, Look look,
            Map<Rgb, Color> colours) {
        var cell = placed.cell();
        var face = look.scale().colour(cell, ink.palette());
        int high = Math.max(1, box.height() - (box.height() > 3 ? 1 : 0));
        gc.setBackground(colours.computeIfAbsent(face, ink::color));
        gc.fillRectangle(box.x(), box.y(), Math.max(1, box.width()), high);
        var mark = mark(cell, look.by());
        if (mark != Mark.NONE && high >= LEAST_MARK) {
            int size = Math.min(MarkPainter.SIZE, high - 2);
            var token = mark == Mark.CRITICAL && look.by() == HeatBy.HEALTH ? Token.PANEL
                    : mark == Mark.WARNING && look.by() == HeatBy.HEALTH ? Token.TEXT : mark.token();
            marks.paint(gc, mark, token, box.right() - size - 3, box.y() + (high - size) / 2.0, size);
            gc.setAntialias(SWT.OFF);
        }
        if (high >= LEAST_TEXT && box.width() >= 60) {
            var token = mark == Mark.CRITICAL && look.by() == HeatBy.HEALTH ? Token.PANEL : Token.TEXT;
            var style = high >= LEAST_SMALL ? TextStyle.SMALL : TextStyle.TINY;
            String value = value(cell, look);
            int taken = value.isEmpty() ? 0 : text.width(gc, style, value) + 6;
            text.left(gc, style, token, text.cut(gc, style, cell.name(), box.width() - 22 - taken), box.x() + 5,
                    box.y() + high / 2);
            text.right(gc, style, token, value, box.right() - 15, box.y() + high / 2);
        }
    }

    /** What is not well keeps its shape in every colouring; whether one is on, in that of power. */
    private static Mark mark(Cell cell, HeatBy by) {
        return switch (by) {
            case HEALTH -> cell.mark() == Mark.OK ? Mark.NONE : cell.mark();
            case POWER -> cell.stale() ? Mark.STALE : cell.power() == Power.OFF ? Mark.OFF
                    : cell.power() == Power.UNKNOWN ? Mark.UNKNOWN : Mark.NONE;
            case INLET, DRAW, AGE -> switch (cell.mark()) {
                case CRITICAL, WARNING, STALE -> cell.mark();
                case NONE, OK, OFF, UNKNOWN -> Mark.NONE;
            };
        };
    }

    private static String value(Cell cell, Look look) {
        if (Double.isNaN(look.scale().share(cell))) {
            return "";
        }
        return switch (look.by()) {
            case INLET -> "%.0f °C".formatted(cell.celsius());
            case DRAW -> "%.0f W".formatted(cell.watts());
            case AGE -> look.words().minutes().formatted(cell.minutes());
            case HEALTH, POWER -> "";
        };
    }

    private void outline(GC gc, HeatLayout layout, Camera camera, Optional<String> id, int width) {
        id.flatMap(layout::find).ifPresent(placed -> {
            var box = camera.toView(placed.box());
            gc.setForeground(ink.color(Token.ACCENT));
            gc.setLineWidth(width);
            gc.drawRectangle(box.x() - 1, box.y() - 1, box.width() + 1, box.height() + 1);
            gc.setLineWidth(1);
        });
    }
}

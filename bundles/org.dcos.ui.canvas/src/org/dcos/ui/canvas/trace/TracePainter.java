package org.dcos.ui.canvas.trace;

import java.util.Optional;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.icon.IconPainter;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.canvas.trace.TraceLayout.Run;
import org.dcos.ui.canvas.trace.TraceLayout.Stop;
import org.dcos.ui.canvas.trace.TracePicture.Cable;
import org.dcos.ui.canvas.trace.TracePicture.MissingEnd;
import org.dcos.ui.canvas.trace.TracePicture.Station;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;

/** Draws a {@link TraceLayout}. */
final class TracePainter {

    private static final int RADIUS = 8;
    private static final int PADDING = 12;
    private static final int CORNER = 10;
    private static final int PORT_HEIGHT = 22;
    private static final float CABLE = 4;
    private static final float RIM = 6;
    private static final float[] BROKEN = {7, 5};
    private static final double LEAST_CONTRAST = 1.5;
    private static final double LIT = 0.5;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;
    private final IconPainter icons;

    TracePainter(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
        this.marks = new MarkPainter(ink);
        this.icons = new IconPainter(ink);
    }

    /** What is shown besides the layout. */
    record Look(Optional<String> selected, Optional<String> hovered) {}

    void paint(GC gc, TraceLayout layout, Look look) {
        for (var run : layout.runs()) {
            paintRun(gc, run, look);
        }
        for (var stop : layout.stops()) {
            switch (stop.part()) {
                case Station station -> paintStation(gc, station, stop, look);
                case MissingEnd missing -> paintMissing(gc, missing, stop, look);
                case Cable _ -> {}
            }
        }
    }

    private void paintRun(GC gc, Run run, Look look) {
        var cable = run.cable();
        boolean marked = is(look.selected(), cable.id());
        var path = path(gc, run);
        try {
            if (marked || is(look.hovered(), cable.id())) {
                stroke(gc, path, ink.palette().of(marked ? Token.ACCENT : Token.LINE), RIM + 4, !cable.well());
            }
            stroke(gc, path, rim(cable), RIM, !cable.well());
            stroke(gc, path, jacket(cable), CABLE, !cable.well());
        } finally {
            path.dispose();
        }
        var label = run.label();
        int room = label.width() - 8;
        String name = text.cut(gc, TextStyle.SMALL, cable.label(), room);
        plate(gc, TextStyle.SMALL, name, label.centreX(), label.y() + 6, run);
        text.centred(gc, TextStyle.SMALL, Token.TEXT, name, label.centreX(), label.y() + 6);
        if (cable.well()) {
            text.centred(gc, TextStyle.SMALL, Token.MUTED, text.cut(gc, TextStyle.SMALL, cable.what(), room),
                    label.centreX(), label.bottom() - 5);
            return;
        }
        String why = text.cut(gc, TextStyle.SMALL, cable.broken(), room);
        text.centred(gc, TextStyle.SMALL, Token.CRITICAL, why, label.centreX(), label.bottom() - 5);
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(label.centreX() - 10, label.centreY() - 8, 20, 16);
        marks.paint(gc, Mark.CRITICAL, label.centreX() - 5, label.centreY() - 5, 10);
    }

    /** A word above a lane that crosses nothing needs no ground of its own. */
    private void plate(GC gc, TextStyle style, String words, int centre, int middle, Run run) {
        if (run.corners().size() > 2 && !words.isEmpty()) {
            int wide = text.width(gc, style, words) + 8;
            gc.setBackground(ink.color(Token.PANEL));
            gc.fillRectangle(centre - wide / 2, middle - 7, wide, 14);
        }
    }

    private void stroke(GC gc, Path path, Rgb colour, float width, boolean broken) {
        gc.setForeground(ink.color(colour));
        gc.setLineAttributes(new LineAttributes(width, SWT.CAP_FLAT, SWT.JOIN_ROUND,
                broken ? SWT.LINE_CUSTOM : SWT.LINE_SOLID, broken ? BROKEN : null, 0, 10));
        gc.drawPath(path);
        gc.setLineAttributes(new LineAttributes(1));
    }

    private Rgb jacket(Cable cable) {
        return cable.colour().orElse(ink.palette().of(Token.MUTED));
    }

    /** A white cable on white, a black one on black: its rim is what is seen. */
    private Rgb rim(Cable cable) {
        var palette = ink.palette();
        boolean faint = jacket(cable).contrast(palette.of(Token.PANEL)) < LEAST_CONTRAST;
        return faint ? palette.of(Token.MUTED) : jacket(cable).mix(palette.of(Token.PANEL), 0.45);
    }

    private static Path path(GC gc, Run run) {
        var corners = run.corners();
        var path = new Path(gc.getDevice());
        path.moveTo(corners.getFirst().x(), corners.getFirst().y());
        for (int i = 1; i < corners.size() - 1; i++) {
            var before = corners.get(i - 1);
            var at = corners.get(i);
            var after = corners.get(i + 1);
            float in = Math.min(CORNER, distance(before, at) / 2f);
            float out = Math.min(CORNER, distance(at, after) / 2f);
            path.lineTo(at.x() - Integer.signum(at.x() - before.x()) * in,
                    at.y() - Integer.signum(at.y() - before.y()) * in);
            path.quadTo(at.x(), at.y(), at.x() + Integer.signum(after.x() - at.x()) * out,
                    at.y() + Integer.signum(after.y() - at.y()) * out);
        }
        path.lineTo(corners.getLast().x(), corners.getLast().y());
        return path;
    }

    private static int distance(TraceLayout.Corner a, TraceLayout.Corner b) {
        return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
    }

    private void paintStation(GC gc, Station station, Stop stop, Look look) {
        var box = stop.box();
        gc.setBackground(ink.color(lit(Token.DEVICE, look, station.id())));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS, RADIUS);
        gc.setForeground(ink.color(Token.DEVICE_EDGE));
        gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, RADIUS, RADIUS);
        int middle = box.y() + 20;
        icons.paint(gc, station.icon(), Token.MUTED, box.x() + PADDING, middle - 8);
        int room = box.width() - 2 * PADDING - 24 - 16;
        text.left(gc, TextStyle.STRONG, Token.TEXT, text.cut(gc, TextStyle.STRONG, station.name(), room),
                box.x() + PADDING + 24, middle);
        marks.paint(gc, station.mark(), box.right() - PADDING - MarkPainter.SIZE, middle - MarkPainter.SIZE / 2);
        String second = station.place().isEmpty() ? station.kind() : station.kind() + " · " + station.place();
        text.left(gc, TextStyle.SMALL, Token.MUTED, text.cut(gc, TextStyle.SMALL, second, room + 16),
                box.x() + PADDING + 24, middle + 20);
        paintPorts(gc, station, box);
        if (is(look.selected(), station.id())) {
            outline(gc, box, Token.ACCENT);
        }
    }

    /** Sockets at the edges, where the cables end; what passes through is joined by a thin line. */
    private void paintPorts(GC gc, Station station, Box box) {
        int middle = box.y() + TraceLayout.PORT;
        boolean both = !station.inPort().isEmpty() && !station.outPort().isEmpty();
        int most = both ? (box.width() - 20) / 2 : box.width() - 20;
        int from = box.x();
        int to = box.right();
        if (!station.inPort().isEmpty()) {
            from = box.x() + port(gc, station.inPort(), box.x(), middle, most, false);
        }
        if (!station.outPort().isEmpty()) {
            to = box.right() - port(gc, station.outPort(), box.right(), middle, most, true);
        }
        if (both) {
            gc.setForeground(ink.color(Token.MUTED));
            gc.setLineStyle(SWT.LINE_DOT);
            gc.drawLine(from + 2, middle, to - 3, middle);
            gc.setLineStyle(SWT.LINE_SOLID);
        }
    }

    /** @return how wide it is */
    private int port(GC gc, String name, int edge, int middle, int most, boolean right) {
        String label = text.cut(gc, TextStyle.SMALL, name, most - 14);
        int wide = text.width(gc, TextStyle.SMALL, label) + 14;
        int x = right ? edge - wide : edge;
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRoundRectangle(x, middle - PORT_HEIGHT / 2, wide, PORT_HEIGHT, 5, 5);
        gc.setForeground(ink.color(ink.palette().of(Token.DEVICE_EDGE).mix(ink.palette().of(Token.MUTED), 0.3)));
        gc.drawRoundRectangle(x, middle - PORT_HEIGHT / 2, wide - 1, PORT_HEIGHT - 1, 5, 5);
        text.left(gc, TextStyle.SMALL, Token.TEXT, label, x + 7, middle);
        return wide;
    }

    private void paintMissing(GC gc, MissingEnd missing, Stop stop, Look look) {
        var box = stop.box();
        gc.setBackground(ink.color(lit(Token.PANEL, look, missing.id())));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS, RADIUS);
        gc.setForeground(ink.color(Token.WARNING));
        gc.setLineStyle(SWT.LINE_DASH);
        gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, RADIUS, RADIUS);
        gc.setLineStyle(SWT.LINE_SOLID);
        marks.paint(gc, Mark.WARNING, box.x() + PADDING, box.centreY() - MarkPainter.SIZE / 2);
        int room = box.width() - 2 * PADDING - MarkPainter.SIZE - 8;
        text.left(gc, TextStyle.NOTE, Token.WARNING, text.cut(gc, TextStyle.NOTE, missing.words(), room),
                box.x() + PADDING + MarkPainter.SIZE + 8, box.centreY());
        if (is(look.selected(), missing.id())) {
            outline(gc, box, Token.ACCENT);
        }
    }

    private void outline(GC gc, Box box, Token token) {
        gc.setForeground(ink.color(token));
        gc.setLineWidth(2);
        gc.drawRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS + 1, RADIUS + 1);
        gc.setLineWidth(1);
    }

    private Rgb lit(Token token, Look look, String id) {
        var palette = ink.palette();
        return is(look.hovered(), id) ? palette.of(token).mix(palette.of(Token.SELECTION), LIT) : palette.of(token);
    }

    private static boolean is(Optional<String> what, String id) {
        return what.filter(id::equals).isPresent();
    }
}

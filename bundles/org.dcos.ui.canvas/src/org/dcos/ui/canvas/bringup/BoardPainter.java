package org.dcos.ui.canvas.bringup;

import java.util.Optional;

import org.dcos.ui.canvas.bringup.BoardPicture.Machine;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.icon.IconPainter;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.rack.RackRowLayout.RackBox;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** Draws a {@link BoardLayout}. */
final class BoardPainter {

    private static final int RADIUS = 6;
    private static final int FACE_RADIUS = 3;
    private static final int NUMBER_STEP = 5;
    private static final int INSET = 7;
    private static final int BAR = 4;
    private static final double LARGE = 28;
    private static final double RED = 0.14;
    private static final double GREEN = 0.20;
    private static final double[] STEP_TINT = {0, 0.08, 0.16, 0.26, 0.26};
    private static final double DARK_MORE = 1.4;
    private static final double LIT = 0.10;
    private static final double FAINT = 0.55;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;
    private final IconPainter icons;

    BoardPainter(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
        this.marks = new MarkPainter(ink);
        this.icons = new IconPainter(ink);
    }

    /**
     * What is shown besides the layout.
     *
     * @param only the others are faint
     */
    record Look(BoardWords words, Optional<String> selected, Optional<String> hovered, Optional<Progress> only,
            boolean onlyTroubled) {

        boolean faint(Machine machine) {
            return onlyTroubled && !machine.troubled()
                    || only.isPresent() && (machine.progress() != only.get() || machine.troubled());
        }
    }

    /** @param seen the part of the board that is in the widget; what is drawn there begins at 0, 0 */
    void paint(GC gc, BoardLayout layout, BoardPicture picture, Box seen, Look look) {
        if (layout.title().height() > 0) {
            var box = layout.title().moved(-seen.x(), -seen.y());
            text.left(gc, TextStyle.TITLE, Token.TEXT, look.words().lane(), box.x(), box.centreY());
        }
        for (String id : layout.lane()) {
            layout.find(id).filter(box -> box.intersects(seen)).ifPresent(box -> picture.find(id)
                    .ifPresent(machine -> paintLane(gc, machine, box.moved(-seen.x(), -seen.y()), look)));
        }
        var racked = seen.moved(0, -layout.shift());
        for (var row : layout.racks().titles()) {
            var box = row.box().moved(-racked.x(), -racked.y());
            text.left(gc, TextStyle.TITLE, Token.TEXT, row.text(), box.x(), box.centreY());
        }
        for (var rack : layout.racks().visible(racked)) {
            paintRack(gc, layout, rack, racked);
            for (var placed : rack.devices()) {
                var box = placed.box();
                if (box.intersects(racked)) {
                    picture.find(placed.device().id()).ifPresent(
                            machine -> paintFace(gc, machine, box.moved(-racked.x(), -racked.y()), look,
                                    layout.racks().unitHeight()));
                }
            }
            paintPinned(gc, layout, rack, racked);
        }
    }

    private void paintRack(GC gc, BoardLayout layout, RackBox rack, Box seen) {
        var frame = rack.frame().moved(-seen.x(), -seen.y());
        var bay = rack.bay().moved(-seen.x(), -seen.y());
        boolean large = layout.racks().unitHeight() >= LARGE;
        paintHeader(gc, rack, rack.header().moved(-seen.x(), -seen.y()), large);
        gc.setAntialias(SWT.ON);
        gc.setBackground(ink.color(Token.RAIL));
        gc.fillRoundRectangle(frame.x(), frame.y(), frame.width(), frame.height(), RADIUS, RADIUS);
        gc.setForeground(ink.color(Token.LINE));
        gc.drawRoundRectangle(frame.x(), frame.y(), frame.width() - 1, frame.height() - 1, RADIUS, RADIUS);
        gc.setBackground(ink.color(Token.FREE_UNIT));
        gc.fillRectangle(bay.x(), bay.y(), bay.width(), bay.height());
        var numbers = large ? TextStyle.BASE : TextStyle.TINY;
        for (int unit = 1; unit <= rack.rack().heightUnits(); unit = unit == 1 ? NUMBER_STEP : unit + NUMBER_STEP) {
            var box = layout.racks().units(rack, unit, 1).moved(-seen.x(), -seen.y());
            text.right(gc, numbers, Token.MUTED, Integer.toString(unit), bay.x() - 5, box.centreY());
        }
    }

    private void paintHeader(GC gc, RackBox rack, Box header, boolean large) {
        var style = large ? TextStyle.HEADLINE : TextStyle.TITLE;
        int middle = header.centreY() - 1;
        int used = text.left(gc, style, Token.TEXT, text.cut(gc, style, rack.rack().name(), header.width() - 8),
                header.x() + 4, middle);
        var note = large ? TextStyle.TITLE : TextStyle.NOTE;
        text.right(gc, note, rack.rack().loadMark() == Mark.CRITICAL ? Token.CRITICAL : Token.MUTED,
                text.cut(gc, note, rack.rack().load(), header.width() - used - 20), header.right() - 4, middle);
    }

    /** Names of racks whose own header has been scrolled out of sight. */
    private void paintPinned(GC gc, BoardLayout layout, RackBox rack, Box seen) {
        layout.racks().pinned(rack, seen).map(box -> box.moved(-seen.x(), -seen.y())).ifPresent(box -> {
            gc.setBackground(ink.color(Token.PANEL));
            gc.fillRectangle(box.x() - 2, box.y(), box.width() + 4, box.height());
            paintHeader(gc, rack, box, layout.racks().unitHeight() >= LARGE);
            gc.setForeground(ink.color(Token.LINE));
            gc.drawLine(box.x(), box.bottom() - 1, box.right() - 1, box.bottom() - 1);
        });
    }

    /** All names are of one size, whatever the height of their machine. */
    private void paintFace(GC gc, Machine machine, Box whole, Look look, double unit) {
        var box = new Box(whole.x() + 1, whole.y(), whole.width() - 2, Math.max(3, whole.height() - 1));
        plate(gc, machine, box, look);
        var style = unit >= LARGE ? TextStyle.HEADLINE : unit >= 22 ? TextStyle.TITLE : unit >= 17 ? TextStyle.BASE
                : TextStyle.SMALL;
        boolean two = box.height() >= 40 && !machine.reason().isEmpty();
        int middle = two ? box.y() + box.height() / 3 : box.centreY();
        line(gc, machine, box, new Line(style, middle, look));
        if (two) {
            var small = box.height() >= 64 ? TextStyle.BASE : TextStyle.NOTE;
            text.left(gc, small, Token.CRITICAL,
                    text.cut(gc, small, machine.reason(), box.width() - 2 * INSET - BAR), box.x() + INSET + BAR,
                    box.y() + box.height() * 3 / 4);
        }
    }

    private void paintLane(GC gc, Machine machine, Box box, Look look) {
        plate(gc, machine, box, look);
        boolean large = box.height() > 60;
        var style = large ? TextStyle.HEADLINE : TextStyle.BASE;
        line(gc, machine, box, new Line(style, box.y() + box.height() / 3, look));
        var small = large ? TextStyle.TITLE : TextStyle.NOTE;
        text.left(gc, small, machine.troubled() ? Token.CRITICAL : Token.MUTED,
                text.cut(gc, small, machine.reason(), box.width() - 2 * INSET - BAR), box.x() + INSET + BAR,
                box.y() + box.height() * 3 / 4 - 1);
    }

    private void plate(GC gc, Machine machine, Box box, Look look) {
        boolean planned = machine.progress() == Progress.PLANNED && !machine.troubled();
        boolean lit = look.hovered().filter(machine.id()::equals).isPresent();
        var fill = fill(machine);
        fill = look.faint(machine) ? fill.mix(ink.palette().of(Token.FREE_UNIT), FAINT) : fill;
        gc.setAntialias(SWT.ON);
        gc.setBackground(ink.color(lit ? fill.mix(ink.palette().of(Token.ACCENT), LIT) : fill));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), FACE_RADIUS, FACE_RADIUS);
        gc.setForeground(ink.color(edge(machine)));
        gc.setLineStyle(planned ? SWT.LINE_DOT : SWT.LINE_SOLID);
        gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, FACE_RADIUS, FACE_RADIUS);
        gc.setLineStyle(SWT.LINE_SOLID);
        if (machine.troubled()) {
            gc.setBackground(ink.color(Token.CRITICAL));
            gc.fillRectangle(box.x(), box.y(), BAR, box.height());
        }
        if (look.selected().filter(machine.id()::equals).isPresent()) {
            gc.setForeground(ink.color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(box.x(), box.y(), box.width(), box.height(), FACE_RADIUS + 1, FACE_RADIUS + 1);
            gc.setLineWidth(1);
        }
    }

    private Rgb fill(Machine machine) {
        var palette = ink.palette();
        double more = palette.dark() ? DARK_MORE : 1;
        if (machine.troubled()) {
            return palette.of(Token.PANEL).mix(palette.of(Token.CRITICAL), RED * more);
        }
        return switch (machine.progress()) {
            case PLANNED -> palette.of(Token.FREE_UNIT);
            case SEEN, IDENTIFIED, ACCEPTED -> palette.of(Token.DEVICE).mix(palette.of(Token.ACCENT),
                    STEP_TINT[machine.progress().done()] * more);
            case AVAILABLE -> palette.of(Token.DEVICE).mix(palette.of(Token.OK), GREEN * more);
            case OTHER -> palette.of(Token.DEVICE).mix(palette.of(Token.FREE_UNIT), FAINT);
        };
    }

    private Rgb edge(Machine machine) {
        var palette = ink.palette();
        if (machine.troubled()) {
            return palette.of(Token.CRITICAL);
        }
        return switch (machine.progress()) {
            case PLANNED -> palette.of(Token.STALE);
            case OTHER -> palette.of(Token.DEVICE_EDGE);
            case SEEN, IDENTIFIED, ACCEPTED, AVAILABLE -> palette.of(Token.DEVICE_EDGE)
                    .mix(palette.of(machine.progress().token()), FAINT);
        };
    }

    /** @param middle of the line, in pixels */
    private record Line(TextStyle style, int middle, Look look) {}

    /** Steps, name, and at the right the word; a light beside it where the pointer is. */
    private void line(GC gc, Machine machine, Box box, Line line) {
        int unit = Math.clamp((int) (line.style().pixels() * 0.42), 4, 8);
        int x = box.x() + INSET + (machine.troubled() ? BAR : 0);
        x = steps(gc, machine, x, line.middle(), unit) + INSET;
        int right = box.right() - INSET;
        if (machine.lit() && light(machine, line.look())) {
            icons.paint(gc, Icon.IDENTIFY, Token.ACCENT, right - IconPainter.SIZE,
                    line.middle() - IconPainter.SIZE / 2);
            right -= IconPainter.SIZE + 4;
        }
        boolean quiet = machine.progress() == Progress.OTHER || line.look().faint(machine);
        var wordStyle = line.style() == TextStyle.SMALL ? TextStyle.TINY
                : line.style() == TextStyle.BASE ? TextStyle.NOTE : TextStyle.BASE;
        var token = machine.troubled() ? Token.CRITICAL : quiet ? Token.MUTED : Token.TEXT;
        int name = text.width(gc, line.style(), machine.name());
        int word = text.width(gc, wordStyle, machine.word());
        int room = right - x;
        if (machine.troubled()) {
            int size = unit + 3;
            marks.paint(gc, Mark.CRITICAL, right - size, line.middle() - size / 2.0, size);
            right -= size + 4;
            room -= size + 4;
        }
        int words = Math.max(Math.min(word, room * 2 / 5), Math.min(word, room - name - 8));
        text.right(gc, wordStyle, token, text.cut(gc, wordStyle, machine.word(), words), right, line.middle());
        boolean planned = machine.progress() == Progress.PLANNED && !machine.troubled();
        text.left(gc, line.style(), quiet || planned ? Token.MUTED : Token.TEXT,
                text.cut(gc, line.style(), machine.name(), room - words - 8), x, line.middle());
    }

    private static boolean light(Machine machine, Look look) {
        return look.hovered().or(look::selected).filter(machine.id()::equals).isPresent();
    }

    /** Filled for what is behind it, hollow for what is to come. @return where they end */
    private int steps(GC gc, Machine machine, int left, int middle, int size) {
        if (machine.progress() == Progress.OTHER) {
            return left - INSET;
        }
        int high = size + 3;
        var token = machine.troubled() ? Token.CRITICAL : machine.progress().token();
        int x = left;
        gc.setAntialias(SWT.OFF);
        for (int i = 0; i < Progress.STEPS; i++) {
            if (i < machine.progress().done()) {
                gc.setBackground(ink.color(token));
                gc.fillRectangle(x, middle - high / 2, size, high);
            } else {
                gc.setForeground(ink.color(token));
                gc.drawRectangle(x, middle - high / 2, size - 1, high - 1);
            }
            x += size + 2;
        }
        gc.setAntialias(SWT.ON);
        return x - 2;
    }

    /** Whether a point of a machine is where its light is. */
    static boolean onLight(Box box, int x) {
        return x >= box.right() - INSET - IconPainter.SIZE - 2;
    }
}

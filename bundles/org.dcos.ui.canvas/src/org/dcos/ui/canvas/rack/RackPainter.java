package org.dcos.ui.canvas.rack;

import java.util.Optional;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.rack.RackPicture.Kind;
import org.dcos.ui.canvas.rack.RackRowLayout.Detail;
import org.dcos.ui.canvas.rack.RackRowLayout.Placed;
import org.dcos.ui.canvas.rack.RackRowLayout.RackBox;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** Draws a {@link RackRowLayout}: what of it lies in an area, and nothing else. */
public final class RackPainter {

    private static final int INSET = 7;
    private static final int RADIUS = 6;
    private static final int FACE_RADIUS = 3;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;

    public RackPainter(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
        this.marks = new MarkPainter(ink);
    }

    /**
     * What the faces show besides the layout.
     *
     * @param selected what has the outline
     * @param hovered  device under the pointer
     * @param fades    marks that have just changed
     */
    record Look(ColourBy by, HeatScale scale, Optional<RackHit> selected, Optional<String> hovered, RackWords words,
            RackFades fades) {}

    /** @param area in the layout's pixels; only what touches it is drawn */
    void paint(GC gc, RackRowLayout layout, Box area, Look look) {
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(area.x(), area.y(), area.width(), area.height());
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        for (var title : layout.titles()) {
            if (title.box().intersects(area)) {
                text.left(gc, TextStyle.TITLE, Token.TEXT, title.text(), title.box().x(), title.box().centreY());
            }
        }
        for (var rack : layout.visible(area)) {
            paintRack(gc, layout, rack, area, look);
        }
    }

    private void paintRack(GC gc, RackRowLayout layout, RackBox rack, Box area, Look look) {
        paintHeader(gc, rack);
        var frame = rack.frame();
        gc.setBackground(ink.color(Token.RAIL));
        gc.fillRoundRectangle(frame.x(), frame.y(), frame.width(), frame.height(), RADIUS, RADIUS);
        gc.setForeground(ink.color(Token.LINE));
        gc.drawRoundRectangle(frame.x(), frame.y(), frame.width() - 1, frame.height() - 1, RADIUS, RADIUS);
        var bay = rack.bay();
        gc.setBackground(ink.color(Token.FREE_UNIT));
        gc.fillRectangle(bay.x(), bay.y(), bay.width(), bay.height());
        paintUnits(gc, layout, rack);
        for (var placed : rack.devices()) {
            if (placed.box().intersects(area)) {
                paintDevice(gc, layout, placed, look);
            }
        }
    }

    private void paintHeader(GC gc, RackBox rack) {
        var header = rack.header();
        int middle = header.y() + header.height() / 2 - 1;
        String load = rack.rack().load();
        int loadWidth = text.width(gc, TextStyle.NOTE, load);
        int room = header.width() - 8;
        String name = text.cut(gc, TextStyle.TITLE, rack.rack().name(), room);
        int used = text.left(gc, TextStyle.TITLE, Token.TEXT, name, header.x() + 4, middle);
        if (used + loadWidth + 8 <= room) {
            text.right(gc, TextStyle.NOTE, stateToken(rack.rack().loadMark(), Token.MUTED), load, header.right() - 4, middle);
        } else if (rack.rack().loadMark().compareTo(Mark.WARNING) >= 0 && used + 16 <= room) {
            marks.paint(gc, rack.rack().loadMark(), header.right() - 14, middle - 4);
        }
    }

    private void paintUnits(GC gc, RackRowLayout layout, RackBox rack) {
        boolean numbered = rack.bay().x() - rack.frame().x() > 12;
        gc.setForeground(ink.color(ink.palette().of(Token.FREE_UNIT).mix(ink.palette().of(Token.LINE), 0.45)));
        if (layout.detail() == Detail.LABELS) {
            for (int unit = 2; unit <= rack.rack().heightUnits(); unit++) {
                int y = layout.units(rack, unit, 1).bottom();
                gc.drawLine(rack.bay().x(), y, rack.bay().right() - 1, y);
            }
        }
        if (numbered) {
            for (int unit = 1; unit <= rack.rack().heightUnits(); unit = unit == 1 ? 5 : unit + 5) {
                var box = layout.units(rack, unit, 1);
                text.right(gc, TextStyle.TINY, Token.MUTED, Integer.toString(unit), rack.bay().x() - 6, box.centreY());
            }
        }
    }

    private void paintDevice(GC gc, RackRowLayout layout, Placed placed, Look look) {
        var device = placed.device();
        var whole = placed.box();
        var box = new Box(whole.x(), whole.y(), whole.width(), Math.max(2, whole.height() - 1));
        boolean labelled = layout.detail() == Detail.LABELS;
        gc.setBackground(ink.color(fill(placed, look)));
        int radius = labelled ? FACE_RADIUS : 0;
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), radius, radius);
        if (labelled) {
            gc.setForeground(ink.color(Token.DEVICE_EDGE));
            gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, radius, radius);
        }
        double size = Math.clamp(box.height() - 4.0, 4, MarkPainter.SIZE);
        int markX = (int) Math.round(box.right() - INSET - size);
        marks.paint(gc, device.mark(), markX, box.y() + (box.height() - size) / 2, size);
        if (labelled) {
            paintLabel(gc, placed, box, markX, look);
        }
        if (look.selected().filter(hit -> hit instanceof RackHit.OnDevice on && on.device().id().equals(device.id())).isPresent()) {
            gc.setForeground(ink.color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(box.x(), box.y(), box.width(), box.height(), 4, 4);
            gc.setLineWidth(1);
        }
    }

    private void paintLabel(GC gc, Placed placed, Box box, int markX, Look look) {
        var device = placed.device();
        boolean quiet = device.muted() || placed.back();
        int middle = box.y() + box.height() / 2;
        int right = markX - 6;
        String value = look.scale().measures() ? look.scale().text(device) : device.ageText();
        if (!value.isEmpty()) {
            right -= text.right(gc, TextStyle.TINY, Token.MUTED, value, right, middle) + 6;
        }
        String label = text.cut(gc, TextStyle.SMALL, device.label(), right - box.x() - INSET);
        text.left(gc, TextStyle.SMALL, quiet ? Token.MUTED : Token.TEXT, label, box.x() + INSET, middle);
    }

    private Rgb fill(Placed placed, Look look) {
        var palette = ink.palette();
        var share = look.scale().share(placed.device());
        if (look.scale().measures()) {
            return share.isPresent() ? palette.heat(look.scale().end(), share.getAsDouble())
                    : palette.of(Token.DEVICE).mix(palette.of(Token.PANEL), 0.6);
        }
        var plain = palette.of(placed.device().kind() == Kind.SWITCH ? Token.SWITCH : Token.DEVICE);
        boolean lit = look.hovered().filter(placed.device().id()::equals).isPresent();
        var face = placed.back() ? plain.mix(palette.of(Token.RAIL), 0.6) : plain;
        return lit ? face.mix(palette.of(Token.ACCENT), 0.10) : face;
    }

    private static Token stateToken(Mark mark, Token plain) {
        return mark == Mark.WARNING || mark == Mark.CRITICAL ? mark.token() : plain;
    }
}

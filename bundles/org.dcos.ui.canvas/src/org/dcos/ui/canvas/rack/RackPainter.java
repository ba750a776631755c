package org.dcos.ui.canvas.rack;

import java.util.Optional;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.rack.RackRowLayout.Detail;
import org.dcos.ui.canvas.rack.RackRowLayout.RackBox;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** Draws a {@link RackRowLayout}: what of it lies in an area, and nothing else. */
final class RackPainter {

    private static final int RADIUS = 6;
    private static final int NUMBER_STEP = 5;
    private static final double FAINT = 0.45;
    private static final double FREE_TINT = 0.14;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;
    private final RackExtrasPainter extras;

    RackPainter(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
        this.marks = new MarkPainter(ink);
        this.extras = new RackExtrasPainter(ink, text);
    }

    /**
     * What is shown besides the layout.
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
        var faces = new FacePainter(ink, text, layout);
        for (var rack : layout.visible(area)) {
            if (rack.header().intersects(area)) {
                var name = rack.header();
                paintHeader(gc, rack, new Box(name.x(), name.y(), name.width(), RackRowLayout.HEADER));
                extras.paintGauges(gc, rack);
            }
            paintFrame(gc, layout, rack, look);
            extras.paintReservations(gc, layout, rack);
            extras.paintStrips(gc, rack, look.hovered());
            for (var placed : rack.devices()) {
                if (placed.box().intersects(area)) {
                    faces.paint(gc, placed, look);
                }
            }
            if (look.by() == ColourBy.SPACE) {
                paintFree(gc, layout, rack, look.words());
            }
            look.selected().filter(hit -> hit.rack().id().equals(rack.rack().id()))
                    .ifPresent(hit -> paintSelection(gc, layout, rack, hit, faces));
        }
    }

    /** Names of racks whose own header has been scrolled out of sight. */
    void paintPinned(GC gc, RackRowLayout layout, Box viewport) {
        for (var rack : layout.visible(viewport)) {
            layout.pinned(rack, viewport).ifPresent(box -> {
                gc.setBackground(ink.color(Token.PANEL));
                gc.fillRectangle(box.x() - 2, box.y(), box.width() + 4, box.height());
                paintHeader(gc, rack, box);
                gc.setForeground(ink.color(Token.LINE));
                gc.drawLine(box.x(), box.bottom() - 1, box.right() - 1, box.bottom() - 1);
            });
        }
    }

    private void paintHeader(GC gc, RackBox rack, Box header) {
        int middle = header.y() + header.height() / 2 - 1;
        String load = rack.rack().load();
        var mark = rack.rack().loadMark();
        int room = header.width() - 8;
        String name = text.cut(gc, TextStyle.TITLE, rack.rack().name(), room);
        int used = text.left(gc, TextStyle.TITLE, Token.TEXT, name, header.x() + 4, middle);
        boolean alarming = mark == Mark.WARNING || mark == Mark.CRITICAL;
        if (used + text.width(gc, TextStyle.NOTE, load) + 8 <= room) {
            text.right(gc, TextStyle.NOTE, alarming ? mark.token() : Token.MUTED, load, header.right() - 4, middle);
        } else if (alarming && used + 16 <= room) {
            marks.paint(gc, mark, header.right() - 14, middle - 4);
        }
    }

    private void paintFrame(GC gc, RackRowLayout layout, RackBox rack, Look look) {
        var frame = rack.frame();
        gc.setBackground(ink.color(Token.RAIL));
        gc.fillRoundRectangle(frame.x(), frame.y(), frame.width(), frame.height(), RADIUS, RADIUS);
        gc.setForeground(ink.color(Token.LINE));
        gc.drawRoundRectangle(frame.x(), frame.y(), frame.width() - 1, frame.height() - 1, RADIUS, RADIUS);
        var bay = rack.bay();
        gc.setBackground(ink.color(Token.FREE_UNIT));
        gc.fillRectangle(bay.x(), bay.y(), bay.width(), bay.height());
        if (layout.detail() == Detail.LABELS && look.by() != ColourBy.SPACE) {
            paintRules(gc, layout, rack);
        }
        if (layout.numbered()) {
            for (int unit = 1; unit <= rack.rack().heightUnits(); unit = unit == 1 ? NUMBER_STEP : unit + NUMBER_STEP) {
                var box = layout.units(rack, unit, 1);
                text.right(gc, TextStyle.TINY, Token.MUTED, Integer.toString(unit), bay.x() - 6, box.centreY());
            }
        }
    }

    /** Only where nothing stands: the rest is covered. */
    private void paintRules(GC gc, RackRowLayout layout, RackBox rack) {
        gc.setForeground(ink.color(ink.palette().of(Token.FREE_UNIT).mix(ink.palette().of(Token.LINE), FAINT)));
        for (var free : FreeSpace.of(rack)) {
            for (int unit = free.lowestUnit(); unit < free.lowestUnit() + free.units(); unit++) {
                var box = layout.units(rack, unit, 1);
                gc.drawLine(box.x(), box.bottom() - 1, box.right() - 1, box.bottom() - 1);
            }
        }
    }

    private void paintFree(GC gc, RackRowLayout layout, RackBox rack, RackWords words) {
        var palette = ink.palette();
        for (var free : FreeSpace.of(rack)) {
            var box = layout.units(rack, free.lowestUnit(), free.units());
            gc.setBackground(ink.color(palette.of(Token.PANEL).mix(palette.of(Token.ACCENT), FREE_TINT)));
            gc.fillRoundRectangle(box.x() + 1, box.y(), box.width() - 2, box.height() - 1, 4, 4);
            if (box.height() >= 11) {
                String label = words.freeUnits().formatted(free.units());
                text.centred(gc, TextStyle.SMALL, Token.ACCENT, text.cut(gc, TextStyle.SMALL, label, box.width() - 8),
                        box.centreX(), box.centreY());
            }
        }
    }

    private void paintSelection(GC gc, RackRowLayout layout, RackBox rack, RackHit hit, FacePainter faces) {
        switch (hit) {
            case RackHit.OnDevice(var _, var device) -> layout.find(device.id())
                    .ifPresent(placed -> faces.paintSelection(gc, placed.box()));
            case RackHit.OnUnit(var _, int unit) -> faces.paintSelection(gc, layout.units(rack, unit, 1));
            case RackHit.OnRack _ -> {
                var frame = rack.frame();
                gc.setForeground(ink.color(Token.ACCENT));
                gc.setLineWidth(2);
                gc.drawRoundRectangle(frame.x(), frame.y(), frame.width(), frame.height(), RADIUS, RADIUS);
                gc.setLineWidth(1);
            }
        }
    }
}

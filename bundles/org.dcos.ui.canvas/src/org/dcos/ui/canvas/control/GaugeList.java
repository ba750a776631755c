package org.dcos.ui.canvas.control;

import java.util.ArrayList;
import java.util.List;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** How full things are: below the name of each its gauges, one a row, with a slim bar. Only to be read. */
public final class GaugeList extends Drawn {

    private static final int TITLE = 26;
    private static final int LINE = 18;
    private static final int BAR = 4;
    private static final int NOTE = 15;
    private static final int GAP = 9;
    private static final int BETWEEN = 14;
    private static final int LEAST_WIDTH = 150;

    private List<Section> sections = List.of();

    /** One thing and its gauges. @param note beside its name; may be empty */
    public record Section(String title, String note, List<Gauge> gauges) {
        public Section {
            gauges = List.copyOf(gauges);
        }
    }

    public GaugeList(Composite parent) {
        super(parent, SWT.NO_FOCUS);
    }

    public void show(List<Section> next) {
        checkWidget();
        if (!next.equals(sections)) {
            sections = List.copyOf(next);
            var said = new ArrayList<String>();
            sections.forEach(section -> {
                said.add(section.title());
                section.gauges().forEach(gauge -> said.add(gauge.label() + " " + gauge.text()));
            });
            named(String.join(", ", said));
            redraw();
        }
    }

    @Override
    Point size(GC gc) {
        int high = 0;
        for (var section : sections) {
            high += (high > 0 ? BETWEEN : 0) + TITLE;
            for (var gauge : section.gauges()) {
                high += high(gauge);
            }
        }
        return new Point(LEAST_WIDTH, high);
    }

    private static int high(Gauge gauge) {
        return LINE + (gauge.share().isPresent() ? BAR + 2 : 0) + (gauge.note().isEmpty() ? 0 : NOTE) + GAP;
    }

    @Override
    void paint(GC gc, Box area) {
        int y = 0;
        for (var section : sections) {
            y += y > 0 ? BETWEEN : 0;
            int middle = y + TITLE / 2 - 2;
            int x = text.left(gc, TextStyle.STRONG, Token.TEXT,
                    text.cut(gc, TextStyle.STRONG, section.title(), area.width()), 0, middle);
            int room = area.width() - x - GAP;
            if (room > 0) {
                text.right(gc, TextStyle.NOTE, Token.MUTED, text.cut(gc, TextStyle.NOTE, section.note(), room),
                        area.right(), middle);
            }
            y += TITLE;
            for (var gauge : section.gauges()) {
                paintGauge(gc, gauge, new Box(0, y, area.width(), high(gauge)));
                y += high(gauge);
            }
        }
    }

    private void paintGauge(GC gc, Gauge gauge, Box box) {
        boolean alarming = gauge.mark() == Mark.WARNING || gauge.mark() == Mark.CRITICAL;
        int middle = box.y() + LINE / 2;
        var token = alarming ? gauge.mark().token() : Token.TEXT;
        int wide = text.width(gc, TextStyle.NOTE, gauge.text());
        text.right(gc, TextStyle.NOTE, token, gauge.text(), box.right(), middle);
        text.left(gc, TextStyle.NOTE, Token.MUTED,
                text.cut(gc, TextStyle.NOTE, gauge.label(), Math.max(0, box.width() - wide - GAP)), box.x(), middle);
        int y = box.y() + LINE + 1;
        if (gauge.share().isPresent()) {
            gc.setAntialias(SWT.ON);
            gc.setBackground(ink.color(Token.LINE));
            gc.fillRoundRectangle(box.x(), y, box.width(), BAR, BAR, BAR);
            int used = (int) Math.round(box.width() * Math.clamp(gauge.share().getAsDouble(), 0, 1));
            gc.setBackground(ink.color(alarming ? gauge.mark().token() : Token.ACCENT));
            gc.fillRoundRectangle(box.x(), y, used, BAR, BAR, BAR);
            y += BAR + 1;
        }
        if (!gauge.note().isEmpty()) {
            text.left(gc, TextStyle.SMALL, Token.MUTED, text.cut(gc, TextStyle.SMALL, gauge.note(), box.width()),
                    box.x(), y + NOTE / 2 + 1);
        }
    }
}

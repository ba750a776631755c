package org.dcos.ui.canvas.chart;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.CardPainter;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;

/** Draws everything of a chart but its curves: axis labels, legend, crosshair, the stretch being dragged. */
final class ChartPainter {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss VV", Locale.ROOT);
    private static final int SWATCH = 16;
    private static final int ENTRY_GAP = 18;

    /** A name in the legend. */
    record Entry(int series, int row, int x, int width) {}

    private final Ink ink;
    private final TextFit text;
    private final CardPainter cards;

    ChartPainter(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
        this.cards = new CardPainter(ink, text);
    }

    /** Names side by side, as many rows as needed. */
    List<Entry> legend(GC gc, ChartPicture picture, int width) {
        var entries = new ArrayList<Entry>();
        int x = 0;
        int row = 0;
        for (int i = 0; i < picture.series().size(); i++) {
            int wide = Math.min(width, SWATCH + 6 + text.width(gc, TextStyle.SMALL, picture.series().get(i).name()));
            if (x > 0 && x + wide > width) {
                x = 0;
                row++;
            }
            entries.add(new Entry(i, row, x, wide));
            x += wide + ENTRY_GAP;
        }
        return entries;
    }

    void paintValues(GC gc, ChartPicture picture, ChartLayout layout) {
        int right = layout.plot().x() - 7;
        for (double value : layout.values()) {
            text.figures(gc, TextStyle.SMALL, Token.MUTED, Ticks.label(value, layout.step()), right,
                    (int) Math.round(layout.y(value)));
        }
        text.right(gc, TextStyle.SMALL, Token.MUTED, picture.unit(), right, 7);
    }

    void paintTimes(GC gc, ChartPicture picture, ChartLayout layout) {
        var plot = layout.plot();
        int middle = plot.bottom() + ChartLayout.TIME_ROW / 2 + 2;
        int free = layout.area().width() - 2;
        if (picture.now()) {
            int width = text.width(gc, TextStyle.SMALL, picture.nowText());
            int x = Math.min(plot.right() - width / 2, layout.area().width() - width - 2);
            text.left(gc, TextStyle.SMALL, Token.MUTED, picture.nowText(), x, middle);
            free = x - 8;
        }
        for (var tick : layout.times()) {
            int x = (int) Math.round(layout.x(tick.at()));
            int half = text.width(gc, TextStyle.SMALL, tick.label()) / 2;
            gc.setForeground(ink.color(Token.LINE));
            gc.drawLine(x, plot.bottom(), x, plot.bottom() + 3);
            if (x + half <= free) {
                text.centred(gc, TextStyle.SMALL, Token.MUTED, tick.label(), x, middle);
            }
        }
        gc.setForeground(ink.color(Token.LINE));
        gc.drawLine(plot.x(), plot.bottom(), plot.right(), plot.bottom());
    }

    /** Above the curves: on a patch of panel, so that a curve behind does not make it unreadable. */
    void paintThresholds(GC gc, ChartPicture picture, ChartLayout layout) {
        var plot = layout.plot();
        for (var threshold : picture.thresholds()) {
            double y = layout.y(threshold.value());
            if (y >= plot.y() && y <= plot.bottom()) {
                int width = text.width(gc, TextStyle.TINY, threshold.label());
                int middle = (int) Math.round(y) - 8;
                if (middle < plot.y() + 4) {
                    middle = (int) Math.round(y) + 8;
                }
                gc.setAlpha(200);
                gc.setBackground(ink.color(Token.PANEL));
                gc.fillRectangle(plot.x() + 4, middle - 6, width + 4, 12);
                gc.setAlpha(255);
                text.left(gc, TextStyle.TINY, threshold.mark().token(), threshold.label(), plot.x() + 6, middle);
            }
        }
    }

    void paintLegend(GC gc, ChartPicture picture, ChartLayout layout, List<Entry> entries) {
        int top = layout.plot().bottom() + ChartLayout.TIME_ROW + 6;
        for (var entry : entries) {
            int x = layout.plot().x() + entry.x();
            int middle = top + entry.row() * ChartLayout.LEGEND_ROW + ChartLayout.LEGEND_ROW / 2;
            line(gc, picture, entry.series(), x, middle);
            String name = picture.series().get(entry.series()).name();
            text.left(gc, TextStyle.SMALL, Token.TEXT, text.cut(gc, TextStyle.SMALL, name, entry.width() - SWATCH - 6),
                    x + SWATCH + 6, middle);
        }
    }

    void paintCrosshair(GC gc, ChartPicture picture, ChartLayout layout, Crosshair crosshair) {
        var plot = layout.plot();
        int x = (int) Math.round(layout.x(crosshair.at()));
        gc.setForeground(ink.color(Token.MUTED));
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.drawLine(x, plot.y(), x, plot.bottom());
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < picture.series().size(); i++) {
            var series = picture.series().get(i);
            var point = crosshair.values().get(i);
            point.ifPresent(p -> facts
                    .add(new Fact(series.name(), value(p.value(), layout, picture.unit()), series.mark(), "")));
            if (point.isPresent()) {
                gc.setAntialias(SWT.ON);
                gc.setBackground(ink.color(PlotImage.colour(picture, i, ink.palette())));
                gc.fillOval(x - 3, (int) Math.round(layout.y(point.get().value())) - 3, 7, 7);
            }
        }
        var card = new Card(MOMENT.format(crosshair.at().atZone(picture.zone())), Mark.NONE, "", facts);
        var size = cards.size(gc, card);
        int left = x + 12 + size.x <= layout.area().width() ? x + 12 : Math.max(2, x - 12 - size.x);
        cards.paint(gc, card, new Box(left, Math.max(2, plot.y() + 4), size.x, size.y));
    }

    void paintDrag(GC gc, ChartLayout layout, int from, int to) {
        int left = Math.clamp(Math.min(from, to), layout.plot().x(), layout.plot().right());
        int right = Math.clamp(Math.max(from, to), layout.plot().x(), layout.plot().right());
        gc.setAlpha(40);
        gc.setBackground(ink.color(Token.ACCENT));
        gc.fillRectangle(left, layout.plot().y(), right - left, layout.plot().height());
        gc.setAlpha(255);
        gc.setForeground(ink.color(Token.ACCENT));
        gc.drawLine(left, layout.plot().y(), left, layout.plot().bottom());
        gc.drawLine(right, layout.plot().y(), right, layout.plot().bottom());
    }

    /** One decimal more than the axis. */
    private static String value(double value, ChartLayout layout, String unit) {
        return (Ticks.label(value, layout.step() / 10) + " " + unit).strip();
    }

    private void line(GC gc, ChartPicture picture, int series, int x, int middle) {
        gc.setForeground(ink.color(PlotImage.colour(picture, series, ink.palette())));
        var attributes = new LineAttributes(2);
        float[] dashes = PlotImage.dashes(series);
        if (dashes.length > 0) {
            attributes.style = SWT.LINE_CUSTOM;
            attributes.dash = dashes;
        }
        gc.setLineAttributes(attributes);
        gc.drawLine(x, middle, x + SWATCH - 1, middle);
        gc.setLineAttributes(new LineAttributes(1));
    }
}

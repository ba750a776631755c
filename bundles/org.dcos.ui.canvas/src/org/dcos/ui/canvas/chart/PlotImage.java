package org.dcos.ui.canvas.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.time.Instant;
import java.util.List;

import org.dcos.ui.canvas.chart.ChartPicture.Threshold;
import org.dcos.ui.canvas.theme.Palette;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.Token;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/**
 * The inside of a chart as pixels: grid, bands, curves, thresholds, drawn by JFreeChart. No text: that is drawn by SWT,
 * in the font of the rest. May run on any thread.
 */
public final class PlotImage {

    private static final float CURVE = 1.6f;
    private static final float BAND_ALPHA = 0.16f;
    private static final PaletteData DIRECT = new PaletteData(0xFF0000, 0xFF00, 0xFF);
    /** From the fifth series on, colour alone is not told apart by everyone. */
    private static final float[][] DASHES = {{7, 3}, {2, 3}, {9, 3, 2, 3}, {4, 2}};

    static {
        if (System.getProperty("java.awt.headless") == null) {
            // pixels only: a second window toolkit would quarrel with SWT
            System.setProperty("java.awt.headless", "true");
        }
    }

    /** @param zoom of the screen in percent; the image has that many more pixels than the plot */
    public static ImageData render(ChartPicture picture, ChartLayout layout, Palette palette, int zoom) {
        int width = Math.max(1, layout.plot().width() * zoom / 100);
        int height = Math.max(1, layout.plot().height() * zoom / 100);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            hints(graphics);
            graphics.setColor(awt(palette.of(Token.PANEL)));
            graphics.fillRect(0, 0, width, height);
            graphics.scale(zoom / 100.0, zoom / 100.0);
            chart(picture, layout, palette)
                    .draw(graphics, new Rectangle2D.Double(0, 0, layout.plot().width(), layout.plot().height()));
        } finally {
            graphics.dispose();
        }
        return toSwt(image);
    }

    /** The colour of a series, in the curve and in its legend. */
    static Rgb colour(ChartPicture picture, int index, Palette palette) {
        return switch (picture.series().get(index).mark()) {
            case WARNING -> palette.of(Token.WARNING);
            case CRITICAL -> palette.of(Token.CRITICAL);
            case STALE -> palette.of(Token.STALE);
            case NONE, OK, OFF, UNKNOWN -> palette.series(index);
        };
    }

    /** Dash pattern of a series; empty for a solid line. */
    static float[] dashes(int index) {
        return index < 4 ? new float[0] : DASHES[index % DASHES.length].clone();
    }

    private static JFreeChart chart(ChartPicture picture, ChartLayout layout, Palette palette) {
        var time = new NumberAxis();
        time.setRange(0, Math.max(1, millis(picture.from(), picture.to())));
        time.setVisible(false);
        var value = new NumberAxis();
        value.setRange(layout.low(), layout.high());
        value.setVisible(false);
        var runs = Run.of(picture);
        var plot = new XYPlot(data(runs, picture.from()), time, value, curves(picture, runs, palette));
        plot.setBackgroundPaint(awt(palette.of(Token.PANEL)));
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        var grid = awt(palette.of(Token.LINE).mix(palette.of(Token.PANEL), 0.25));
        for (double tick : layout.values()) {
            plot.addRangeMarker(new ValueMarker(tick, grid, new BasicStroke(1)), Layer.BACKGROUND);
        }
        for (var threshold : picture.thresholds()) {
            plot.addRangeMarker(marker(threshold, palette), Layer.BACKGROUND);
        }
        var chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setBackgroundPaint(awt(palette.of(Token.PANEL)));
        return chart;
    }

    private static ValueMarker marker(Threshold threshold, Palette palette) {
        return new ValueMarker(threshold.value(), awt(palette.of(threshold.mark().token())),
                new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0));
    }

    private static DeviationRenderer curves(ChartPicture picture, List<Run> runs, Palette palette) {
        var renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(BAND_ALPHA);
        for (int i = 0; i < runs.size(); i++) {
            int series = runs.get(i).series();
            var colour = awt(colour(picture, series, palette));
            renderer.setSeriesPaint(i, colour);
            renderer.setSeriesFillPaint(i, colour);
            float[] dashes = dashes(series);
            renderer.setSeriesStroke(i, dashes.length == 0
                    ? new BasicStroke(CURVE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                    : new BasicStroke(CURVE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0));
        }
        return renderer;
    }

    private static YIntervalSeriesCollection data(List<Run> runs, Instant from) {
        var data = new YIntervalSeriesCollection();
        for (int i = 0; i < runs.size(); i++) {
            var intervals = new YIntervalSeries(i, false, true);
            var points = runs.get(i).points();
            points.forEach(point -> intervals.add(millis(from, point.at()), point.value(), point.low(), point.high()));
            if (points.size() == 1) { // a line of one point would not be seen: its round cap is
                var point = points.getFirst();
                intervals.add(millis(from, point.at()) + 1, point.value(), point.low(), point.high());
            }
            data.addSeries(intervals);
        }
        return data;
    }

    private static double millis(Instant from, Instant at) {
        return at.toEpochMilli() - from.toEpochMilli();
    }

    private static void hints(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private static Color awt(Rgb rgb) {
        return new Color(rgb.red(), rgb.green(), rgb.blue());
    }

    private static ImageData toSwt(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        var data = new ImageData(image.getWidth(), image.getHeight(), 24, DIRECT);
        for (int y = 0; y < image.getHeight(); y++) {
            data.setPixels(0, y, image.getWidth(), pixels, y * image.getWidth());
        }
        return data;
    }

    private PlotImage() {}
}

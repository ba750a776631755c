package org.dcos.ui.canvas.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.dcos.ui.canvas.chart.ChartPicture.Stretch;
import org.dcos.ui.canvas.geometry.Box;

/**
 * Where a chart's axes, curves and labels are. Pure arithmetic.
 *
 * @param plot  where curves are drawn
 * @param low   value at the bottom edge
 * @param high  value at the top edge
 * @param step  between grid lines
 * @param values grid lines, ascending
 * @param times  labelled places of the time axis
 */
public record ChartLayout(Box area, Box plot, Instant from, Instant to, double low, double high, double step,
        List<Double> values, List<Ticks.TimeTick> times) {

    static final int LEGEND_ROW = 20;
    static final int TIME_ROW = 22;
    static final int TOP = 24;
    private static final int RIGHT = 12;
    private static final int PIXELS_PER_VALUE = 36;
    private static final int PIXELS_PER_TIME = 84;
    private static final int DIGIT = 7;

    /** @param legendRows lines of legend below the time axis */
    public static ChartLayout of(ChartPicture picture, int width, int height, int legendRows) {
        var range = ValueRange.of(picture);
        int plotHeight = Math.max(24, height - TOP - TIME_ROW - legendRows * LEGEND_ROW - (legendRows > 0 ? 6 : 0));
        double step = Ticks.step(range.high() - range.low(), Math.max(2, plotHeight / PIXELS_PER_VALUE));
        double low = Math.floor(range.low() / step + 1e-9) * step;
        double high = Math.ceil(range.high() / step - 1e-9) * step;
        var values = Ticks.values(low, high, step);
        int digits = values.stream().mapToInt(value -> Ticks.label(value, step).length()).max().orElse(1);
        int left = Math.max(30, digits * DIGIT + 14);
        var plot = new Box(left, TOP, Math.max(24, width - left - RIGHT), plotHeight);
        var times = Ticks.times(picture.from(), picture.to(), picture.zone(),
                Math.max(1, plot.width() / PIXELS_PER_TIME));
        return new ChartLayout(new Box(0, 0, width, height), plot, picture.from(), picture.to(), low, high, step,
                values,
                times);
    }

    public double x(Instant at) {
        return plot.x()
                + plot.width() * (double) Duration.between(from, at).toMillis() / Duration.between(from, to).toMillis();
    }

    public double y(double value) {
        return plot.bottom() - plot.height() * (value - low) / (high - low);
    }

    public Instant at(int x) {
        double share = Math.clamp((x - plot.x()) / (double) plot.width(), 0, 1);
        return from.plusMillis(Math.round(share * Duration.between(from, to).toMillis()));
    }

    /** The time between two places of the plot, in order, at least one second. */
    public Stretch between(int x1, int x2) {
        var start = at(Math.min(x1, x2));
        var end = at(Math.max(x1, x2));
        return new Stretch(start, end.isAfter(start.plusSeconds(1)) ? end : start.plusSeconds(1));
    }
}

package org.dcos.ui.canvas.chart;

/**
 * The values that a chart has to show, with a little air. Thresholds far off the curves are left out, so that they
 * do not squeeze the curves flat.
 */
record ValueRange(double low, double high) {

    private static final double AIR = 0.06;
    private static final double FAR = 1.5;

    static ValueRange of(ChartPicture picture) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (var series : picture.series()) {
            for (var point : series.points()) {
                boolean inside = !point.at().isBefore(picture.from()) && !point.at().isAfter(picture.to());
                if (inside && !Double.isNaN(point.value())) {
                    low = Math.min(low, point.low());
                    high = Math.max(high, point.high());
                }
            }
        }
        if (low > high) {
            low = 0;
            high = 1;
        }
        double span = Math.max(high - low, Math.max(Math.abs(high) * 0.1, 1e-3));
        double least = low;
        double most = high;
        for (var threshold : picture.thresholds()) {
            if (threshold.value() > low - FAR * span && threshold.value() < high + FAR * span) {
                least = Math.min(least, threshold.value());
                most = Math.max(most, threshold.value());
            }
        }
        double air = Math.max((most - least) * AIR, most > least ? 0 : span / 2);
        double bottom = least >= 0 ? Math.max(0, least - air) : least - air; // never below zero for what cannot be
        return new ValueRange(bottom, most + air);
    }
}

package org.dcos.ui.model.device;

import java.time.Instant;
import java.util.List;

import org.dcos.domain.metric.SeriesRange;

/** Series of sensors with one unit over a stretch of time. @param limits dashed lines with their names */
public record SensorChart(String unit, Instant from, Instant to, List<Line> lines, List<Limit> limits) {

    public SensorChart {
        lines = List.copyOf(lines);
        limits = List.copyOf(limits);
    }

    public record Line(String name, SeriesRange range) {}

    public record Limit(String name, double value, boolean critical) {}
}

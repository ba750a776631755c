package org.dcos.server.metrics;

import java.util.List;

import org.dcos.domain.metric.SeriesRange.Point;

/** Takes the samples of one series in time order. */
interface SampleSink {

    /** @param at ms since 1970 */
    void sample(long at, double value);

    /** What came of them; called once, at the end. */
    List<Point> points();
}

package org.dcos.domain.metric;

import java.util.List;
import java.util.Map;

import org.dcos.domain.problem.Problem;

/** Reads series. */
public interface Metrics {

    /** Keys of all series of a metric that have these labels, sorted. */
    List<SeriesKey> series(String metric, Map<String, String> labels) throws Problem;

    /** One stretch per matching series, sorted by key; at most 1,000 series, else Invalid. */
    List<SeriesRange> query(RangeQuery query) throws Problem;
}

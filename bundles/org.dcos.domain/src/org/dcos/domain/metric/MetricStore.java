package org.dcos.domain.metric;

import java.io.IOException;
import java.util.List;

/** Keeps series. Thread-safe. */
public interface MetricStore extends Metrics {

    /** One sample of one series. */
    record Entry(SeriesKey key, Sample sample) {}

    /**
     * Stores samples; in the write-ahead log on disk when this returns. A sample not newer than the newest of its
     * series is dropped and counted.
     *
     * @throws IOException when the disk refuses; the samples may be given again
     */
    void append(List<Entry> entries) throws IOException;
}

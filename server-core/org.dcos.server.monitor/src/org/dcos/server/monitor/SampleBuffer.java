package org.dcos.server.monitor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.metric.MetricStore;
import org.dcos.domain.metric.MetricStore.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Samples on their way to the metric store, handed over in batches. What the disk refuses is kept for a while. */
final class SampleBuffer {

    /** About three minutes of 10,000 servers. */
    static final int MOST_KEPT = 500_000;

    private static final Logger LOG = LoggerFactory.getLogger(SampleBuffer.class);

    private final MetricStore store;
    private List<Entry> entries = new ArrayList<>();
    private long lost;
    /** The store refuses; told once, not with every try. Only the flushing thread uses it. */
    private boolean failing;

    SampleBuffer(MetricStore store) {
        this.store = store;
    }

    synchronized void add(List<Entry> more) {
        int room = MOST_KEPT - entries.size();
        if (more.size() > room) {
            lost += more.size() - room;
            entries.addAll(more.subList(0, room));
        } else {
            entries.addAll(more);
        }
    }

    private synchronized List<Entry> take() {
        var taken = entries;
        entries = new ArrayList<>();
        return taken;
    }

    private synchronized void putBack(List<Entry> refused) {
        var newer = entries;
        entries = refused;
        add(newer);
    }

    private synchronized long takeLost() {
        long count = lost;
        lost = 0;
        return count;
    }

    /** @return whether all is stored; else it is tried again with the next call */
    boolean flush() {
        var batch = take();
        if (batch.isEmpty()) {
            return true;
        }
        try {
            store.append(batch);
            if (failing) {
                failing = false;
                LOG.warn("Samples are stored again; {} were lost meanwhile", takeLost());
            }
            return true;
        } catch (IOException e) {
            if (!failing) {
                failing = true;
                LOG.warn("Samples could not be stored and are kept in memory, at most {}: {}", MOST_KEPT,
                        e.getMessage());
            }
            putBack(batch);
            return false;
        }
    }
}

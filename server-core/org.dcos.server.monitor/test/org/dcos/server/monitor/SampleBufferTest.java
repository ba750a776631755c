package org.dcos.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.dcos.domain.metric.MetricStore;
import org.dcos.domain.metric.RangeQuery;
import org.dcos.domain.metric.Sample;
import org.dcos.domain.metric.SeriesKey;
import org.dcos.domain.metric.SeriesRange;
import org.junit.jupiter.api.Test;

class SampleBufferTest {

    /** Keeps what it gets, or refuses. */
    static final class FakeMetricStore implements MetricStore {
        final List<Entry> stored = Collections.synchronizedList(new ArrayList<>());
        volatile boolean full;

        @Override
        public void append(List<Entry> entries) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            stored.addAll(entries);
        }

        @Override
        public List<SeriesKey> series(String metric, Map<String, String> labels) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SeriesRange> query(RangeQuery query) {
            throw new UnsupportedOperationException();
        }
    }

    private static final SeriesKey KEY = SeriesKey.of("m", Map.of());

    private final FakeMetricStore store = new FakeMetricStore();
    private final SampleBuffer buffer = new SampleBuffer(store);

    private static List<MetricStore.Entry> samples(int from, int count) {
        var entries = new ArrayList<MetricStore.Entry>();
        for (int i = from; i < from + count; i++) {
            entries.add(new MetricStore.Entry(KEY, new Sample(Readings.TAKEN.plusSeconds(i), i)));
        }
        return entries;
    }

    @Test
    void keeps_in_their_order_what_the_disk_refuses_until_it_takes_it() {
        store.full = true;
        buffer.add(samples(0, 2));
        assertThat(buffer.flush()).isFalse();
        buffer.add(samples(2, 2));

        store.full = false;

        assertThat(buffer.flush()).isTrue();
        assertThat(store.stored).isEqualTo(samples(0, 4));
    }

    @Test
    void keeps_no_more_than_its_bound() {
        store.full = true;
        for (int i = 0; i < 12; i++) {
            buffer.add(samples(i * 50_000, 50_000));
            buffer.flush();
        }
        store.full = false;
        buffer.flush();

        assertThat(store.stored).hasSize(SampleBuffer.MOST_KEPT);
    }
}

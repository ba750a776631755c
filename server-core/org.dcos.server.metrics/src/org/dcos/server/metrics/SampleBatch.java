package org.dcos.server.metrics;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

import org.dcos.domain.metric.MetricStore.Entry;
import org.dcos.server.metrics.log.WriteAheadLog;

/**
 * Samples on their way through the log into their series. A record of the log: number of new series, each with its id,
 * metric and labels; number of samples; time of the first, 8 bytes; each sample with the series' id, its time as the
 * difference to the first, and the value, 8 bytes.
 */
final class SampleBatch implements WriteAheadLog.Entry {

    /** Samples in a record: far from the longest record with the longest keys. */
    static final int MOST_SAMPLES = 10_000;

    private final Series[] series;
    private final long[] times;
    private final double[] values;
    private final ByteBuffer content;
    private final LongAdder dropped;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile IOException failure;

    /** @param series of each entry, in the same order */
    SampleBatch(List<Entry> entries, Series[] series, LongAdder dropped) {
        this.series = series;
        this.dropped = dropped;
        times = new long[entries.size()];
        values = new double[entries.size()];
        for (int i = 0; i < times.length; i++) {
            var sample = entries.get(i).sample();
            times[i] = sample.at().toEpochMilli();
            values[i] = sample.value();
        }
        content = encode();
    }

    private ByteBuffer encode() {
        var out = new Packer(64 + times.length * 16);
        var news = new LinkedHashSet<Series>();
        for (var each : series) {
            if (!each.logged()) {
                news.add(each);
            }
        }
        out.number(news.size());
        for (var begun : news) {
            out.number(begun.id);
            begun.describe(out);
        }
        out.number(times.length);
        out.eightBytes(times[0]);
        for (int i = 0; i < times.length; i++) {
            out.number(series[i].id);
            out.signed(times[i] - times[0]);
            out.eightBytes(Double.doubleToRawLongBits(values[i]));
        }
        return out.toBuffer();
    }

    @Override
    public ByteBuffer content() {
        return content;
    }

    @Override
    public void durable() {
        try {
            int refused = 0;
            for (int i = 0; i < times.length; i++) {
                series[i].markLogged();
                refused += series[i].add(times[i], values[i]) ? 0 : 1;
            }
            dropped.add(refused);
        } finally {
            done.countDown();
        }
    }

    @Override
    public void failed(IOException why) {
        failure = why;
        done.countDown();
    }

    /** Returns when the samples are on disk and in their series. */
    void await() throws IOException {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("Interrupted while samples were written.").initCause(e);
        }
        if (failure != null) {
            throw new IOException("Samples could not be written to disk: " + failure.getMessage(), failure);
        }
    }

    /** Adds the samples of a record to their series. @param byId grows by the series that the record begins */
    static void replay(ByteBuffer content, Map<Integer, Series> byId, BiConsumer<Integer, ByteBuffer> begin,
            Replayed replayed) {
        for (long left = Packer.number(content); left > 0; left--) {
            begin.accept((int) Packer.number(content), content);
        }
        long samples = Packer.number(content);
        long base = content.getLong();
        for (long left = samples; left > 0; left--) {
            var series = byId.get((int) Packer.number(content));
            long at = base + Packer.signed(content);
            double value = Double.longBitsToDouble(content.getLong());
            if (series == null) {
                replayed.unknown++;
            } else if (series.add(at, value)) {
                replayed.added++;
            }
        }
    }

    /** What a replay brought. */
    static final class Replayed {
        long added;
        /** Samples of series that retention has dropped since, or whose key was lost to damage. */
        long unknown;
    }
}

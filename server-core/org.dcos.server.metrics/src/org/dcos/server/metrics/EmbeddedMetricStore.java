package org.dcos.server.metrics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import org.dcos.domain.metric.MetricStore;
import org.dcos.domain.metric.Metrics;
import org.dcos.domain.metric.RangeQuery;
import org.dcos.domain.metric.SeriesKey;
import org.dcos.domain.metric.SeriesRange;
import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.settings.DataDirectory;
import org.dcos.domain.settings.SettingsStore;
import org.dcos.server.metrics.chunk.DamagedChunk;
import org.dcos.server.metrics.chunk.OpenChunk;
import org.dcos.server.metrics.log.WriteAheadLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Series in the data directory. A sample goes first into the write-ahead log, then into the open chunk of its series in
 * memory. From time to time a checkpoint writes all chunks that changed into the chunk file, and then deletes the part
 * of the log that is in it. After a crash the chunk file and what the log has beyond it give the same state again:
 * samples that both have are not newer than the newest of their series, and dropped.
 */
@Component(service = {MetricStore.class, Metrics.class})
public final class EmbeddedMetricStore implements MetricStore, AutoCloseable {

    /** Most series that are asked for at once. */
    static final int MOST_QUERIED = 1_000;
    /** Most series that are kept: 10,000 servers with 200 each. */
    static final int MOST_SERIES = 2_000_000;
    /** Characters of names and values of all labels of a series. */
    static final int LONGEST_LABELS = 1_000;
    /** A sample from further ahead is refused: it would keep out all samples until then. */
    static final Duration MOST_AHEAD = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMetricStore.class);

    private final SeriesIndex index;
    private final ChunkStore chunks;
    private final WriteAheadLog log;
    private final InstantSource clock;
    private final Retention retention;
    private final Maintenance maintenance;
    private final LongAdder appended = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    /** Held shared from finding a series until the sample is in it, exclusively while series are taken away. */
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();

    /**
     * What the store holds.
     *
     * @param series     known series
     * @param dropped    samples refused since the start: not newer than the newest, out of the time kept, too many
     *                   series
     * @param logBytes   write-ahead log on disk
     * @param chunkBytes chunk file on disk
     */
    public record Figures(int series, long appended, long dropped, long logBytes, long chunkBytes) {}

    @Activate
    public EmbeddedMetricStore(@Reference DataDirectory directory, @Reference SettingsStore settings)
            throws IOException {
        this(directory.path().resolve("metrics"), InstantSource.system(),
                () -> CollectionSettings.of(settings.load(CollectionSettings.SERVICE)).retention(), MOST_SERIES);
        maintenance.start();
    }

    /** For tests and benchmarks: plain values, and no maintenance but what {@link #maintain} is called for. */
    public EmbeddedMetricStore(Path folder, InstantSource clock, Supplier<Duration> retention, int mostSeries)
            throws IOException {
        this.clock = clock;
        this.retention = new Retention(clock, retention);
        index = new SeriesIndex(mostSeries);
        var logFolder = Files.createDirectories(folder.resolve("log"));
        chunks = new ChunkStore(folder.resolve("chunks.mv"));
        try {
            restore(logFolder);
            log = new WriteAheadLog(logFolder);
        } catch (IOException | RuntimeException e) {
            chunks.close();
            throw e;
        }
        maintenance = new Maintenance(index, chunks, log, life, this.retention);
    }

    private void restore(Path logFolder) throws IOException {
        long began = System.nanoTime();
        var byId = new HashMap<Integer, Series>();
        chunks.forEachSeries((id, description) -> {
            var series = Series.restored(id, index.shared(Series.readKey(description)));
            byId.put(id, series);
            index.add(series);
        });
        chunks.forEachOpen((id, chunk) -> {
            var series = byId.get(id);
            if (series == null) {
                LOG.error("Metric series {} has samples but no key; they are lost", id);
                return;
            }
            try {
                series.restore(OpenChunk.of(chunk));
            } catch (DamagedChunk e) {
                LOG.error("The newest samples of {}, at most 2 hours, are lost: {}", series.key, e.getMessage());
                series.restoreWithout(chunk.first());
            }
        });
        var replayed = new SampleBatch.Replayed();
        long records = WriteAheadLog.replay(logFolder,
                content -> SampleBatch.replay(content, byId, (id, in) -> begin(id, in, byId), replayed));
        index.startAt(chunks.nextId());
        if (replayed.unknown > 0) {
            LOG.warn("{} samples in the metric log belong to series that are no longer known; left out",
                    replayed.unknown);
        }
        LOG.info("Metrics: {} series; {} samples from {} log records taken over, in {} ms", index.size(),
                replayed.added,
                records, (System.nanoTime() - began) / 1_000_000);
    }

    private void begin(int id, ByteBuffer in, Map<Integer, Series> byId) {
        var key = index.shared(Series.readKey(in));
        byId.computeIfAbsent(id, _ -> {
            var known = index.find(key);
            if (known != null) {
                return known;
            }
            var series = new Series(id, key);
            series.markLogged();
            index.add(series);
            return series;
        });
    }

    @Override
    public void append(List<Entry> entries) throws IOException {
        life.readLock().lock();
        try {
            var batches = new ArrayList<SampleBatch>();
            for (int from = 0; from < entries.size(); from += SampleBatch.MOST_SAMPLES) {
                enqueue(entries.subList(from, Math.min(entries.size(), from + SampleBatch.MOST_SAMPLES)), batches);
            }
            for (var batch : batches) {
                batch.await();
            }
            appended.add(entries.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while samples were written.", e);
        } finally {
            life.readLock().unlock();
        }
    }

    private void enqueue(List<Entry> entries, List<SampleBatch> batches) throws IOException, InterruptedException {
        long oldest = retention.oldest();
        long newest = clock.millis() + MOST_AHEAD.toMillis();
        var kept = new ArrayList<Entry>(entries.size());
        var series = new ArrayList<Series>(entries.size());
        for (var entry : entries) {
            long at = entry.sample().at().toEpochMilli();
            var found = at < oldest || at > newest ? null : seriesOf(entry.key());
            if (found == null) {
                dropped.increment();
            } else {
                kept.add(entry);
                series.add(found);
            }
        }
        if (!kept.isEmpty()) {
            var batch = new SampleBatch(kept, series.toArray(Series[]::new), dropped);
            log.append(batch);
            batches.add(batch);
        }
    }

    private Series seriesOf(SeriesKey key) {
        var known = index.find(key);
        if (known != null) {
            return known;
        }
        int length = 0;
        for (var label : key.labels().entrySet()) {
            length += label.getKey().length() + label.getValue().length();
        }
        return length > LONGEST_LABELS ? null : index.findOrBegin(key);
    }

    @Override
    public List<SeriesKey> series(String metric, Map<String, String> labels) {
        return sorted(index.find(metric, labels)).stream().map(series -> series.key).toList();
    }

    @Override
    public List<SeriesRange> query(RangeQuery query) throws Invalid {
        var found = index.find(query.metric(), query.labels());
        if (found.size() > MOST_QUERIED) {
            throw Invalid.field("labels", "%d series match, at most %d are answered at once. Give more labels."
                    .formatted(found.size(), MOST_QUERIED));
        }
        if (!query.step().isZero() && query.step().toMillis() == 0) {
            throw Invalid.field("step", "A step is 1 ms or more.");
        }
        var reader = new RangeReader(chunks, query, retention.oldest());
        var ranges = new ArrayList<SeriesRange>(found.size());
        for (var series : sorted(found)) {
            ranges.add(new SeriesRange(series.key, query.from(), query.to(), query.step(), reader.read(series)));
        }
        return ranges;
    }

    private static List<Series> sorted(List<Series> series) {
        record Named(String name, Series series) {}
        return series.stream().map(each -> new Named(each.key.toString(), each))
                .sorted(Comparator.comparing(Named::name))
                .map(Named::series).toList();
    }

    public Figures figures() throws IOException {
        return new Figures(index.size(), appended.sum(), dropped.sum(), log.bytes(), chunks.bytesOnDisk());
    }

    /** A checkpoint and retention now, instead of when they are due. */
    public void maintain() throws IOException, InterruptedException {
        retention.refresh();
        maintenance.checkpoint();
        maintenance.retain();
    }

    /** Writes all to the chunk file and ends. */
    @Deactivate
    @Override
    public void close() throws IOException {
        maintenance.close();
        try {
            log.close();
        } finally {
            chunks.close();
        }
        if (dropped.sum() > 0) {
            LOG.info(
                    "Metrics: {} of {} samples were refused: not newer than the newest of their series, out of the time"
                            + " kept, or of too many series",
                    dropped.sum(), appended.sum());
        }
    }
}

package org.dcos.server.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.dcos.domain.metric.SeriesKey;

/** Finds series by key, and by metric and labels through postings: for each label and value the series that have it. */
final class SeriesIndex {

    private static final String METRIC = "";

    private final int limit;
    private final Map<SeriesKey, Series> byKey = new ConcurrentHashMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    /** Label name, value, series; the metric's name is under the empty label name. */
    private final Map<String, Map<String, List<Series>>> postings = new HashMap<>();
    private int nextId = 1;

    /** @param limit most series; more are refused */
    SeriesIndex(int limit) {
        this.limit = limit;
    }

    /** @return null when there is none */
    Series find(SeriesKey key) {
        return byKey.get(key);
    }

    /** @return null when there are too many series to begin another */
    Series findOrBegin(SeriesKey key) {
        lock.writeLock().lock();
        try {
            var known = byKey.get(key);
            if (known != null) {
                return known;
            }
            if (byKey.size() >= limit) {
                return null;
            }
            var series = new Series(nextId, shared(key));
            add(series);
            return series;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Adds a series that was saved or logged. */
    void add(Series series) {
        lock.writeLock().lock();
        try {
            nextId = Math.max(nextId, series.id + 1);
            byKey.put(series.key, series);
            posting(METRIC, series.key.metric()).add(series);
            series.key.labels().forEach((name, value) -> posting(name, value).add(series));
        } finally {
            lock.writeLock().unlock();
        }
    }

    private List<Series> posting(String name, String value) {
        return postings.computeIfAbsent(name, _ -> new HashMap<>()).computeIfAbsent(value, _ -> new ArrayList<>(2));
    }

    /** The same key on texts that other series hold already: many series share a server's id or a sensor's name. */
    SeriesKey shared(SeriesKey key) {
        lock.readLock().lock();
        try {
            var labels = new TreeMap<String, String>();
            boolean own = true;
            for (var label : key.labels().entrySet()) {
                var text = sharedText(label.getKey(), label.getValue());
                own &= text == label.getValue(); // the same object, not an equal one
                labels.put(label.getKey(), text);
            }
            return own ? key : new SeriesKey(key.metric(), labels);
        } finally {
            lock.readLock().unlock();
        }
    }

    private String sharedText(String name, String value) {
        var posting = postings.getOrDefault(name, Map.of()).getOrDefault(value, List.of());
        return posting.isEmpty() ? value : posting.getFirst().key.labels().getOrDefault(name, value);
    }

    /** In no particular order. */
    List<Series> find(String metric, Map<String, String> labels) {
        lock.readLock().lock();
        try {
            List<Series> fewest = postings.getOrDefault(METRIC, Map.of()).getOrDefault(metric, List.of());
            for (var label : labels.entrySet()) {
                var having = postings.getOrDefault(label.getKey(), Map.of()).getOrDefault(label.getValue(), List.of());
                fewest = having.size() < fewest.size() ? having : fewest;
            }
            return fewest.stream().filter(series -> series.key.matches(metric, labels)).toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    Collection<Series> all() {
        return byKey.values();
    }

    int size() {
        return byKey.size();
    }

    int nextId() {
        lock.readLock().lock();
        try {
            return nextId;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Ids below are never given again, also when their series are gone. */
    void startAt(int id) {
        lock.writeLock().lock();
        try {
            nextId = Math.max(nextId, id);
        } finally {
            lock.writeLock().unlock();
        }
    }

    void remove(Series series) {
        lock.writeLock().lock();
        try {
            byKey.remove(series.key);
            removePosting(METRIC, series.key.metric(), series);
            series.key.labels().forEach((name, value) -> removePosting(name, value, series));
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void removePosting(String name, String value, Series series) {
        var values = postings.get(name);
        var posting = values.get(value);
        posting.remove(series);
        if (posting.isEmpty()) {
            values.remove(value);
        }
        if (values.isEmpty()) {
            postings.remove(name);
        }
    }
}

package org.dcos.server.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertStore;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.problem.Conflict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings changed alerts into the store and then tells of them, off the collector's threads, in batches. Of an alert
 * that changes again before it is stored only the newest state is. When the store fails it is tried again: no alert is
 * lost.
 */
final class AlertWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertWriter.class);
    private static final int BATCH = 500;
    private static final Duration RETRY = Duration.ofSeconds(2);

    /** What the store has of an open alert. */
    private record Stored(long version, String where) {}

    private final AlertStore store;
    private final InventoryStore inventory;
    private final EventPublisher publisher;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final LinkedHashMap<UUID, Alert> waiting = new LinkedHashMap<>();
    private boolean closed;
    /** Held while the store is written, so that versions go up one by one. */
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<UUID, Stored> stored = new HashMap<>();
    /** After a failure nobody knows which alerts of the batch are stored. */
    private boolean doubtful;
    private Thread thread;

    AlertWriter(AlertStore store, InventoryStore inventory, EventPublisher publisher) {
        this.store = store;
        this.inventory = inventory;
        this.publisher = publisher;
    }

    /** Open alerts as they are in the store. */
    void restore(List<Alert> open) {
        open.forEach(alert -> stored.put(alert.id(), new Stored(alert.version(), alert.where())));
    }

    void start() {
        thread = Thread.ofVirtual().name("alert-writer").start(this::run);
    }

    /** Stores it soon. */
    void add(Alert alert) {
        lock.lock();
        try {
            waiting.put(alert.id(), alert);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Stores it now, in place of what waits of this alert. @throws RuntimeException when the store cannot; nothing is
     * changed then
     */
    Alert store(Alert alert) throws Conflict {
        writing.lock();
        try {
            Alert before;
            lock.lock();
            try {
                before = waiting.remove(alert.id());
            } finally {
                lock.unlock();
            }
            try {
                var saved = store.save(complete(alert, new Places(inventory)));
                told(saved);
                return saved;
            } catch (Conflict | RuntimeException e) {
                if (before != null) {
                    add(before);
                }
                throw e;
            }
        } finally {
            writing.unlock();
        }
    }

    private void run() {
        while (awaitWork()) {
            try {
                if (!writeBatch()) {
                    pause();
                }
            } catch (RuntimeException e) { // else no alert would ever be stored again
                LOG.error("Storing alerts failed unexpectedly; it is tried again", e);
                pause();
            }
        }
    }

    /** @return false when closed and all is stored */
    private boolean awaitWork() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            return !waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        lock.lock();
        try {
            if (closed) {
                LOG.error("{} changed alerts could not be stored before the end", waiting.size());
                waiting.clear();
            }
            for (long left = RETRY.toNanos(); left > 0 && !closed;) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** @return false when the store does not take them now */
    boolean writeBatch() {
        writing.lock();
        try {
            var batch = take();
            if (batch.isEmpty()) {
                return true;
            }
            if (doubtful) {
                doubtful = !writeEach(batch);
                return !doubtful;
            }
            try {
                var places = new Places(inventory);
                store.saveAll(batch.stream().map(alert -> complete(alert, places)).toList()).forEach(this::told);
                return true;
            } catch (Conflict e) {
                LOG.warn("Alerts were changed by somebody else; each is stored on its own now. ({})", e.getMessage());
                return writeEach(batch);
            } catch (RuntimeException e) {
                LOG.warn("{} changed alerts cannot be stored now, it is tried again: {}", batch.size(), e.getMessage());
                doubtful = true;
                putBack(batch);
                return false;
            }
        } finally {
            writing.unlock();
        }
    }

    /** Stores all that waits. @return false when the store does not take it now */
    boolean writeAll() {
        while (hasWaiting()) {
            if (!writeBatch()) {
                return false;
            }
        }
        return true;
    }

    private boolean hasWaiting() {
        lock.lock();
        try {
            return !waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private boolean writeEach(List<Alert> batch) {
        var failed = new ArrayList<Alert>();
        for (var alert : batch) {
            try {
                store.alert(alert.id())
                        .ifPresent(there -> stored.put(there.id(), new Stored(there.version(), there.where())));
                told(store.save(complete(alert, new Places(inventory))));
            } catch (Conflict | RuntimeException e) {
                LOG.warn("Alert {} cannot be stored now, it is tried again: {}", alert.id(), e.getMessage());
                failed.add(alert);
            }
        }
        putBack(failed);
        return failed.isEmpty();
    }

    private List<Alert> take() {
        lock.lock();
        try {
            var batch = new ArrayList<Alert>();
            for (var all = waiting.values().iterator(); all.hasNext() && batch.size() < BATCH;) {
                batch.add(all.next());
                all.remove();
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void putBack(List<Alert> batch) {
        lock.lock();
        try {
            batch.forEach(alert -> waiting.putIfAbsent(alert.id(), alert));
        } finally {
            lock.unlock();
        }
    }

    private Alert complete(Alert a, Places places) {
        var known = stored.get(a.id());
        long version = known == null ? 0 : known.version();
        String where = known == null ? places.where(a.server()) : known.where();
        return a.stored(version, where);
    }

    private void told(Alert saved) {
        if (saved.state().open()) {
            stored.put(saved.id(), new Stored(saved.version(), saved.where()));
        } else {
            stored.remove(saved.id());
        }
        publisher.publish(new DomainEvent.AlertChanged(saved));
    }

    /** Stores what waits, unless the store fails, and ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(30));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

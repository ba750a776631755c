package org.dcos.server.oob.bringup;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Role;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.ArrivalStore.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on the arrivals that are due: each by one thread at a time, so many at once as the settings say. */
final class Crew implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
    private static final int EVERY_MILLIS = 500;
    private static final int END_SECONDS = 10;
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final int LOOK_AGAIN_MILLIS = 100;
    /** In whose name changes are written down. */
    private static final Caller BRING_UP = new Caller("bring-up", Role.ADMINISTRATOR, "server-core");

    private final Book book;
    private final Settings settings;
    private final Journey journey;
    private final InstantSource clock;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("bring-up-", 0).factory());
    private final ScheduledExecutorService ticker = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("bring-up").factory());

    Crew(Book book, Settings settings, Journey journey, InstantSource clock) {
        this.book = book;
        this.settings = settings;
        this.journey = journey;
        this.clock = clock;
        ticker.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (settings.now().running()) {
                book.all().stream().filter(this::due)
                        .sorted((a, b) -> a.arrival().changed().compareTo(b.arrival().changed()))
                        .forEach(this::start);
            }
        } catch (RuntimeException e) { // else the ticker stops without a word
            LOG.error("Looking for machines to bring up failed", e);
        }
    }

    private boolean due(Kept kept) {
        Arrival arrival = kept.arrival();
        return arrival.current().isPresent() && !journey.waits(arrival) && (arrival.trouble().isEmpty()
                || arrival.trouble().flatMap(Arrival.Trouble::next).filter(next -> !next.isAfter(clock.instant()))
                        .isPresent());
    }

    private synchronized void start(Kept kept) {
        UUID id = kept.arrival().id();
        if (busy.size() < settings.now().atOnce() && busy.add(id)) {
            workers.execute(() -> {
                try {
                    Optional<Kept> now = book.byId(id).filter(this::due);
                    if (now.isPresent()) {
                        BRING_UP.call(() -> goOn(now.get()));
                    }
                } finally {
                    leave(id);
                }
            });
        }
    }

    private Void goOn(Kept kept) {
        try {
            journey.goOn(kept);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) { // a fault with one must not stop the others
            LOG.error("Bringing up the BMC at {} failed", kept.arrival().address(), e);
            journey.faulty(kept);
        }
        return null;
    }

    private void leave(UUID id) {
        synchronized (busy) {
            busy.remove(id);
            busy.notifyAll();
        }
    }

    /**
     * Whether somebody still works on it after a moment; who has just said what stands in the way is about to leave.
     */
    boolean staysBusyWith(UUID id) {
        long end = System.nanoTime() + MOMENT.toNanos();
        synchronized (busy) {
            while (busy.contains(id) && System.nanoTime() < end) {
                try {
                    busy.wait(LOOK_AGAIN_MILLIS);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    return true;
                }
            }
            return busy.contains(id);
        }
    }

    /** Whether somebody works on it at this moment. */
    boolean busyWith(UUID id) {
        return busy.contains(id);
    }

    /** Begins at once instead of with the next look. */
    void hurry() {
        ticker.execute(this::look);
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        workers.shutdownNow();
        try {
            workers.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.dcos.server.monitor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.domain.monitor.Observation;
import org.dcos.domain.eventlog.EventLogSettings;
import org.dcos.server.monitor.Conversation.Questions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which BMC is asked when, and starts the conversations: at most so many at a time, never two with one BMC,
 * those that an operator waits for first. It has no thread: {@link #startDue} is called when something is due,
 * conversations run on the executor.
 */
final class Collector {

    /** Conversations beyond the limit for what operators want to see at once. */
    static final int MOST_URGENT = 64;

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

    /** Where observations go; called from conversations, in order for one server. */
    interface Sink {

        void observed(Watch watch, Observation observation);

        /** The BMC answers but refuses something. */
        void trouble(UUID server, String trouble, Optional<BmcTrouble> cause);

        void unwatched(UUID server);
    }

    /** A place in the queue; out of date when the watch is queued for another time by now. */
    private record Due(long at, Watch watch) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.compare(at, other.at);
        }
    }

    /** A conversation to hold. @param urgent whether it runs beyond the limit; @param counted in its round */
    private record Talk(Watch watch, Bmc bmc, Questions asked, long round, boolean urgent, AtomicBoolean counted) {}

    private final Conversation conversation;
    private final Executor workers;
    private final LongSupplier millis;
    private final Sink sink;
    private final Runnable wake;
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private final ArrayDeque<Watch> ready = new ArrayDeque<>();
    private final Map<UUID, Watch> byBmc = new HashMap<>();
    private final Map<UUID, Watch> byServer = new HashMap<>();
    private final Rounds rounds = new Rounds();
    private CollectionSettings settings;
    private Duration logInterval = EventLogSettings.DEFAULT.interval();
    private int running;
    private int runningUrgent;

    /**
     * @param millis monotonic
     * @param wake   called when {@link #startDue} has to be called earlier than it said
     */
    Collector(Conversation conversation, Executor workers, LongSupplier millis, Sink sink, CollectionSettings settings,
            Runnable wake) {
        this.conversation = conversation;
        this.workers = workers;
        this.millis = millis;
        this.sink = sink;
        this.settings = settings;
        this.wake = wake;
    }

    /**
     * Begins to ask a BMC that has a server and is not watched yet.
     *
     * @param delay        before the first question for the power state, ms
     * @param sensorsDelay before the first reading of the sensors
     * @param logDelay     before the first look at the event log
     */
    void watch(Bmc bmc, long delay, long sensorsDelay, long logDelay) {
        lock.lock();
        try {
            var watch = new Watch(bmc, bmc.server().orElseThrow());
            watch.powerDue = millis.getAsLong() + delay;
            watch.sensorsDue = millis.getAsLong() + sensorsDelay;
            watch.logDue = millis.getAsLong() + logDelay;
            byBmc.put(bmc.id(), watch);
            byServer.put(watch.server, watch);
            enqueue(watch);
        } finally {
            lock.unlock();
        }
        wake.run();
    }

    /** The record of a watched BMC changed in what does not matter here. */
    void update(Bmc bmc) {
        lock.lock();
        try {
            var watch = byBmc.get(bmc.id());
            if (watch != null) {
                watch.bmc = bmc;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends watching; nothing is told of the server after the sink knows. */
    void unwatch(UUID bmc) {
        Watch watch;
        lock.lock();
        try {
            watch = byBmc.remove(bmc);
            if (watch == null) {
                return;
            }
            byServer.remove(watch.server, watch);
            watch.queuedFor = Watch.NEVER;
        } finally {
            lock.unlock();
        }
        synchronized (watch) {
            watch.ended = true;
            sink.unwatched(watch.server);
        }
    }

    /** Those watched now. */
    Map<UUID, Bmc> watched() {
        lock.lock();
        try {
            var bmcs = new HashMap<UUID, Bmc>();
            byBmc.forEach((id, watch) -> bmcs.put(id, watch.bmc));
            return bmcs;
        } finally {
            lock.unlock();
        }
    }

    Optional<Bmc> watched(UUID bmc) {
        lock.lock();
        try {
            return Optional.ofNullable(byBmc.get(bmc)).map(watch -> watch.bmc);
        } finally {
            lock.unlock();
        }
    }

    /** The watched BMC of a server. */
    Optional<Bmc> ofServer(UUID server) {
        lock.lock();
        try {
            return Optional.ofNullable(byServer.get(server)).map(watch -> watch.bmc);
        } finally {
            lock.unlock();
        }
    }

    /** Whether a watch of this BMC may go on under the new record. */
    boolean sameWay(Bmc bmc) {
        lock.lock();
        try {
            var watch = byBmc.get(bmc.id());
            return watch != null && watch.sameWay(bmc);
        } finally {
            lock.unlock();
        }
    }

    /** Asks for power state and sensors at once, out of turn; after the conversation that runs, if one does. */
    void pollNow(UUID server) {
        lock.lock();
        try {
            var watch = byServer.get(server);
            if (watch == null) {
                return;
            }
            watch.urgent = true;
            if (!watch.running) {
                ready.remove(watch);
                watch.waiting = true;
                ready.addFirst(watch);
            }
        } finally {
            lock.unlock();
        }
        wake.run();
    }

    /** New intervals take effect at once; what is due later than it would be now comes earlier. */
    void settings(CollectionSettings changed) {
        lock.lock();
        try {
            settings = changed;
            rounds.restart();
            long now = millis.getAsLong();
            for (var watch : byBmc.values()) {
                watch.round = Watch.NO_ROUND;
                watch.lastRound = Watch.NO_ROUND;
                if (watch.failures == 0) {
                    watch.powerDue = Math.min(watch.powerDue, Plan.nextSlot(now, changed.powerInterval(), watch.phase));
                    watch.sensorsDue = Math.min(watch.sensorsDue,
                            Plan.nextSlot(now, changed.sensorInterval(), watch.phase));
                    enqueue(watch);
                }
            }
        } finally {
            lock.unlock();
        }
        wake.run();
    }

    Duration logInterval() {
        lock.lock();
        try {
            return logInterval;
        } finally {
            lock.unlock();
        }
    }

    /** The time between two looks at an event log; takes effect at once. */
    void logInterval(Duration changed) {
        lock.lock();
        try {
            if (changed.equals(logInterval)) {
                return;
            }
            logInterval = changed;
            long now = millis.getAsLong();
            for (var watch : byBmc.values()) {
                if (watch.failures == 0) {
                    watch.logDue = Math.min(watch.logDue, Plan.nextSlot(now, changed, watch.phase));
                    enqueue(watch);
                }
            }
        } finally {
            lock.unlock();
        }
        wake.run();
    }

    Rounds rounds() {
        return rounds;
    }

    private void enqueue(Watch watch) {
        if (watch.running || watch.waiting || byBmc.get(watch.bmc.id()) != watch || watch.queuedFor == watch.due()) {
            return;
        }
        watch.queuedFor = watch.due();
        queue.add(new Due(watch.queuedFor, watch));
    }

    /** Starts what is due. @return ms until the next is due; a large number when nothing is planned */
    long startDue() {
        lock.lock();
        try {
            long now = millis.getAsLong();
            while (!queue.isEmpty() && queue.peek().at() <= now) {
                var due = queue.poll();
                if (due.watch().queuedFor == due.at()) {
                    due.watch().queuedFor = Watch.NEVER;
                    due.watch().waiting = true;
                    ready.addLast(due.watch());
                    takePart(due.watch(), now);
                }
            }
            startReady(now);
            return queue.isEmpty() ? Long.MAX_VALUE : Math.max(0, queue.peek().at() - now);
        } finally {
            lock.unlock();
        }
    }

    /**
     * A BMC is asked once in a round; the question at its very first start may fall into the round of a planned one.
     */
    private void takePart(Watch watch, long now) {
        long round = Rounds.number(watch.powerDue, settings.powerInterval());
        if (watch.powerDue <= now && round != watch.lastRound) {
            watch.round = round;
            watch.lastRound = round;
            rounds.asked(round, now);
        }
    }

    private void startReady(long now) {
        while (!ready.isEmpty()) {
            var watch = ready.peekFirst();
            boolean room = running < settings.maxConversations() || watch.urgent && runningUrgent < MOST_URGENT;
            if (!room) {
                return;
            }
            ready.pollFirst();
            watch.waiting = false;
            if (byBmc.get(watch.bmc.id()) == watch) {
                start(watch, now);
            } else if (watch.round != Watch.NO_ROUND) {
                rounds.ended(watch.round, now, false);
            }
        }
    }

    private void start(Watch watch, long now) {
        var asked = new Questions(watch.powerDue <= now || watch.urgent, watch.sensorsDue <= now || watch.urgent,
                watch.logDue <= now);
        var talk = new Talk(watch, watch.bmc, asked, watch.round, running >= settings.maxConversations(),
                new AtomicBoolean());
        watch.round = Watch.NO_ROUND;
        watch.urgent = false;
        watch.running = true;
        if (talk.urgent()) {
            runningUrgent++;
        } else {
            running++;
        }
        workers.execute(() -> run(talk));
    }

    private void run(Talk talk) {
        Conversation.End end = null;
        try {
            end = hold(talk);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the collector ends
        } catch (RuntimeException e) { // a bug in one poll must not stop the others
            LOG.error("Asking BMC {}:{} failed unexpectedly; it is asked again as planned", talk.bmc().address(),
                    talk.bmc().port(), e);
        } finally {
            ended(talk, end);
        }
    }

    private Conversation.End hold(Talk talk) throws InterruptedException {
        boolean wasSilent = talk.watch().failures > 0;
        // after a silence the sensors are asked as soon as the power state has been told
        var asked = talk.asked().or(wasSilent);
        var end = conversation.hold(talk.watch(), talk.bmc(), asked, observation -> {
            tell(talk.watch(), observation);
            count(talk, observation instanceof Observation.Power); // the sensors may take long after it
        });
        if (end instanceof Conversation.End.Answered(String trouble, var cause, _) && asked.sensors()) {
            synchronized (talk.watch()) {
                if (!talk.watch().ended) {
                    sink.trouble(talk.watch().server, trouble, cause);
                }
            }
        }
        return end;
    }

    private void count(Talk talk, boolean answered) {
        if (talk.round() != Watch.NO_ROUND && talk.counted().compareAndSet(false, true)) {
            rounds.ended(talk.round(), millis.getAsLong(), answered);
        }
    }

    private void tell(Watch watch, Observation observation) {
        synchronized (watch) {
            if (!watch.ended) {
                sink.observed(watch, observation);
            }
        }
    }

    /** @param end null when a bug or the end of the collector cut it short */
    private void ended(Talk talk, Conversation.End end) {
        lock.lock();
        try {
            var watch = talk.watch();
            long now = millis.getAsLong();
            watch.running = false;
            if (talk.urgent()) {
                runningUrgent--;
            } else {
                running--;
            }
            count(talk, false);
            plan(talk, end, now);
            if (byBmc.get(watch.bmc.id()) == watch && watch.urgent) {
                watch.waiting = true;
                ready.addFirst(watch);
            } else {
                enqueue(watch);
            }
        } finally {
            lock.unlock();
        }
        wake.run();
    }

    private void plan(Talk talk, Conversation.End end, long now) {
        var watch = talk.watch();
        if (end instanceof Conversation.End.Failed(var kind)) {
            watch.failures++;
            long wait = Plan.retryAfter(watch.failures, kind, settings.powerInterval()).toMillis();
            watch.powerDue = wait < settings.powerInterval().toMillis() * 2
                    ? Plan.nextSlot(now, settings.powerInterval(), watch.phase)
                    : now + wait;
            watch.sensorsDue = Watch.NEVER; // asked again once the power state has been told
            watch.logDue = Watch.NEVER;
            return;
        }
        boolean all = watch.failures > 0;
        watch.failures = end == null ? watch.failures : 0;
        var asked = talk.asked().or(all);
        if (asked.power()) {
            watch.powerDue = Plan.nextSlot(now, settings.powerInterval(), watch.phase);
        }
        if (asked.sensors()) {
            watch.sensorsDue = Plan.nextSlot(now, settings.sensorInterval(), watch.phase);
        }
        if (asked.log()) { // the rest of a long log at once, behind others that are due
            boolean more = end instanceof Conversation.End.Answered(_, _, boolean left) && left;
            watch.logDue = more ? now : Plan.nextSlot(now, logInterval, watch.phase);
        }
    }
}

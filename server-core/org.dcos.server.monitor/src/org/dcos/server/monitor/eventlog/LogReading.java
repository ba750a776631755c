package org.dcos.server.monitor.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcLog;
import org.dcos.domain.bmc.BmcLog.LogPart;
import org.dcos.domain.bmc.BmcLog.LogState;
import org.dcos.domain.bmc.BmcLog.Mark;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.eventlog.EventLogState;
import org.dcos.domain.eventlog.EventLogState.Gap;
import org.dcos.domain.eventlog.EventSeverity;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.domain.eventlog.ReadLog;
import org.dcos.domain.eventlog.ReadLog.LastEntry;
import org.dcos.domain.eventlog.ReadLog.Told;

/**
 * Reads logs on, a piece at a time, and clears them. The log of one BMC is read by one at a time. The cheap question
 * comes first: when the BMC says of its log what it said when the end was reached, nothing is read.
 */
final class LogReading {

    /** The clocks of BMCs count whole seconds, and the answer takes its time: less is not called off. */
    private static final Duration EXACT = Duration.ofSeconds(3);

    /**
     * One piece.
     *
     * @param read  entries that were read
     * @param added those of them that were new
     * @param more  whether there is more to be read
     */
    record Step(int read, int added, boolean more, ReadLog now) {}

    /** What became of an order to clear. */
    enum Cleared {
        CLEARED, EMPTY, GREW
    }

    private final LogSources sources;
    private final LogBook book;
    private final EventPublisher publisher;
    private final InstantSource clock;
    private final Map<UUID, ReentrantLock> turns = new ConcurrentHashMap<>();

    LogReading(LogSources sources, LogBook book, EventPublisher publisher, InstantSource clock) {
        this.sources = sources;
        this.book = book;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Something that is done with the log of one BMC. */
    private interface Work<T> {
        T run() throws BmcFailure, InterruptedException;
    }

    private <T> T inTurn(Bmc bmc, Work<T> work) throws BmcFailure, InterruptedException {
        var turn = turns.computeIfAbsent(bmc.id(), _ -> new ReentrantLock(true));
        turn.lockInterruptibly();
        try {
            return work.run();
        } catch (BmcFailure e) {
            failed(bmc, e);
            throw e;
        } finally {
            turn.unlock();
        }
    }

    private void failed(Bmc bmc, BmcFailure failure) {
        var known = known(bmc);
        book.note(known.with(known.state().failed(failure.getMessage(), clock.instant())));
        if (!known.state().failure().equals(failure.getMessage())) {
            publisher.publish(new DomainEvent.EventLogChanged(bmc.id()));
        }
    }

    private ReadLog known(Bmc bmc) {
        return book.of(bmc, id -> !sources.exists(id));
    }

    /** @param most entries; @param look whether to ask for entries even when the BMC says that nothing is new */
    Step readOn(Bmc bmc, BmcEndpoint endpoint, int most, boolean look) throws BmcFailure, InterruptedException {
        return inTurn(bmc, () -> step(bmc, endpoint, most, look));
    }

    private Step step(Bmc bmc, BmcEndpoint endpoint, int most, boolean look) throws BmcFailure, InterruptedException {
        var known = known(bmc);
        var told = sources.log.state(endpoint);
        var now = clock.instant();
        var said = new Told(told.entries(), told.lastAdded(), told.lastCleared());
        if (!look && known.state().complete() && known.told().filter(said::equals).isPresent() && tellsChanges(said)) {
            var same = new ReadLog(bmc.id(), bmc.server(), known.generation(), known.last(), true, false,
                    state(bmc, told, now, true, known.state().gap()), known.told());
            book.note(same);
            return new Step(0, 0, false, same);
        }
        var part = sources.log.entries(endpoint, known.last().map(last -> new Mark(last.record(), last.bytes())), most);
        var next = next(bmc, known, told, part, part.complete() && part.entries().size() < most, now);
        var entries = kept(bmc, part.entries(), told.skew(), now);
        int added = keep(known, next, part, entries);
        return new Step(entries.size(), added, !next.state().complete(), next);
    }

    /** Without the time of the last entry, the number of entries alone does not tell that one was added. */
    private static boolean tellsChanges(Told said) {
        return said.added().isPresent() || said.entries() == 0;
    }

    private int keep(ReadLog known, ReadLog next, LogPart part, List<LogEntry> entries) {
        if (entries.isEmpty() && next.generation() == known.generation()) {
            book.note(next);
            if (!known.state().complete() || !known.state().failure().isEmpty()) {
                publisher.publish(new DomainEvent.EventLogChanged(next.bmc()));
            }
            return 0;
        }
        int added = book.add(next, entries);
        if (part.anew() && added < entries.size()) { // what was kept is still there: nothing is missing in between
            book.note(next.with(next.state().with(known.state().gap())));
        }
        publisher.publish(new DomainEvent.EventLogChanged(next.bmc()));
        return added;
    }

    private ReadLog next(Bmc bmc, ReadLog known, LogState told, LogPart part, boolean complete, Instant now) {
        boolean lost = part.anew() && known.last().isPresent() && !known.clearing();
        Optional<Gap> gap = lost ? Optional.of(gap(known, told, now)) : known.state().gap();
        Optional<LastEntry> last = part.entries().isEmpty()
                ? part.anew() ? Optional.empty() : known.last()
                : Optional.of(part.entries().getLast()).map(entry -> new LastEntry(entry.record(), entry.bytes()));
        return new ReadLog(bmc.id(), bmc.server(), known.generation() + (began(known, told, part) ? 1 : 0), last,
                known.whole() || complete, false, state(bmc, told, now, complete, gap),
                Optional.of(new Told(told.entries(), told.lastAdded(), told.lastCleared())));
    }

    /**
     * Whether record numbers may be those of other entries by now. A BMC that tells of no clear since the last look has
     * lost the last entry otherwise; what else it has is known by its number and content.
     */
    private static boolean began(ReadLog known, LogState told, LogPart part) {
        var before = known.told().flatMap(Told::cleared);
        return part.anew() && (before.isEmpty() || !before.equals(told.lastCleared()));
    }

    private static Gap gap(ReadLog known, LogState told, Instant now) {
        var from = known.state().read().orElse(now);
        var cleared = told.lastCleared().map(at -> at.minus(told.skew()));
        return new Gap(from, cleared.filter(at -> at.isAfter(from) && at.isBefore(now)).orElse(now));
    }

    private static EventLogState state(Bmc bmc, LogState told, Instant now, boolean complete, Optional<Gap> gap) {
        return new EventLogState(bmc.id(), 0, told.entries(), told.freeBytes(), complete, Optional.of(now),
                told.skew(), told.overflow(), "", Optional.empty(), gap);
    }

    /** An entry without a time of its own happened before the next one that has one. */
    private static List<LogEntry> kept(Bmc bmc, List<BmcLog.Entry> entries, Duration skew, Instant now) {
        var kept = new ArrayList<LogEntry>();
        Instant latest = now;
        for (var entry : entries.reversed()) {
            var moment = moment(entry.at(), skew, latest, now);
            kept.addFirst(kept(bmc, entry, moment, now));
            latest = moment;
        }
        return kept;
    }

    private static LogEntry kept(Bmc bmc, BmcLog.Entry entry, Instant moment, Instant now) {
        return new LogEntry(0, bmc.id(), bmc.server(), entry.at(), now, moment, entry.record(), entry.sensor(),
                entry.type(), entry.text(), entry.asserted(), switch (entry.severity()) {
                    case INFORMATION -> EventSeverity.INFORMATION;
                    case WARNING -> EventSeverity.WARNING;
                    case CRITICAL -> EventSeverity.CRITICAL;
                }, entry.bytes());
    }

    /** By our clock; nothing happened after it was read. */
    private static Instant moment(Optional<Instant> at, Duration skew, Instant otherwise, Instant now) {
        boolean off = skew.abs().compareTo(EXACT) >= 0;
        return at.map(told -> off ? told.minus(skew) : told).map(told -> told.isBefore(now) ? told : now)
                .orElse(otherwise);
    }

    /** Clears the log, if all of it is kept on disk when it is. */
    Cleared clear(Bmc bmc, BmcEndpoint endpoint, int most) throws BmcFailure, InterruptedException {
        return inTurn(bmc, () -> {
            Step step;
            do {
                step = step(bmc, endpoint, most, true);
            } while (step.more());
            var known = known(bmc);
            if (known.last().isEmpty()) {
                return Cleared.EMPTY;
            }
            book.save(known.clearing(true)); // should the answer get lost, the next look knows who did it
            var last = known.last().get();
            if (!sources.log.clear(endpoint, new Mark(last.record(), last.bytes()))) {
                book.save(known);
                return Cleared.GREW;
            }
            book.save(new ReadLog(bmc.id(), bmc.server(), known.generation() + 1, Optional.empty(), true, false,
                    known.state().emptied(), Optional.empty()));
            publisher.publish(new DomainEvent.EventLogChanged(bmc.id()));
            return Cleared.CLEARED;
        });
    }
}

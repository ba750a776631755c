package org.dcos.server.monitor.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.eventlog.EventLogStore;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.domain.eventlog.ReadLog;

/**
 * How far each log is read, in memory and in the store. What is only of interest until the next look, such as when a
 * BMC was asked, is noted and saved with others later; what must not get lost is on disk when it is in memory. Callers
 * hold the turn of the BMC.
 */
final class LogBook {

    private final EventLogStore store;
    private final Map<UUID, ReadLog> logs = new ConcurrentHashMap<>();
    private final Set<UUID> noted = ConcurrentHashMap.newKeySet();
    /** Whoever saves one log shares it; saving all that is noted must not overtake them with what is older. */
    private final ReentrantReadWriteLock saving = new ReentrantReadWriteLock();

    LogBook(EventLogStore store) {
        this.store = store;
        store.logs().forEach(log -> logs.put(log.bmc(), log));
    }

    Optional<ReadLog> known(UUID bmc) {
        return Optional.ofNullable(logs.get(bmc));
    }

    /**
     * How far it is read. A BMC that is new, but stands for one that is gone in the same server, goes on where that
     * was: it is the same one discovered again, or a board in its place, whose log then begins anew.
     *
     * @param gone whether a BMC does not exist any more
     */
    ReadLog of(Bmc bmc, Predicate<UUID> gone) {
        var known = logs.get(bmc.id());
        if (known != null) {
            return known;
        }
        var before = logs.values().stream().filter(log -> log.server().isPresent() && log.server().equals(bmc.server()))
                .filter(log -> gone.test(log.bmc())).findFirst();
        if (before.isEmpty()) {
            return ReadLog.unread(bmc.id(), bmc.server());
        }
        var taken = before.get().of(bmc.id());
        store.hand(before.get().bmc(), taken);
        logs.put(bmc.id(), taken);
        logs.remove(before.get().bmc());
        return taken;
    }

    /** @return how many entries were new */
    int add(ReadLog now, List<LogEntry> entries) {
        saving.readLock().lock();
        try {
            int added = store.add(now, entries);
            logs.put(now.bmc(), now);
            return added;
        } finally {
            saving.readLock().unlock();
        }
    }

    void save(ReadLog now) {
        saving.readLock().lock();
        try {
            store.keep(List.of(now));
            logs.put(now.bmc(), now);
        } finally {
            saving.readLock().unlock();
        }
    }

    /** Saved with the next {@link #saveNoted}. */
    void note(ReadLog now) {
        logs.put(now.bmc(), now);
        noted.add(now.bmc());
    }

    /** Forgets BMCs that are gone for so long that nothing of their logs is kept. @param gone is asked for few only */
    void forget(Instant readBefore, Predicate<UUID> gone) {
        for (var log : logs.values()) {
            if (log.state().read().filter(read -> !read.isBefore(readBefore)).isEmpty() && gone.test(log.bmc())) {
                logs.remove(log.bmc());
                noted.remove(log.bmc());
                store.forget(log.bmc());
            }
        }
    }

    void saveNoted() {
        saving.writeLock().lock();
        try {
            var ids = List.copyOf(noted);
            ids.forEach(noted::remove);
            var now = ids.stream().filter(logs::containsKey).map(logs::get).toList();
            if (!now.isEmpty()) {
                store.keep(now);
            }
        } finally {
            saving.writeLock().unlock();
        }
    }
}

package org.dcos.server.monitor.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.eventlog.EntryFilter;
import org.dcos.domain.eventlog.EventLogStore;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.domain.eventlog.ReadLog;

/** The store in memory. */
final class FakeArchive implements EventLogStore {

    private record Identity(UUID bmc, int generation, int record, String bytes) {}

    final List<LogEntry> entries = new ArrayList<>();
    final Map<UUID, ReadLog> logs = new LinkedHashMap<>();
    int writes;
    private final Set<Identity> known = new HashSet<>();

    @Override
    public List<ReadLog> logs() {
        return List.copyOf(logs.values());
    }

    @Override
    public int add(ReadLog now, List<LogEntry> more) {
        writes++;
        int added = 0;
        for (var entry : more) {
            if (known.add(new Identity(entry.bmc(), now.generation(), entry.record(), entry.bytes()))) {
                entries.add(entry);
                added++;
            }
        }
        logs.put(now.bmc(), now);
        return added;
    }

    @Override
    public void keep(List<ReadLog> now) {
        writes++;
        now.forEach(log -> logs.put(log.bmc(), log));
    }

    @Override
    public void hand(UUID from, ReadLog to) {
        logs.remove(from);
        logs.put(to.bmc(), to);
    }

    @Override
    public void forget(UUID bmc) {
        logs.remove(bmc);
    }

    @Override
    public Page<LogEntry> entries(EntryFilter filter, PageRequest page) {
        var all = entries.stream().sorted(Comparator.comparing(LogEntry::moment).reversed()).toList();
        return new Page<>(all, 0, all.size());
    }

    @Override
    public long kept(UUID bmc) {
        return entries.stream().filter(entry -> entry.bmc().equals(bmc)).count();
    }

    @Override
    public int prune(Instant seenBefore, int most) {
        int before = entries.size();
        entries.removeIf(entry -> entry.seen().isBefore(seenBefore));
        return before - entries.size();
    }
}

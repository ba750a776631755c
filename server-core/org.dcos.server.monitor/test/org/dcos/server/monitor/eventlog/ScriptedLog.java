package org.dcos.server.monitor.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcLog;

/** The event log of one BMC as the specification has it, that grows, is cleared and breaks as the test says. */
final class ScriptedLog implements BmcLog {

    static final int CAPACITY = 100;

    final List<Entry> entries = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    Duration skew = Duration.ZERO;
    Optional<Instant> cleared = Optional.empty();
    boolean tellsTimes = true;
    /** Runs before the BMC looks whether it may clear. */
    Runnable beforeClear = () -> {};
    /** Whether the answer to an order to clear gets lost. */
    boolean clearUnanswered;
    /** So many entries are given before the conversation breaks; negative for never. */
    int breaksAfter = -1;
    boolean silent;
    private int next = 1;

    Entry grow(Optional<Instant> at, Entry.Severity severity, String text) {
        int record = next++;
        var entry = new Entry(record, at, "PSU1", "Power Supply", text, true, severity,
                "%04x02%08x".formatted(record, at.map(Instant::getEpochSecond).orElse(0L)));
        entries.add(entry);
        return entry;
    }

    void clearedBySomebody(Instant at) {
        entries.clear();
        next = 1;
        cleared = Optional.of(at);
    }

    @Override
    public LogState state(BmcEndpoint bmc) throws BmcFailure {
        asked.add("state");
        answerable();
        var last = entries.isEmpty() || !tellsTimes ? Optional.<Instant>empty() : entries.getLast().at();
        return new LogState(entries.size(), (CAPACITY - entries.size()) * 16, last,
                tellsTimes ? cleared : Optional.empty(), skew, false);
    }

    private void answerable() throws BmcFailure {
        if (silent) {
            throw new BmcFailure(BmcFailure.Kind.SILENT, "BMC 10.0.0.1:623 does not answer.", null);
        }
    }

    @Override
    public LogPart entries(BmcEndpoint bmc, Optional<Mark> after, int most) throws BmcFailure {
        asked.add("entries");
        answerable();
        int known = after.map(mark -> entries.stream().map(Entry::mark).toList().indexOf(mark)).orElse(-1);
        var part = entries.subList(known + 1, Math.min(entries.size(), known + 1 + most));
        boolean anew = after.isPresent() && known < 0;
        if (breaksAfter == 0) {
            silent = true;
            answerable();
        }
        if (breaksAfter > 0 && breaksAfter < part.size()) {
            var given = List.copyOf(part.subList(0, breaksAfter));
            breaksAfter = -1;
            return new LogPart(given, anew, false);
        }
        return new LogPart(List.copyOf(part), anew, true);
    }

    @Override
    public boolean clear(BmcEndpoint bmc, Mark last) throws BmcFailure {
        asked.add("clear");
        beforeClear.run();
        if (!entries.isEmpty() && !entries.getLast().mark().equals(last)) {
            return false;
        }
        clearedBySomebody(Instant.parse("2026-03-01T12:00:00Z").plus(skew));
        if (clearUnanswered) {
            throw new BmcFailure(BmcFailure.Kind.SILENT, "BMC 10.0.0.1:623 does not answer.", null);
        }
        return true;
    }
}

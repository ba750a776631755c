package org.dcos.server.store.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.NumberedEvent;

/**
 * The newest events, without gaps in their numbers, bounded by count and by an estimate of their size. Not thread-safe:
 * the hub holds its lock.
 */
final class EventRing {

    private static final int SMALL = 200;
    private static final int LARGE = 1_000;

    private final int mostEvents;
    private final long mostBytes;
    private NumberedEvent[] events = new NumberedEvent[64];
    private long first;
    private int count;
    private long bytes;

    /** @param newest sequence that counts as the last one before the ring begins */
    EventRing(long newest, int mostEvents, long mostBytes) {
        this.first = newest + 1;
        this.mostEvents = mostEvents;
        this.mostBytes = mostBytes;
    }

    /** Sequence of the oldest event that is here; of the next one when none is. */
    long first() {
        return first;
    }

    /** Sequence of the newest event ever. */
    long newest() {
        return first + count - 1;
    }

    NumberedEvent add(Instant at, DomainEvent event) {
        var numbered = new NumberedEvent(newest() + 1, at, event);
        if (count == events.length) {
            grow();
        }
        events[slot(numbered.sequence())] = numbered;
        count++;
        bytes += size(event);
        while (count > mostEvents || bytes > mostBytes && count > 1) {
            dropOldest();
        }
        return numbered;
    }

    /** At most so many events from this sequence on, which has to be here or the next one. */
    List<NumberedEvent> from(long sequence, int most) {
        int wanted = (int) Math.min(most, newest() - sequence + 1);
        var found = new ArrayList<NumberedEvent>(wanted);
        for (int i = 0; i < wanted; i++) {
            found.add(events[slot(sequence + i)]);
        }
        return found;
    }

    private void dropOldest() {
        int slot = slot(first);
        bytes -= size(events[slot].event());
        events[slot] = null;
        first++;
        count--;
    }

    private void grow() {
        var larger = new NumberedEvent[events.length * 2];
        for (long sequence = first; sequence < first + count; sequence++) {
            larger[(int) (sequence % larger.length)] = events[slot(sequence)];
        }
        events = larger;
    }

    private int slot(long sequence) {
        return (int) (sequence % events.length);
    }

    /** Bytes in memory, roughly: enough to keep a flood of large events from filling it. */
    private static long size(DomainEvent event) {
        return switch (event) {
            case DomainEvent.StatusChanged(var statuses) -> SMALL + 300L * statuses.size();
            case DomainEvent.OperationChanged _ -> LARGE;
            case DomainEvent.AlertChanged _ -> LARGE;
            case DomainEvent.BmcSaved _ -> LARGE;
            case DomainEvent.ServerSaved _ -> LARGE;
            case DomainEvent.PlacesChanged _ -> SMALL;
            case DomainEvent.RecordsChanged _ -> SMALL;
            case DomainEvent.ServersChanged _ -> SMALL;
            case DomainEvent.ServerDeleted _ -> SMALL;
            case DomainEvent.BmcDeleted _ -> SMALL;
            case DomainEvent.BmcSetupChanged _ -> SMALL;
            case DomainEvent.SweepEnded _ -> SMALL;
            case DomainEvent.DeviationsChanged _ -> SMALL;
            case DomainEvent.AuditRunChanged _ -> SMALL;
            case DomainEvent.LeasesChanged _ -> SMALL;
            case DomainEvent.DhcpChanged _ -> SMALL;
            case DomainEvent.ArrivalChanged _ -> LARGE;
            case DomainEvent.ArrivalGone _ -> SMALL;
            case DomainEvent.EventLogChanged _ -> SMALL;
            case DomainEvent.Resync _ -> SMALL;
        };
    }
}

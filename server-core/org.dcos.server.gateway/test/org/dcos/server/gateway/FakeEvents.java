package org.dcos.server.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.Events;
import org.dcos.domain.event.NumberedEvent;

/** A stream of events with a journal in memory; publishes in the publisher's thread. */
final class FakeEvents implements Events {

    private final List<NumberedEvent> journal = new ArrayList<>();
    private final List<Consumer<NumberedEvent>> listeners = new ArrayList<>();
    private long sequence = 100;
    private long oldest = 101;

    synchronized long publish(DomainEvent event) {
        var numbered = new NumberedEvent(++sequence, Instant.EPOCH, event);
        journal.add(numbered);
        List.copyOf(listeners).forEach(l -> l.accept(numbered));
        return sequence;
    }

    /** Forgets the journal, as after a long time. */
    synchronized void forget() {
        journal.clear();
        oldest = sequence + 1;
    }

    synchronized int listeners() {
        return listeners.size();
    }

    @Override
    public synchronized Subscription subscribe(OptionalLong after, Consumer<NumberedEvent> listener) {
        if (after.isPresent()) {
            if (after.getAsLong() + 1 < oldest) {
                listener.accept(new NumberedEvent(sequence, Instant.EPOCH, new DomainEvent.Resync()));
            }
            journal.stream().filter(e -> e.sequence() > after.getAsLong()).forEach(listener);
        }
        listeners.add(listener);
        return () -> {
            synchronized (this) {
                listeners.remove(listener);
            }
        };
    }
}

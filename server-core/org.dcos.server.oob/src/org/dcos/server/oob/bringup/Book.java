package org.dcos.server.oob.bringup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.dcos.domain.bringup.ArrivalStore;
import org.dcos.domain.bringup.ArrivalStore.Kept;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;

/** All arrivals, in memory and in the store. Each is worked on by one thread at a time. */
final class Book {

    private final ArrivalStore store;
    private final EventPublisher events;
    private final Map<UUID, Kept> all = new ConcurrentHashMap<>();

    Book(ArrivalStore store, EventPublisher events) {
        this.store = store;
        this.events = events;
        store.arrivals().forEach(kept -> all.put(kept.arrival().id(), kept));
    }

    Collection<Kept> all() {
        return List.copyOf(all.values());
    }

    Optional<Kept> byId(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    Optional<Kept> byMac(String mac) {
        return mac.isEmpty() ? Optional.empty()
                : all.values().stream().filter(kept -> kept.arrival().mac().equals(mac)).findFirst();
    }

    Optional<Kept> byAddress(String address, int port) {
        return all.values().stream()
                .filter(kept -> kept.arrival().address().equals(address) && kept.arrival().port() == port)
                .findFirst();
    }

    /** On disk when it returns. */
    Kept save(Kept kept) {
        store.save(kept);
        all.put(kept.arrival().id(), kept);
        events.publish(new DomainEvent.ArrivalChanged(kept.arrival()));
        return kept;
    }

    void delete(UUID id) {
        store.delete(id);
        all.remove(id);
        events.publish(new DomainEvent.ArrivalGone(id));
    }
}

package org.dcos.client.connection;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.dcos.domain.connection.ConnectionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of a connection and those who want to know it. Each listener hears of the changes in their order. */
final class States {

    private static final Logger LOG = LoggerFactory.getLogger(States.class);

    private record Change(long number, ConnectionState state) {}

    private static final class Listener {
        private final Consumer<ConnectionState> consumer;
        private long told = -1;

        Listener(Consumer<ConnectionState> consumer) {
            this.consumer = consumer;
        }

        synchronized void tell(Change change) {
            if (change.number() > told) { // a newer one may have come first, from another thread
                told = change.number();
                try {
                    consumer.accept(change.state());
                } catch (RuntimeException e) {
                    LOG.error("A listener failed on connection state {}", change.state(), e);
                }
            }
        }
    }

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Change current = new Change(0, new ConnectionState.Closed());

    ConnectionState current() {
        return current.state();
    }

    void set(ConnectionState state) {
        Change change;
        synchronized (this) {
            change = new Change(current.number() + 1, state);
            current = change;
        }
        listeners.forEach(l -> l.tell(change));
    }

    AutoCloseable listen(Consumer<ConnectionState> consumer) {
        var listener = new Listener(consumer);
        listeners.add(listener);
        listener.tell(current);
        return () -> listeners.remove(listener);
    }
}

package org.dcos.domain.event;

import java.util.OptionalLong;
import java.util.function.Consumer;

/** The stream of events. */
public interface Events {

    /**
     * Calls the listener for every event from now on, in order, singly, from a thread of the stream. Over a remote
     * connection it goes on by itself after a drop, with a {@link DomainEvent.Resync} when events were missed for good.
     *
     * @param after go on after this sequence; empty starts now. One that is too old begins with a Resync
     */
    Subscription subscribe(OptionalLong after, Consumer<NumberedEvent> listener);

    /** Ends with {@link #close()}; no call to the listener begins after it returns. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}

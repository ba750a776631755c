package org.dcos.client.transport;

import java.io.IOException;

import org.dcos.wire.EventAnswer;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;

/** Carries requests to a server-core. Thread-safe; calls block the (virtual) thread. */
public interface Transport extends AutoCloseable {

    /** Sends a request and waits for the whole answer. @throws IOException when none came; the message is for people */
    WireResponse send(WireRequest request) throws IOException, InterruptedException;

    /** Opens the stream of events. @throws IOException when there was no answer */
    EventAnswer events(WireRequest request) throws IOException, InterruptedException;

    /** Ends what is open. */
    @Override
    void close();
}

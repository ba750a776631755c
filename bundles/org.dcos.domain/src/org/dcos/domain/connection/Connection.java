package org.dcos.domain.connection;

import java.util.function.Consumer;

import org.dcos.domain.ServerCore;

/** A server-core as the console reaches it. */
public interface Connection extends AutoCloseable {

    /** {@code embedded}, or host and port. */
    String name();

    boolean embedded();

    ServerCore serverCore();

    ConnectionState state();

    /** Calls the listener with the present state and on every change, from any thread. Close the answer to end it. */
    AutoCloseable onState(Consumer<ConnectionState> listener);

    @Override
    void close();
}

package org.dcos.net.probe;

import java.net.InetAddress;
import java.util.function.BiConsumer;
import org.dcos.net.probe.socket.Sent;

/**
 * Carries questions to addresses and what comes back: a socket in use, a fake in tests. All on one thread.
 *
 * @param <A> the family of the addresses
 */
interface Medium<A extends InetAddress> {

    /** @param now on the monotonic clock */
    Sent send(A target, long now);

    /**
     * Hands over what has come in.
     *
     * @param now on the monotonic clock
     * @return whether anything had come, be it of use or not
     */
    boolean receive(long now, BiConsumer<A, Evidence> answers);

    /** Waits until something has come in, at most so long. */
    void await(int milliseconds);
}

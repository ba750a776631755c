package org.dcos.net.probe;

import java.net.Inet4Address;
import java.util.function.BiConsumer;
import org.dcos.net.probe.socket.Sent;

/** Carries questions to addresses and what comes back: a socket in use, a fake in tests. All on one thread. */
interface Medium {

    /** @param now on the monotonic clock */
    Sent send(Inet4Address target, long now);

    /**
     * Hands over what has come in.
     *
     * @param now on the monotonic clock
     * @return whether anything had come, be it of use or not
     */
    boolean receive(long now, BiConsumer<Inet4Address, Evidence> answers);

    /** Waits until something has come in, at most so long. */
    void await(int milliseconds);
}

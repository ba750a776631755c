package org.dcos.net.ipmi.client;

import java.net.InetSocketAddress;
import org.dcos.net.ipmi.wire.CipherSuite;

/** What a session needs of its surroundings: a shard in use, a fake in tests. All on one thread. */
interface Line extends LoginSource {

    /** Sends or loses the frame; a loss is found by the timeout. */
    void send(BmcSession session, byte[] frame);

    /** Asks for {@link BmcSession#onTimer} not later than shortly after {@code nanos} on the monotonic clock. */
    void wakeAt(BmcSession session, long nanos);

    /** A place among the open conversations; false: {@link BmcSession#onPlace} is called when there is one. */
    boolean takePlace(BmcSession session);

    void freePlace();

    /** The session is closed and has nothing to do: it may be forgotten. */
    void retire(BmcSession session);

    void proved(InetSocketAddress address, CipherSuite suite);

    Pace pace();

    Counters counters();
}

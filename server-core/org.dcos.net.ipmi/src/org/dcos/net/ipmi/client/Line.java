package org.dcos.net.ipmi.client;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dcos.net.ipmi.wire.CipherSuite;

/** What a session needs of its surroundings: a shard in use, a fake in tests. All on one thread. */
interface Line {

    /** Sends or loses the frame; a loss is found by the timeout. */
    void send(BmcSession session, byte[] frame);

    /** Asks for {@link BmcSession#onTimer} not later than shortly after {@code nanos} on the monotonic clock. */
    void wakeAt(BmcSession session, long nanos);

    /** A place among the open conversations; false: {@link BmcSession#onPlace} is called when there is one. */
    boolean takePlace(BmcSession session);

    void freePlace();

    /** The session is closed and has nothing to do: it may be forgotten. */
    void retire(BmcSession session);

    /** The cipher suite of the last login at this address that succeeded. */
    Optional<CipherSuite> provenSuite(InetSocketAddress address);

    void proved(InetSocketAddress address, CipherSuite suite);

    /** For jitter and session IDs, which need no secrecy. */
    RandomGenerator random();

    /** 16 unpredictable bytes (IPMI v2.0 r1.1 §13.20: the random number of RAKP message 1). */
    byte[] nonce();

    Pace pace();

    Counters counters();
}

package org.dcos.net.ipmi.client;

import java.time.Duration;

/**
 * How an {@link IpmiClient} behaves.
 *
 * @param shards            sockets, each with one thread
 * @param firstTimeout      wait for the answer to a first try; longer where answers are known to take longer
 * @param backOff           each further wait is this many times longer, 1.0 or more, and up to a fifth more or less by
 *                          chance, so that many clients or BMCs do not fall into step
 * @param attempts          tries of a message before its BMC counts as silent, 1 to 10
 * @param idleClose         a session that nobody holds is closed after this; below the 60 s after which a BMC does so
 *                          (IPMI v2.0 r1.1 §6.12.15)
 * @param keepAlive         a held session without other traffic is kept open by a Get Device ID this often
 * @param openConversations most BMCs that are talked to at one moment; the others wait. It begins with fewer, and goes
 *                          down again while answers come late
 * @param receiveBuffer     bytes of each socket's receive buffer; the system may give less
 * @param closeWait         how long {@link IpmiClient#close()} waits for the answers to its Close Session commands
 */
public record ClientOptions(int shards, Duration firstTimeout, double backOff, int attempts, Duration idleClose,
        Duration keepAlive, int openConversations, int receiveBuffer, Duration closeWait) {

    private static final int MOST_ATTEMPTS = 10;

    public ClientOptions {
        if (shards < 1 || openConversations < shards || backOff < 1 || attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("%d shards, %d open conversations, back-off %s, %d attempts"
                    .formatted(shards, openConversations, backOff, attempts));
        }
    }

    /** Four tries in about eight seconds, 20 s idle, 1,000 conversations. */
    public static ClientOptions defaults() {
        return new ClientOptions(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4), Duration.ofSeconds(1),
                1.5, 4, Duration.ofSeconds(20), Duration.ofSeconds(30), 1_000, 8 << 20, Duration.ofSeconds(1));
    }

    public ClientOptions withTimeouts(Duration first, int tries) {
        return new ClientOptions(shards, first, backOff, tries, idleClose, keepAlive, openConversations,
                receiveBuffer, closeWait);
    }

    public ClientOptions withIdle(Duration close, Duration alive) {
        return new ClientOptions(shards, firstTimeout, backOff, attempts, close, alive, openConversations,
                receiveBuffer, closeWait);
    }

    public ClientOptions withLoad(int sockets, int conversations) {
        return new ClientOptions(sockets, firstTimeout, backOff, attempts, idleClose, keepAlive, conversations,
                receiveBuffer, closeWait);
    }
}

package org.dcos.net.probe;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The echoes that are under way, by their sequence numbers. A reply counts when it comes from the address that was
 * asked and brings back identifier, sequence number and the eight octets that were drawn by chance for this echo: so
 * neither the ping of another process nor a host that answers for others is taken for an answer.
 *
 * @param <A> the family of the addresses
 */
final class Echoes<A extends InetAddress> {

    /** As many echoes can be under way as there are sequence numbers; those before are forgotten. */
    private static final int SEQUENCES = 1 << 16;

    private final Map<Integer, Sent<A>> sent = new HashMap<>();
    private final RandomGenerator random;
    private final int identifier;
    private int next;

    private record Sent<A>(A target, long nonce, long at) {}

    Echoes(RandomGenerator random) {
        this.random = random;
        this.identifier = random.nextInt(SEQUENCES);
    }

    int identifier() {
        return identifier;
    }

    /** The sequence number of the next echo. */
    int sequence() {
        return next;
    }

    /** Enters the next echo as sent to the target, and returns what it has to carry. */
    byte[] data(A target, long now) {
        var echo = new Sent<>(target, random.nextLong(), now);
        sent.put(next, echo);
        return octets(echo.nonce());
    }

    /** The system has taken it. */
    void done() {
        next = (next + 1) % SEQUENCES;
    }

    /** @param own whether the identifier was ours, or the kernel has matched it */
    Optional<Evidence> reply(A from, boolean own, int sequence, byte[] data, long now) {
        return Optional.ofNullable(sent.get(sequence))
                .filter(echo -> own && from.equals(echo.target()) && Arrays.equals(data, octets(echo.nonce())))
                .map(echo -> new Evidence.Echo(Duration.ofNanos(Math.max(now - echo.at(), 0))));
    }

    /** Whether an echo with this sequence number went to the address. */
    boolean sentTo(A target, int sequence) {
        return Optional.ofNullable(sent.get(sequence)).filter(echo -> target.equals(echo.target())).isPresent();
    }

    private static byte[] octets(long nonce) {
        return ByteBuffer.allocate(Long.BYTES).putLong(nonce).array();
    }
}

package org.dcos.net.probe;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.dcos.net.probe.socket.Datagram;
import org.dcos.net.probe.socket.IcmpSocket;
import org.dcos.net.probe.socket.Libc;
import org.dcos.net.probe.socket.Sent;
import org.dcos.net.probe.socket.SocketFailed;
import org.dcos.net.probe.wire.IcmpMessage;
import org.dcos.net.probe.wire.MalformedPacket;

/**
 * ICMP echoes over one socket (RFC 792, "Echo or Echo Reply Message"). A reply counts when it comes from the address
 * that was asked and brings back identifier, sequence number and the eight octets that were drawn by chance for this
 * echo: so neither the ping of another process nor a host that answers for others is taken for an answer.
 */
final class EchoMedium implements Medium, AutoCloseable {

    /** As many echoes can be under way as there are sequence numbers; those before are forgotten. */
    private static final int SEQUENCES = 1 << 16;

    /** Messages read before it is another's turn. */
    private static final int BATCH = 256;

    private final IcmpSocket socket;
    private final RandomGenerator random;
    private final int identifier;

    // by sequence number
    private final Inet4Address[] targets = new Inet4Address[SEQUENCES];
    private final long[] nonces = new long[SEQUENCES];
    private final long[] sentAt = new long[SEQUENCES];
    private int next;

    private EchoMedium(IcmpSocket socket, RandomGenerator random) {
        this.socket = socket;
        this.random = random;
        this.identifier = random.nextInt(SEQUENCES);
    }

    static EchoMedium open(Libc libc, RandomGenerator random) throws SocketFailed {
        return new EchoMedium(IcmpSocket.open(libc), random);
    }

    @Override
    public Sent send(Inet4Address target, long now) {
        long nonce = random.nextLong();
        var echo = new IcmpMessage.Echo(false, identifier, next,
                ByteBuffer.allocate(Long.BYTES).putLong(nonce).array());
        var sent = socket.send(echo.encode(), target);
        if (sent instanceof Sent.Done) {
            targets[next] = target;
            nonces[next] = nonce;
            sentAt[next] = now;
            next = (next + 1) % SEQUENCES;
        }
        return sent;
    }

    @Override
    public boolean receive(long now, BiConsumer<Inet4Address, Evidence> answers) {
        int read = 0;
        for (; read < BATCH; read++) {
            try {
                var datagram = socket.receive();
                if (datagram.isEmpty()) {
                    break;
                }
                var source = datagram.get().source();
                evidence(datagram.get(), now).ifPresent(found -> answers.accept(source, found));
            } catch (MalformedPacket _) {
                // anybody may send anything: as if it had not come
            }
        }
        return read > 0;
    }

    private Optional<Evidence> evidence(Datagram datagram, long now) throws MalformedPacket {
        var from = datagram.source();
        return switch (IcmpMessage.decode(datagram.octets(), datagram.start(), datagram.end())) {
            case IcmpMessage.Echo echo when echo.reply() && isMine(echo.identifier(), echo.sequence(), from)
                    && Arrays.equals(echo.data(), nonce(echo.sequence())) ->
                    Optional.of(new Evidence.Echo(Duration.ofNanos(Math.max(now - sentAt[echo.sequence()], 0))));
            case IcmpMessage.Undelivered error when error.target().equals(from)
                    && isMine(error.identifier(), error.sequence(), from) ->
                    Optional.of(new Evidence.EchoRefused(error.type(), error.code()));
            case IcmpMessage.Echo _,IcmpMessage.Undelivered _,IcmpMessage.Other _ -> Optional.empty();
        };
    }

    private boolean isMine(int id, int sequence, Inet4Address target) {
        return (id == identifier || !socket.keepsIdentifier()) && target.equals(targets[sequence]);
    }

    private byte[] nonce(int sequence) {
        return ByteBuffer.allocate(Long.BYTES).putLong(nonces[sequence]).array();
    }

    @Override
    public void await(int milliseconds) {
        socket.await(milliseconds);
    }

    @Override
    public void close() {
        socket.close();
    }
}

package org.dcos.net.probe;

import java.net.Inet4Address;
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

/** ICMP echoes over one socket (RFC 792, "Echo or Echo Reply Message"). */
final class EchoMedium implements OpenMedium<Inet4Address> {

    /** Messages read before it is another's turn. */
    private static final int BATCH = 256;

    private final IcmpSocket socket;
    private final Echoes<Inet4Address> echoes;

    private EchoMedium(IcmpSocket socket, RandomGenerator random) {
        this.socket = socket;
        this.echoes = new Echoes<>(random);
    }

    static EchoMedium open(Libc libc, RandomGenerator random) throws SocketFailed {
        return new EchoMedium(IcmpSocket.open(libc), random);
    }

    @Override
    public Sent send(Inet4Address target, long now) {
        var echo = new IcmpMessage.Echo(false, echoes.identifier(), echoes.sequence(), echoes.data(target, now));
        var sent = socket.send(echo.encode(), target);
        if (sent instanceof Sent.Done) {
            echoes.done();
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

    private Optional<Evidence> evidence(Datagram<Inet4Address> datagram, long now) throws MalformedPacket {
        var from = datagram.source();
        return switch (IcmpMessage.decode(datagram.octets(), datagram.start(), datagram.end())) {
            case IcmpMessage.Echo echo when echo.reply() ->
                    echoes.reply(from, isOurs(echo.identifier()), echo.sequence(), echo.data(), now);
            case IcmpMessage.Undelivered error when error.target().equals(from) && isOurs(error.identifier())
                    && echoes.sentTo(from, error.sequence()) ->
                    Optional.of(new Evidence.EchoRefused(error.type(), error.code()));
            case IcmpMessage.Echo _,IcmpMessage.Undelivered _,IcmpMessage.Other _ -> Optional.empty();
        };
    }

    private boolean isOurs(int identifier) {
        return identifier == echoes.identifier() || !socket.keepsIdentifier();
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

package org.dcos.net.probe;

import java.net.Inet6Address;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.dcos.net.probe.socket.Datagram;
import org.dcos.net.probe.socket.Icmp6Socket;
import org.dcos.net.probe.socket.Libc;
import org.dcos.net.probe.socket.Sent;
import org.dcos.net.probe.socket.SocketFailed;
import org.dcos.net.probe.wire.Icmp6Message;
import org.dcos.net.probe.wire.MalformedPacket;

/** ICMPv6 echoes over one socket (RFC 4443 §4). */
final class Echo6Medium implements OpenMedium<Inet6Address> {

    /** Messages read before it is another's turn. */
    private static final int BATCH = 256;

    private final Icmp6Socket socket;
    private final Echoes<Inet6Address> echoes;

    private Echo6Medium(Icmp6Socket socket, RandomGenerator random) {
        this.socket = socket;
        this.echoes = new Echoes<>(random);
    }

    static Echo6Medium open(Libc libc, RandomGenerator random) throws SocketFailed {
        return new Echo6Medium(Icmp6Socket.open(libc), random);
    }

    @Override
    public Sent send(Inet6Address target, long now) {
        var echo = new Icmp6Message.Echo(false, echoes.identifier(), echoes.sequence(), echoes.data(target, now));
        var sent = socket.send(echo.encode(), target);
        if (sent instanceof Sent.Done) {
            echoes.done();
        }
        return sent;
    }

    @Override
    public boolean receive(long now, BiConsumer<Inet6Address, Evidence> answers) {
        int read = 0;
        for (; read < BATCH; read++) {
            var datagram = socket.receive();
            if (datagram.isEmpty()) {
                break;
            }
            try {
                var source = datagram.get().source();
                evidence(datagram.get(), now).ifPresent(found -> answers.accept(source, found));
            } catch (MalformedPacket _) {
                // anybody may send anything: as if it had not come
            }
        }
        return read > 0;
    }

    private Optional<Evidence> evidence(Datagram<Inet6Address> datagram, long now) throws MalformedPacket {
        var from = datagram.source();
        return switch (Icmp6Message.decode(datagram.octets(), datagram.start(), datagram.end())) {
            case Icmp6Message.Echo echo when echo.reply() ->
                    echoes.reply(from, isOurs(echo.identifier()), echo.sequence(), echo.data(), now);
            case Icmp6Message.Undelivered error when error.target().equals(from) && isOurs(error.identifier())
                    && echoes.sentTo(from, error.sequence()) ->
                    Optional.of(new Evidence.EchoRefused(error.type(), error.code()));
            case Icmp6Message.Echo _,Icmp6Message.Undelivered _,Icmp6Message.Other _ -> Optional.empty();
            case Icmp6Message.NeighbourSolicitation _,Icmp6Message.NeighbourAdvertisement _ -> Optional.empty();
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

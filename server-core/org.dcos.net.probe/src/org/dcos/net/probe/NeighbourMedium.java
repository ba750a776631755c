package org.dcos.net.probe;

import java.net.Inet6Address;
import java.util.function.BiConsumer;
import org.dcos.net.probe.socket.Icmp6Socket;
import org.dcos.net.probe.socket.Libc;
import org.dcos.net.probe.socket.Sent;
import org.dcos.net.probe.socket.SocketFailed;
import org.dcos.net.probe.wire.Icmp6Message;
import org.dcos.net.probe.wire.Icmp6Message.NeighbourAdvertisement;
import org.dcos.net.probe.wire.Icmp6Message.NeighbourSolicitation;
import org.dcos.net.probe.wire.Ipv6;
import org.dcos.net.probe.wire.MacAddress;
import org.dcos.net.probe.wire.MalformedPacket;

/**
 * Neighbour solicitations on one Ethernet (RFC 4861 §7.2). They come from an address of this machine: sent from the
 * unspecified one they would be duplicate address detection, and keep a host that is about to take the address from
 * taking it (RFC 4862 §5.4.3).
 */
final class NeighbourMedium implements OpenMedium<Inet6Address> {

    /** Messages read before it is another's turn. */
    private static final int BATCH = 256;

    private final Icmp6Socket socket;
    private final MacAddress own;

    private NeighbourMedium(Icmp6Socket socket, MacAddress own) {
        this.socket = socket;
        this.own = own;
    }

    static NeighbourMedium open(Libc libc, AttachedNetwork network) throws SocketFailed {
        return new NeighbourMedium(Icmp6Socket.forNeighbours(libc, network.index()), network.hardware());
    }

    @Override
    public Sent send(Inet6Address target, long now) {
        return socket.send(new NeighbourSolicitation(target, own).encode(), Ipv6.solicitedNode(target));
    }

    @Override
    public boolean receive(long now, BiConsumer<Inet6Address, Evidence> answers) {
        int read = 0;
        for (; read < BATCH; read++) {
            var datagram = socket.receive();
            if (datagram.isEmpty()) {
                break;
            }
            var message = datagram.get();
            try {
                if (Icmp6Message.decode(message.octets(), message.start(),
                        message.end()) instanceof NeighbourAdvertisement told) {
                    answers.accept(told.target(), new Evidence.Neighbour(told.hardware()));
                }
            } catch (MalformedPacket _) {
                // anybody may send anything: as if it had not come
            }
        }
        return read > 0;
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

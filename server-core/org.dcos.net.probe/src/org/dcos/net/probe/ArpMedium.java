package org.dcos.net.probe;

import java.net.Inet4Address;
import java.util.function.BiConsumer;
import org.dcos.net.probe.socket.ArpSocket;
import org.dcos.net.probe.socket.Libc;
import org.dcos.net.probe.socket.Sent;
import org.dcos.net.probe.socket.SocketFailed;
import org.dcos.net.probe.wire.ArpPacket;
import org.dcos.net.probe.wire.Ipv4;
import org.dcos.net.probe.wire.MacAddress;
import org.dcos.net.probe.wire.MalformedPacket;

/** ARP probes on one Ethernet (RFC 5227 §2.1.1). */
final class ArpMedium implements OpenMedium<Inet4Address> {

    /** Packets read before it is another's turn: a network has always some ARP that is not for us. */
    private static final int BATCH = 256;

    private final ArpSocket socket;
    private final MacAddress own;

    private ArpMedium(ArpSocket socket, MacAddress own) {
        this.socket = socket;
        this.own = own;
    }

    static ArpMedium open(Libc libc, AttachedNetwork network) throws SocketFailed {
        return new ArpMedium(ArpSocket.open(libc, network.index()), network.hardware());
    }

    @Override
    public Sent send(Inet4Address target, long now) {
        return socket.send(ArpPacket.probe(own, target));
    }

    @Override
    public boolean receive(long now, BiConsumer<Inet4Address, Evidence> answers) {
        int read = 0;
        for (; read < BATCH; read++) {
            var octets = socket.receive();
            if (octets.isEmpty()) {
                break;
            }
            try {
                var packet = ArpPacket.decode(octets.get(), octets.get().length);
                var claimed = Ipv4.bits(packet.sender()) == 0 ? packet.target() : packet.sender();
                if (packet.claims(claimed, own)) {
                    answers.accept(claimed, new Evidence.Arp(packet.senderHardware()));
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

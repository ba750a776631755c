package org.dcos.net.dhcp.server;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.util.Optional;
import org.dcos.net.dhcp.engine.Destination;
import org.dcos.net.dhcp.engine.Reaction;
import org.dcos.net.dhcp.socket.IpDatagram;
import org.dcos.net.dhcp.socket.Libc;
import org.dcos.net.dhcp.socket.PacketSocket;
import org.dcos.net.dhcp.socket.SocketFailed;
import org.dcos.net.dhcp.socket.UdpSocket;
import org.dcos.net.dhcp.wire.Ipv4;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's port on one interface, by which it hears and answers. */
final class InterfacePort implements AutoCloseable {

    /** RFC 2131 §4.1. */
    static final int SERVER = 67;
    static final int CLIENT = 68;

    private static final Logger LOG = LoggerFactory.getLogger(InterfacePort.class);

    private final String name;
    private final Inet4Address own;
    private final UdpSocket udp;
    private final Optional<PacketSocket> packets;

    private InterfacePort(String name, Inet4Address own, UdpSocket udp, Optional<PacketSocket> packets) {
        this.name = name;
        this.own = own;
        this.udp = udp;
        this.packets = packets;
    }

    static InterfacePort open(String name, Inet4Address own) throws IOException {
        var libc = Libc.find().orElseThrow(() -> PortRefused.notHere(name));
        int index = index(name);
        UdpSocket udp;
        try {
            udp = UdpSocket.open(libc, name, SERVER);
        } catch (SocketFailed e) {
            throw PortRefused.of(name, SERVER, e);
        }
        return new InterfacePort(name, own, udp, packets(libc, name, index));
    }

    static int index(String name) throws IOException {
        return Optional.ofNullable(NetworkInterface.getByName(name))
                .orElseThrow(() -> PortRefused.noInterface(name)).getIndex();
    }

    /** Without the right to it, clients without an address are answered by broadcast, which all of them hear. */
    private static Optional<PacketSocket> packets(Libc libc, String name, int index) {
        try {
            return Optional.of(PacketSocket.toSend(libc, index));
        } catch (SocketFailed e) {
            LOG.warn("DHCP on {}: new clients are answered by broadcast, for {}. Command: {}", name, e.getMessage(),
                    PortRefused.capabilityCommand());
            return Optional.empty();
        }
    }

    String name() {
        return name;
    }

    Optional<UdpSocket.Datagram> receive() {
        return udp.receive();
    }

    void await(int milliseconds) {
        udp.await(milliseconds);
    }

    void send(Reaction.Send answer) throws SocketFailed {
        byte[] octets = answer.message().encode(answer.longest());
        switch (answer.destination()) {
            case Destination.Relay(var address) -> udp.send(octets, address, SERVER);
            case Destination.Host(var address) -> udp.send(octets, address, CLIENT);
            case Destination.Everybody() -> udp.send(octets, Ipv4.BROADCAST, CLIENT);
            case Destination.Newcomer(var address, var hardware) -> {
                if (packets.isPresent()) {
                    packets.get().send(new IpDatagram(own, SERVER, address, CLIENT, octets), hardware);
                } else {
                    udp.send(octets, Ipv4.BROADCAST, CLIENT);
                }
            }
        }
    }

    @Override
    public void close() {
        udp.close();
        packets.ifPresent(PacketSocket::close);
    }
}

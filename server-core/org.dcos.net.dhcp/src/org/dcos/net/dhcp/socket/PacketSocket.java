package org.dcos.net.dhcp.socket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Octets;

/**
 * UDP datagrams of one Ethernet whose IP header we make ourselves, the kernel making the Ethernet header (packet(7),
 * SOCK_DGRAM): to a host that has its address not yet, so answers no ARP, and from one that has none. Needs
 * CAP_NET_RAW.
 */
public final class PacketSocket implements AutoCloseable {

    public static final HardwareAddress EVERYBODY = HardwareAddress.ethernet("ff:ff:ff:ff:ff:ff");

    /** Octets of a struct sockaddr_ll. */
    private static final int ADDRESS_LENGTH = 20;

    private final NativeSocket socket;
    private final int networkInterface;
    private final byte[] buffer = new byte[NativeSocket.BUFFER];
    private final byte[] from = new byte[ADDRESS_LENGTH];

    private PacketSocket(NativeSocket socket, int networkInterface) {
        this.socket = socket;
        this.networkInterface = networkInterface;
    }

    /**
     * For sending only.
     *
     * @param networkInterface its number in the system
     */
    public static PacketSocket toSend(Libc libc, int networkInterface) throws SocketFailed {
        return new PacketSocket(NativeSocket.open(libc, Linux.AF_PACKET, Linux.SOCK_DGRAM, 0), networkInterface);
    }

    /** Hears every IP datagram of the interface too. */
    public static PacketSocket toHear(Libc libc, int networkInterface) throws SocketFailed {
        int protocol = Short.toUnsignedInt(networkOrder(Linux.ETH_P_IP));
        var socket = NativeSocket.open(libc, Linux.AF_PACKET, Linux.SOCK_DGRAM, protocol);
        var opened = new PacketSocket(socket, networkInterface);
        try {
            socket.bind(opened.address(EVERYBODY)); // before it, datagrams of all interfaces come in
        } catch (SocketFailed e) {
            socket.close();
            throw e;
        }
        return opened;
    }

    public void send(IpDatagram datagram, HardwareAddress hardware) throws SocketFailed {
        socket.send(datagram.encode(), address(hardware));
    }

    /** A datagram and who on this network sent it. */
    public record Heard(IpDatagram datagram, HardwareAddress from) {}

    /** The next datagram that is there and is UDP; others are passed over. */
    public Optional<Heard> receive() {
        for (int length = socket.receive(buffer, from); length >= 0; length = socket.receive(buffer, from)) {
            var datagram = IpDatagram.decode(buffer, length);
            if (datagram.isPresent()) {
                var octets = new byte[Math.min(from[11] & 0xFF, 8)];
                System.arraycopy(from, 12, octets, 0, octets.length);
                return Optional.of(new Heard(datagram.get(),
                        new HardwareAddress(HardwareAddress.ETHERNET, new Octets(octets))));
            }
        }
        return Optional.empty();
    }

    /** Waits until there is something to receive, at most so long. */
    public void await(int milliseconds) {
        socket.await(milliseconds);
    }

    @Override
    public void close() {
        socket.close();
    }

    /** A struct sockaddr_ll: family, protocol, interface, hardware type and packet type, address with its length. */
    private byte[] address(HardwareAddress hardware) {
        var address = ByteBuffer.allocate(ADDRESS_LENGTH).order(ByteOrder.nativeOrder());
        address.putShort((short) Linux.AF_PACKET).putShort(networkOrder(Linux.ETH_P_IP)).putInt(networkInterface);
        address.putShort((short) 0).put((byte) 0).put((byte) hardware.octets().length()).put(hardware.octets().bytes());
        return address.array();
    }

    /** Such that it lies in memory with its higher octet first, all processors of {@link Libc} being little-endian. */
    private static short networkOrder(int value) {
        return Short.reverseBytes((short) value);
    }
}

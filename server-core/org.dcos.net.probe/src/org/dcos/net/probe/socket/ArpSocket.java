package org.dcos.net.probe.socket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.dcos.net.probe.wire.ArpPacket;
import org.dcos.net.probe.wire.MacAddress;

/**
 * Sends ARP packets to all hosts of one Ethernet and hears all that come in there; the kernel makes the Ethernet header
 * (packet(7), SOCK_DGRAM). Needs CAP_NET_RAW. Belongs to the thread that opened it.
 */
public final class ArpSocket implements AutoCloseable {

    /** Answers of a whole /20 at once. */
    private static final int BUFFERS = 4 << 20;

    /** Octets of a struct sockaddr_ll (packet(7)). */
    private static final int ADDRESS_LENGTH = 20;

    private final NativeSocket socket;
    private final byte[] everybody;
    private final byte[] buffer = new byte[NativeSocket.BUFFER];
    private final byte[] from = new byte[ADDRESS_LENGTH];

    private ArpSocket(NativeSocket socket, int networkInterface) {
        this.socket = socket;
        this.everybody = address(networkInterface, MacAddress.BROADCAST);
        socket.setBuffers(BUFFERS);
    }

    /**
     * @param networkInterface its number in the system
     * @throws SocketFailed if this process may not have such a socket, or the interface is gone
     */
    public static ArpSocket open(Libc libc, int networkInterface) throws SocketFailed {
        int protocol = Short.toUnsignedInt(networkOrder(Linux.ETH_P_ARP));
        var socket = NativeSocket.open(libc, Linux.AF_PACKET, Linux.SOCK_DGRAM, protocol);
        try {
            socket.bind(address(networkInterface, MacAddress.BROADCAST)); // before it, ARP of all interfaces comes in
        } catch (SocketFailed e) {
            socket.close();
            throw e;
        }
        return new ArpSocket(socket, networkInterface);
    }

    public Sent send(ArpPacket packet) {
        return Sent.of(socket.send(packet.encode(), everybody));
    }

    /** The octets of the next packet that is there, as they came. */
    public Optional<byte[]> receive() {
        int length = socket.receive(buffer, from);
        return length < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(buffer, length));
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
    private static byte[] address(int networkInterface, MacAddress hardware) {
        var address = ByteBuffer.allocate(ADDRESS_LENGTH).order(ByteOrder.nativeOrder());
        address.putShort((short) Linux.AF_PACKET).putShort(networkOrder(Linux.ETH_P_ARP)).putInt(networkInterface);
        address.putShort((short) 0).put((byte) 0).put((byte) MacAddress.LENGTH).put(hardware.octets());
        return address.array();
    }

    /** Such that it lies in memory with its higher octet first, all processors of {@link Libc} being little-endian. */
    private static short networkOrder(int value) {
        return Short.reverseBytes((short) value);
    }
}

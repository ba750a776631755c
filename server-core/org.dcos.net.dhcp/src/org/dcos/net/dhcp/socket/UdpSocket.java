package org.dcos.net.dhcp.socket;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.dcos.net.dhcp.wire.Ipv4;

/**
 * A UDP port of one interface, whatever addresses that has: it hears broadcasts of this interface alone and sends them
 * there, which the JDK cannot tell apart (socket(7), SO_BINDTODEVICE).
 */
public final class UdpSocket implements AutoCloseable {

    /**
     * About a thousand messages: what comes in while the JVM collects garbage. More would only be answered when the
     * clients wait no longer.
     */
    private static final int BUFFERS = 1 << 20;

    /** Octets of a struct sockaddr_in (ip(7)). */
    private static final int ADDRESS_LENGTH = 16;

    private final NativeSocket socket;
    private final byte[] buffer = new byte[NativeSocket.BUFFER];
    private final byte[] from = new byte[ADDRESS_LENGTH];

    private UdpSocket(NativeSocket socket) {
        this.socket = socket;
    }

    /** What came in: the octets are valid until the next. */
    public record Datagram(Inet4Address source, byte[] octets, int length) {}

    /** @throws SocketFailed if the port is taken, or this process may not have it, or the interface is not there */
    public static UdpSocket open(Libc libc, String networkInterface, int port) throws SocketFailed {
        var socket = NativeSocket.open(libc, Linux.AF_INET, Linux.SOCK_DGRAM, 0);
        try {
            socket.setOption("SO_BINDTODEVICE", Linux.SO_BINDTODEVICE,
                    networkInterface.getBytes(StandardCharsets.US_ASCII));
            socket.setOption("SO_BROADCAST", Linux.SO_BROADCAST, 1);
            socket.setBuffers(BUFFERS);
            socket.bind(address(Ipv4.NONE, port));
        } catch (SocketFailed e) {
            socket.close();
            throw e;
        }
        return new UdpSocket(socket);
    }

    public void send(byte[] data, Inet4Address target, int port) throws SocketFailed {
        socket.send(data, address(target, port));
    }

    /** The next datagram that is there. */
    public Optional<Datagram> receive() {
        int length = socket.receive(buffer, from);
        return length < 0 ? Optional.empty()
                : Optional.of(new Datagram(Ipv4.address(ByteBuffer.wrap(from).getInt(Integer.BYTES)), buffer, length));
    }

    /** Waits until there is something to receive, at most so long. */
    public void await(int milliseconds) {
        socket.await(milliseconds);
    }

    @Override
    public void close() {
        socket.close();
    }

    private static byte[] address(Inet4Address address, int port) {
        var out = ByteBuffer.allocate(ADDRESS_LENGTH).order(ByteOrder.nativeOrder()).putShort((short) Linux.AF_INET);
        out.order(ByteOrder.BIG_ENDIAN).putShort((short) port).put(address.getAddress());
        return Arrays.copyOf(out.array(), ADDRESS_LENGTH);
    }
}

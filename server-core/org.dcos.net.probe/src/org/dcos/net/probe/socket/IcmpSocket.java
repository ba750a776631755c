package org.dcos.net.probe.socket;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.dcos.net.probe.wire.IcmpMessage;
import org.dcos.net.probe.wire.Ipv4;
import org.dcos.net.probe.wire.MalformedPacket;

/**
 * Sends and receives ICMP messages, to and from any number of hosts. Belongs to the thread that opened it.
 *
 * <p>Linux has two kinds (icmp(7), raw(7)). A ping socket needs no right but a group within
 * {@code net.ipv4.ping_group_range}; the kernel chooses the identifier and hands out only replies to it. A raw socket
 * needs CAP_NET_RAW and gets a copy, with its IPv4 header, of every ICMP message of the machine, so the kernel is told
 * to leave requests out: on the loopback they would be our own.
 */
public final class IcmpSocket implements AutoCloseable {

    /** Enough for the replies of some thousand hosts while this process waits for its turn. */
    private static final int BUFFERS = 4 << 20;

    /** Octets of a struct sockaddr_in (ip(7)). */
    private static final int ADDRESS_LENGTH = 16;
    private static final int ADDRESS_AT = 4;

    private final NativeSocket socket;
    private final boolean raw;
    private final byte[] buffer = new byte[NativeSocket.BUFFER];
    private final byte[] from = new byte[ADDRESS_LENGTH];

    private IcmpSocket(NativeSocket socket, boolean raw) {
        this.socket = socket;
        this.raw = raw;
        socket.setBuffers(BUFFERS);
        if (raw) {
            int wanted = 1 << IcmpMessage.ECHO_REPLY | 1 << IcmpMessage.UNREACHABLE | 1 << IcmpMessage.TIME_EXCEEDED
                    | 1 << IcmpMessage.PARAMETER_PROBLEM;
            socket.trySetOption(Linux.SOL_RAW, Linux.ICMP_FILTER, ~wanted); // a bit set is a type left out
        }
    }

    /**
     * A ping socket where this process may have one, else a raw socket.
     *
     * @throws SocketFailed if it may have neither, or the system has no more sockets
     */
    public static IcmpSocket open(Libc libc) throws SocketFailed {
        try {
            return new IcmpSocket(
                    NativeSocket.open(libc, Linux.AF_INET, Linux.SOCK_DGRAM, Linux.IPPROTO_ICMP), false);
        } catch (SocketFailed _) { // in whatever way: the other kind may work, and tells its own reason if not
            return new IcmpSocket(NativeSocket.open(libc, Linux.AF_INET, Linux.SOCK_RAW, Linux.IPPROTO_ICMP), true);
        }
    }

    /** Whether the identifier of a sent message stays as it is; else the kernel sets its own, and matches by it. */
    public boolean keepsIdentifier() {
        return raw;
    }

    public Sent send(byte[] message, Inet4Address target) {
        var address = ByteBuffer.allocate(ADDRESS_LENGTH).order(ByteOrder.nativeOrder());
        address.putShort((short) Linux.AF_INET).putShort((short) 0).put(target.getAddress());
        return Sent.of(socket.send(message, address.array()));
    }

    /**
     * The next message that is there.
     *
     * @throws MalformedPacket if what came has no IPv4 header before it as it must; there may be more behind it
     */
    public Optional<Datagram<Inet4Address>> receive() throws MalformedPacket {
        int length = socket.receive(buffer, from);
        if (length < 0) {
            return Optional.empty();
        }
        int start = raw ? Ipv4.decode(buffer, 0, length).length() : 0;
        return Optional
                .of(new Datagram<>(Ipv4.address(ByteBuffer.wrap(from).getInt(ADDRESS_AT)), buffer, start, length));
    }

    /** Waits until there is something to receive, at most so long. */
    public void await(int milliseconds) {
        socket.await(milliseconds);
    }

    @Override
    public void close() {
        socket.close();
    }
}

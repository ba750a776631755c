package org.dcos.net.probe.socket;

import java.net.Inet6Address;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.dcos.net.probe.wire.Icmp6Message;
import org.dcos.net.probe.wire.Ipv6;

/**
 * Sends and receives ICMPv6 messages, to and from any number of hosts. Belongs to the thread that opened it. The kernel
 * makes and checks their checksums (RFC 3542 §3.1).
 *
 * <p>As for IPv4, a ping socket needs no right but a group within {@code net.ipv4.ping_group_range}, which holds for
 * IPv6 too; a raw socket needs CAP_NET_RAW, and the kernel is told to leave out all types but those that are asked for
 * (RFC 3542 §3.2). Neighbour messages need a raw socket.
 */
public final class Icmp6Socket implements AutoCloseable {

    /** Enough for the replies of some thousand hosts while this process waits for its turn. */
    private static final int BUFFERS = 4 << 20;

    /** Octets of a struct sockaddr_in6 (ipv6(7)). */
    private static final int ADDRESS_LENGTH = 28;
    private static final int ADDRESS_AT = 8;

    /** Neighbour messages that went through a router are none (RFC 4861 §7.1). */
    private static final int NEVER_ROUTED = 255;

    /** Where the hop limit is in an IPv6 header (RFC 8200 §3). */
    private static final int HOP_LIMIT_AT = 7;

    private final NativeSocket socket;
    private final boolean raw;
    private final int networkInterface;
    private final byte[] buffer = new byte[NativeSocket.BUFFER];
    private final byte[] from = new byte[ADDRESS_LENGTH];

    private Icmp6Socket(NativeSocket socket, boolean raw, int networkInterface) {
        this.socket = socket;
        this.raw = raw;
        this.networkInterface = networkInterface;
        socket.setBuffers(BUFFERS);
    }

    /**
     * One for echoes: a ping socket where this process may have one, else a raw socket.
     *
     * @throws SocketFailed if it may have neither, or the system has no more sockets
     */
    public static Icmp6Socket open(Libc libc) throws SocketFailed {
        try {
            return new Icmp6Socket(
                    NativeSocket.open(libc, Linux.AF_INET6, Linux.SOCK_DGRAM, Linux.IPPROTO_ICMPV6), false, 0);
        } catch (SocketFailed _) { // in whatever way: the other kind may work, and tells its own reason if not
            var socket = NativeSocket.open(libc, Linux.AF_INET6, Linux.SOCK_RAW, Linux.IPPROTO_ICMPV6);
            letIn(socket, Icmp6Message.ECHO_REPLY, Icmp6Message.UNREACHABLE, Icmp6Message.TIME_EXCEEDED,
                    Icmp6Message.PARAMETER_PROBLEM);
            return new Icmp6Socket(socket, true, 0);
        }
    }

    /**
     * One for neighbour messages on one Ethernet.
     *
     * @param networkInterface its number in the system
     * @throws SocketFailed if this process may not have such a socket, or it cannot be told to send and hear only what
     *         no router has passed on
     */
    public static Icmp6Socket forNeighbours(Libc libc, int networkInterface) throws SocketFailed {
        var socket = NativeSocket.open(libc, Linux.AF_INET6, Linux.SOCK_RAW, Linux.IPPROTO_ICMPV6);
        try {
            letIn(socket, Icmp6Message.NEIGHBOUR_ADVERTISEMENT);
            socket.setOption(Linux.SOL_IPV6, Linux.IPV6_MULTICAST_HOPS, NEVER_ROUTED);
            socket.letInWhere(Linux.SKF_NET_OFF + HOP_LIMIT_AT, NEVER_ROUTED);
        } catch (SocketFailed e) {
            socket.close();
            throw e;
        }
        return new Icmp6Socket(socket, true, networkInterface);
    }

    /** In a struct icmp6_filter a bit set is a type left out. */
    private static void letIn(NativeSocket socket, int... types) {
        var filter = new int[8];
        java.util.Arrays.fill(filter, -1);
        for (int type : types) {
            filter[type >> 5] &= ~(1 << (type & 31));
        }
        var octets = ByteBuffer.allocate(filter.length * Integer.BYTES).order(ByteOrder.nativeOrder());
        octets.asIntBuffer().put(filter);
        socket.trySetOption(Linux.IPPROTO_ICMPV6, Linux.ICMPV6_FILTER, octets.array());
    }

    /** Whether the identifier of a sent message stays as it is; else the kernel sets its own, and matches by it. */
    public boolean keepsIdentifier() {
        return raw;
    }

    public Sent send(byte[] message, Inet6Address target) {
        var address = ByteBuffer.allocate(ADDRESS_LENGTH).order(ByteOrder.nativeOrder());
        address.putShort((short) Linux.AF_INET6).putShort((short) 0).putInt(0).put(target.getAddress());
        address.putInt(networkInterface);
        return Sent.of(socket.send(message, address.array()));
    }

    /** The next message that is there. */
    public Optional<Datagram<Inet6Address>> receive() {
        int length = socket.receive(buffer, from);
        return length < 0 ? Optional.empty()
                : Optional.of(new Datagram<>(Ipv6.address(from, ADDRESS_AT), buffer, 0, length));
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

package org.dcos.net.dhcp.socket;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A socket of the C library that never blocks but in {@link #await}. One thread may receive while several send; it is
 * closed when none does either.
 */
final class NativeSocket implements AutoCloseable {

    /** Octets of the longest datagram that is received as a whole; no DHCP message of an Ethernet is longer. */
    static final int BUFFER = 4096;

    /** Octets of a struct sockaddr_ll, the longest address here (packet(7)). */
    private static final int LONGEST_ADDRESS = 20;

    /** Octets of a struct pollfd (poll(2)). */
    private static final int POLL_ENTRY = 8;

    private final Libc libc;
    private final int descriptor;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment error = arena.allocate(Libc.errorLayout());
    private final MemorySegment in = arena.allocate(BUFFER, Integer.BYTES);
    private final MemorySegment peer = arena.allocate(LONGEST_ADDRESS, Integer.BYTES);
    private final MemorySegment peerLength = arena.allocate(JAVA_INT);
    private final MemorySegment poll = arena.allocate(POLL_ENTRY, Integer.BYTES);

    // for those who send, one at a time
    private final Object sending = new Object();
    private boolean closed;
    private final MemorySegment sendError = arena.allocate(Libc.errorLayout());
    private final MemorySegment out = arena.allocate(BUFFER, Integer.BYTES);
    private final MemorySegment target = arena.allocate(LONGEST_ADDRESS, Integer.BYTES);

    private NativeSocket(Libc libc, int family, int type, int protocol) throws SocketFailed {
        this.libc = libc;
        descriptor = libc.socket(error, family, type | Linux.SOCK_NONBLOCK | Linux.SOCK_CLOEXEC, protocol);
        if (descriptor < 0) {
            arena.close();
            throw new SocketFailed("socket(%d, %d)".formatted(family, type), -descriptor);
        }
        poll.set(JAVA_INT, 0, descriptor);
        poll.set(JAVA_SHORT, Integer.BYTES, Linux.POLLIN);
    }

    static NativeSocket open(Libc libc, int family, int type, int protocol) throws SocketFailed {
        return new NativeSocket(libc, family, type, protocol);
    }

    void bind(byte[] address) throws SocketFailed {
        MemorySegment.copy(address, 0, out, JAVA_BYTE, 0, address.length);
        require("bind", libc.bind(error, descriptor, out, address.length));
    }

    void setOption(String name, int option, byte[] value) throws SocketFailed {
        require(name, trySetOption(option, value));
    }

    private int trySetOption(int option, byte[] value) {
        MemorySegment.copy(value, 0, out, JAVA_BYTE, 0, value.length);
        return libc.setOption(error, descriptor, Linux.SOL_SOCKET, option, out.asSlice(0, value.length));
    }

    void setOption(String name, int option, int value) throws SocketFailed {
        require(name, trySetOption(option, value));
    }

    private int trySetOption(int option, int value) {
        out.set(JAVA_INT, 0, value);
        return libc.setOption(error, descriptor, Linux.SOL_SOCKET, option, out.asSlice(0, Integer.BYTES));
    }

    /** As large as asked where this process may, else as large as the system allows everybody. */
    void setBuffers(int bytes) {
        if (trySetOption(Linux.SO_RCVBUFFORCE, bytes) < 0) {
            trySetOption(Linux.SO_RCVBUF, bytes);
        }
        if (trySetOption(Linux.SO_SNDBUFFORCE, bytes) < 0) {
            trySetOption(Linux.SO_SNDBUF, bytes);
        }
    }

    private static void require(String call, int result) throws SocketFailed {
        if (result < 0) {
            throw new SocketFailed(call, -result);
        }
    }

    /** Does nothing when it is closed. */
    void send(byte[] data, byte[] address) throws SocketFailed {
        synchronized (sending) {
            if (closed) {
                return;
            }
            MemorySegment.copy(data, 0, out, JAVA_BYTE, 0, data.length);
            MemorySegment.copy(address, 0, target, JAVA_BYTE, 0, address.length);
            require("send", libc.sendTo(sendError, descriptor, out, data.length, target.asSlice(0, address.length)));
        }
    }

    /** Octets received into the buffer of {@link #BUFFER} octets, or the negative error number; 0 may be a packet. */
    int receive(byte[] buffer, byte[] from) {
        peerLength.set(JAVA_INT, 0, LONGEST_ADDRESS);
        int length = libc.receiveFrom(error, descriptor, in, peer, peerLength);
        if (length > 0) {
            MemorySegment.copy(in, JAVA_BYTE, 0, buffer, 0, length);
            MemorySegment.copy(peer, JAVA_BYTE, 0, from, 0, Math.min(from.length, LONGEST_ADDRESS));
        }
        return length;
    }

    /** Returns when there is something to receive, a signal came, or the time is over. */
    void await(int milliseconds) {
        libc.poll(error, poll, 1, milliseconds);
    }

    @Override
    public void close() {
        synchronized (sending) {
            closed = true;
            libc.close(error, descriptor);
            arena.close();
        }
    }
}

package org.dcos.net.probe.socket;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A socket of the C library that never blocks but in {@link #await}. Belongs to the thread that opened it, which closes
 * it.
 */
final class NativeSocket implements AutoCloseable {

    /**
     * No ICMP message or ARP packet that matters is longer; the rest of a longer one is lost, and so is the message.
     */
    static final int BUFFER = 2048;

    /** Octets of a struct sockaddr_ll, the longest address here (packet(7)). */
    private static final int LONGEST_ADDRESS = 20;

    /** Octets of a struct pollfd (poll(2)). */
    private static final int POLL_ENTRY = 8;

    private final Libc libc;
    private final int descriptor;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment error = arena.allocate(Libc.errorLayout());
    private final MemorySegment out = arena.allocate(BUFFER, Integer.BYTES);
    private final MemorySegment in = arena.allocate(BUFFER, Integer.BYTES);
    private final MemorySegment peer = arena.allocate(LONGEST_ADDRESS, Integer.BYTES);
    private final MemorySegment peerLength = arena.allocate(JAVA_INT);
    private final MemorySegment poll = arena.allocate(POLL_ENTRY, Integer.BYTES);

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
        int result = libc.bind(error, descriptor, out, address.length);
        if (result < 0) {
            throw new SocketFailed("bind", -result);
        }
    }

    /** Sets an option, or does not: what may be refused here, a socket works without. */
    boolean trySetOption(int level, int name, int value) {
        out.set(JAVA_INT, 0, value);
        return libc.setOption(error, descriptor, level, name, out.asSlice(0, Integer.BYTES)) >= 0;
    }

    /** As large as asked where this process may, else as large as the system allows everybody. */
    void setBuffers(int bytes) {
        if (!trySetOption(Linux.SOL_SOCKET, Linux.SO_RCVBUFFORCE, bytes)) {
            trySetOption(Linux.SOL_SOCKET, Linux.SO_RCVBUF, bytes);
        }
        if (!trySetOption(Linux.SOL_SOCKET, Linux.SO_SNDBUFFORCE, bytes)) {
            trySetOption(Linux.SOL_SOCKET, Linux.SO_SNDBUF, bytes);
        }
    }

    /** Octets sent, or the negative error number. */
    int send(byte[] data, byte[] address) {
        MemorySegment.copy(data, 0, out, JAVA_BYTE, 0, data.length);
        MemorySegment.copy(address, 0, peer, JAVA_BYTE, 0, address.length);
        return libc.sendTo(error, descriptor, out, data.length, peer.asSlice(0, address.length));
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
        libc.close(error, descriptor);
        arena.close();
    }
}

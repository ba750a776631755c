package org.dcos.net.probe.socket;

import static java.lang.foreign.ValueLayout.ADDRESS;
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

    /** Octets of a struct sockaddr_in6, the longest address here (ipv6(7)). */
    private static final int LONGEST_ADDRESS = 28;

    /** Octets of a struct pollfd (poll(2)). */
    private static final int POLL_ENTRY = 8;

    /** Octets of a struct sock_filter, and of a struct sock_fprog (linux/filter.h). */
    private static final int INSTRUCTION = 8;
    private static final int PROGRAM = 16;

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

    boolean trySetOption(int level, int name, byte[] value) {
        MemorySegment.copy(value, 0, out, JAVA_BYTE, 0, value.length);
        return libc.setOption(error, descriptor, level, name, out.asSlice(0, value.length)) >= 0;
    }

    void setOption(int level, int name, int value) throws SocketFailed {
        out.set(JAVA_INT, 0, value);
        int result = libc.setOption(error, descriptor, level, name, out.asSlice(0, Integer.BYTES));
        if (result < 0) {
            throw new SocketFailed("setsockopt(%d, %d)".formatted(level, name), -result);
        }
    }

    /** Has the kernel hand out only packets with this octet there (bpf: a struct sock_fprog of struct sock_filter). */
    void letInWhere(int at, int octet) throws SocketFailed {
        var program = arena.allocate(INSTRUCTION * 4L, Integer.BYTES);
        instruction(program, 0, Linux.BPF_LD_B_ABS, 0, at);
        instruction(program, 1, Linux.BPF_JMP_JEQ_K, 1, octet); // other than that: skips one
        instruction(program, 2, Linux.BPF_RET_K, 0, -1);
        instruction(program, 3, Linux.BPF_RET_K, 0, 0);
        var filter = arena.allocate(PROGRAM, Long.BYTES);
        filter.set(JAVA_SHORT, 0, (short) 4);
        filter.set(ADDRESS, Long.BYTES, program);
        int result = libc.setOption(error, descriptor, Linux.SOL_SOCKET, Linux.SO_ATTACH_FILTER, filter);
        if (result < 0) {
            throw new SocketFailed("setsockopt(filter)", -result);
        }
    }

    private static void instruction(MemorySegment program, int number, short code, int skippedElse, int operand) {
        long at = (long) number * INSTRUCTION;
        program.set(JAVA_SHORT, at, code);
        program.set(JAVA_BYTE, at + 3, (byte) skippedElse);
        program.set(JAVA_INT, at + Integer.BYTES, operand);
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

package org.dcos.net.dhcp.socket;

/** Numbers of the Linux kernel's interface, from the headers named; the same on all processors of {@link Libc}. */
final class Linux {

    // socket(2): bits/socket.h, linux/socket.h
    static final int AF_INET = 2;
    static final int AF_PACKET = 17;
    static final int SOCK_DGRAM = 2;
    static final int SOCK_NONBLOCK = 0x800;
    static final int SOCK_CLOEXEC = 0x80000;
    static final int MSG_DONTWAIT = 0x40;

    // linux/if_ether.h
    static final int ETH_P_IP = 0x0800;

    // setsockopt(2): asm-generic/socket.h
    static final int SOL_SOCKET = 1;
    static final int SO_BROADCAST = 6;
    static final int SO_SNDBUF = 7;
    static final int SO_RCVBUF = 8;
    static final int SO_BINDTODEVICE = 25;
    static final int SO_SNDBUFFORCE = 32;
    static final int SO_RCVBUFFORCE = 33;

    // poll(2)
    static final short POLLIN = 1;

    // errno(3): asm-generic/errno-base.h, errno.h
    static final int EPERM = 1;
    static final int EACCES = 13;
    static final int ENODEV = 19;
    static final int EADDRINUSE = 98;
    static final int ENETDOWN = 100;
    static final int ENETUNREACH = 101;
    static final int ENOBUFS = 105;
    static final int EHOSTUNREACH = 113;

    /** Words for an operator. */
    static String describe(int error) {
        return switch (error) {
            case EPERM, EACCES -> "this process may not";
            case ENODEV -> "there is no such network interface";
            case EADDRINUSE -> "another program has the port";
            case ENETDOWN -> "the network interface is down";
            case ENETUNREACH -> "this machine has no route to it";
            case ENOBUFS -> "the queue of the network interface is full";
            case EHOSTUNREACH -> "the route of this machine leads to no host";
            default -> "error %d of the system".formatted(error);
        };
    }

    private Linux() {}
}

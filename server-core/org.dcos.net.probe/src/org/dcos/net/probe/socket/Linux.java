package org.dcos.net.probe.socket;

/** Numbers of the Linux kernel's interface, from the headers named; the same on all processors of {@link Libc}. */
final class Linux {

    // socket(2): bits/socket.h, linux/socket.h
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int AF_PACKET = 17;
    static final int SOCK_DGRAM = 2;
    static final int SOCK_RAW = 3;
    static final int SOCK_NONBLOCK = 0x800;
    static final int SOCK_CLOEXEC = 0x80000;
    static final int MSG_DONTWAIT = 0x40;

    // netinet/in.h, linux/if_ether.h
    static final int IPPROTO_ICMP = 1;
    static final int IPPROTO_ICMPV6 = 58;
    static final int ETH_P_ARP = 0x0806;

    // setsockopt(2): asm-generic/socket.h, linux/icmp.h, linux/icmpv6.h, linux/in6.h, linux/filter.h
    static final int SOL_SOCKET = 1;
    static final int SO_SNDBUF = 7;
    static final int SO_RCVBUF = 8;
    static final int SO_SNDBUFFORCE = 32;
    static final int SO_RCVBUFFORCE = 33;
    static final int SOL_RAW = 255;
    static final int ICMP_FILTER = 1;
    static final int ICMPV6_FILTER = 1;
    static final int SOL_IPV6 = 41;
    static final int IPV6_MULTICAST_HOPS = 18;
    static final int SO_ATTACH_FILTER = 26;

    // linux/bpf_common.h, linux/filter.h: load a byte, jump if equal, return; and where the network header begins
    static final short BPF_LD_B_ABS = 0x30;
    static final short BPF_JMP_JEQ_K = 0x15;
    static final short BPF_RET_K = 0x06;
    static final int SKF_NET_OFF = -0x100000;

    // poll(2)
    static final short POLLIN = 1;

    // errno(3): asm-generic/errno-base.h, errno.h
    static final int EPERM = 1;
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EINVAL = 22;
    static final int ENETDOWN = 100;
    static final int ENETUNREACH = 101;
    static final int ENOBUFS = 105;
    static final int EHOSTUNREACH = 113;

    /** Words for an operator. */
    static String describe(int error) {
        return switch (error) {
            case EPERM -> "the firewall of this machine forbids it";
            case EACCES -> "this machine forbids it: a broadcast address, or a route of the kind 'prohibit'";
            case EINVAL -> "this machine refuses it as an invalid address";
            case ENETDOWN -> "the network interface is down";
            case ENETUNREACH -> "this machine has no route to it";
            case EHOSTUNREACH -> "the route of this machine leads to no host";
            default -> "error %d of the system".formatted(error);
        };
    }

    private Linux() {}
}

package org.dcos.net.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dcos.net.probe.wire.Ipv4;
import org.dcos.net.probe.wire.MacAddress;

/**
 * A network that this machine is on with an address of its own.
 *
 * @param name         of the interface
 * @param index        of the interface in the system
 * @param ethernet     the interface's hardware address; empty where there is none to speak ARP or NDP with
 * @param address      this machine's own
 * @param prefixLength bits that all addresses of the network begin with
 */
record AttachedNetwork(String name, int index, Optional<MacAddress> ethernet, InetAddress address, int prefixLength) {

    /** The longest prefix with a network and a broadcast address of its own (RFC 3021 §2.1). */
    private static final int LONGEST_WITH_BROADCAST = 30;

    boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] its = other.getAddress();
        int whole = prefixLength / Byte.SIZE;
        int rest = Byte.SIZE - prefixLength % Byte.SIZE;
        return mine.length == its.length && Arrays.equals(mine, 0, whole, its, 0, whole)
                && (rest == Byte.SIZE || (mine[whole] & 0xFF) >> rest == (its[whole] & 0xFF) >> rest);
    }

    /**
     * Whether the address is the network's own or its broadcast address, which no host can have (RFC 1122 §3.2.1.3).
     * IPv6 has no such addresses.
     */
    boolean isOfAllHosts(InetAddress other) {
        if (!(other instanceof Inet4Address four)) {
            return false;
        }
        int hostBits = prefixLength == 0 ? -1 : (1 << Integer.SIZE - prefixLength) - 1;
        int host = Ipv4.bits(four) & hostBits;
        return prefixLength <= LONGEST_WITH_BROADCAST && contains(other) && (host == 0 || host == hostBits);
    }

    MacAddress hardware() {
        return ethernet.orElseThrow(() -> new IllegalStateException("%s is no Ethernet".formatted(name)));
    }

    /** All there are at this moment, of interfaces that are up. */
    static List<AttachedNetwork> ofThisMachine() throws SocketException {
        var networks = new ArrayList<AttachedNetwork>();
        for (var one : NetworkInterface.networkInterfaces().flatMap(it -> Stream.concat(Stream.of(it),
                it.subInterfaces())).toList()) {
            if (one.isUp()) {
                var ethernet = ethernet(one);
                for (InterfaceAddress own : one.getInterfaceAddresses()) {
                    networks.add(new AttachedNetwork(one.getName(), one.getIndex(), ethernet, own.getAddress(),
                            own.getNetworkPrefixLength()));
                }
            }
        }
        return networks;
    }

    private static Optional<MacAddress> ethernet(NetworkInterface one) throws SocketException {
        byte[] hardware = one.isLoopback() || one.isPointToPoint() ? new byte[0] : orNone(one.getHardwareAddress());
        return hardware.length == MacAddress.LENGTH ? Optional.of(MacAddress.of(hardware)) : Optional.empty();
    }

    private static byte[] orNone(byte[] hardware) {
        return Optional.ofNullable(hardware).orElse(new byte[0]);
    }
}

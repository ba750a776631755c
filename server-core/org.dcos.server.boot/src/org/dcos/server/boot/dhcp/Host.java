package org.dcos.server.boot.dhcp;

import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.Cidr;

/**
 * A network interface of this machine.
 *
 * @param index another one where the interface was taken away and came back
 * @param mac   empty where it has none
 * @param up    whether it has a link
 */
record Host(String name, int index, String mac, boolean up, List<Own> addresses) {

    /** An IPv4 address of this machine. */
    record Own(Inet4Address address, int prefixLength) {

        Cidr network() {
            return Cidr.around(Address.ofBytes(address.getAddress()), prefixLength);
        }

        @Override
        public String toString() {
            return "%s/%d".formatted(address.getHostAddress(), prefixLength);
        }
    }

    /** What is there at this moment, but the loopback. */
    @FunctionalInterface
    interface Look {
        List<Host> now() throws SocketException;
    }

    static List<Host> ofThisMachine() throws SocketException {
        var hosts = new ArrayList<Host>();
        for (var one : NetworkInterface.networkInterfaces()
                .sorted(Comparator.comparing(NetworkInterface::getName)).toList()) {
            if (!isLoopback(one)) {
                hosts.add(new Host(one.getName(), one.getIndex(), mac(one), isUp(one), addresses(one)));
            }
        }
        return hosts;
    }

    /** With those that have a label of their own, as {@code eth0:1}. */
    private static List<Own> addresses(NetworkInterface one) {
        return Stream.concat(Stream.of(one), one.subInterfaces()).flatMap(it -> it.getInterfaceAddresses().stream())
                .filter(it -> it.getAddress() instanceof Inet4Address)
                .map(it -> new Own((Inet4Address) it.getAddress(), it.getNetworkPrefixLength())).toList();
    }

    private static boolean isLoopback(NetworkInterface one) {
        try {
            return one.isLoopback();
        } catch (SocketException _) {
            return false; // it was taken away this moment
        }
    }

    private static boolean isUp(NetworkInterface one) {
        try {
            return one.isUp();
        } catch (SocketException _) {
            return false;
        }
    }

    private static String mac(NetworkInterface one) {
        try {
            return Optional.ofNullable(one.getHardwareAddress()).map(HexFormat.ofDelimiter(":")::formatHex).orElse("");
        } catch (SocketException _) {
            return "";
        }
    }

    /** Its own address in a network. */
    Optional<Inet4Address> in(Cidr network) {
        return addresses.stream().map(Own::address)
                .filter(it -> network.contains(Address.ofBytes(it.getAddress()))).findFirst();
    }
}

package org.dcos.lab;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which controller listens where: 250 to each A.B.x, from A.B.0.1 on, all at the same port. */
final class AddressPlan {

    private static final int PER_THIRD_BYTE = 250;
    private static final Pattern BASE = Pattern.compile("127\\.(\\d{1,3})(\\.0\\.0)?");
    private static final int FIRST_SPARE_PORT = 20_000;

    static List<InetSocketAddress> spread(String base, int port, int count) {
        int second = requireBase(base);
        var addresses = new ArrayList<InetSocketAddress>(count);
        for (int i = 0; i < count; i++) {
            addresses.add(at(new int[] {127, second, i / PER_THIRD_BYTE, i % PER_THIRD_BYTE + 1}, port));
        }
        return addresses;
    }

    /** For systems with one loopback address only: all at 127.0.0.1, at ports of their own. */
    static List<InetSocketAddress> oneAddress(int count) {
        var addresses = new ArrayList<InetSocketAddress>(count);
        for (int i = 0; i < count; i++) {
            addresses.add(at(new int[] {127, 0, 0, 1}, FIRST_SPARE_PORT + i));
        }
        return addresses;
    }

    /** Most that {@link #oneAddress} can give. */
    static int mostAtOneAddress() {
        return 65_535 - FIRST_SPARE_PORT;
    }

    /**
     * @return the second byte
     * @throws IllegalArgumentException unless it is a loopback network such as 127.66.0.0
     */
    static int requireBase(String base) {
        var matcher = BASE.matcher(base);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > 255) {
            throw new IllegalArgumentException(
                    "Base address %s is no loopback network; use 127.B.0.0, for example 127.66.0.0".formatted(base));
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static InetSocketAddress at(int[] octets, int port) {
        byte[] bytes = {(byte) octets[0], (byte) octets[1], (byte) octets[2], (byte) octets[3]};
        try {
            return new InetSocketAddress(InetAddress.getByAddress(bytes), port);
        } catch (UnknownHostException e) { // four bytes are always an address
            throw new IllegalStateException(e);
        }
    }

    private AddressPlan() {}
}

package org.dcos.net.dhcp.wire;

import java.util.HexFormat;

/**
 * A client's hardware address (RFC 2131 §2, {@code htype}, {@code hlen}, {@code chaddr}).
 *
 * @param type   of the network, 1 for Ethernet (IANA "ARP Hardware Types")
 * @param octets 0 to 16 of them
 */
public record HardwareAddress(int type, Octets octets) implements Comparable<HardwareAddress> {

    /** Ethernet. */
    public static final int ETHERNET = 1;

    /** Octets that the field {@code chaddr} has. */
    public static final int LONGEST = 16;

    private static final int ETHERNET_LENGTH = 6;

    public HardwareAddress {
        if (type < 0 || type > 0xFF) {
            throw new IllegalArgumentException("hardware type %d does not fit 8 bits".formatted(type));
        }
        if (octets.length() > LONGEST) {
            throw new IllegalArgumentException("a hardware address of %d octets, 16 at most"
                    .formatted(octets.length()));
        }
    }

    /** An Ethernet address as usual in writing, {@code 02:42:ac:11:00:02}. */
    public static HardwareAddress ethernet(String text) {
        var address = new HardwareAddress(ETHERNET, new Octets(HexFormat.ofDelimiter(":").parseHex(text)));
        if (!address.isEthernet()) {
            throw new IllegalArgumentException("'%s' is not six octets".formatted(text));
        }
        return address;
    }

    public boolean isEthernet() {
        return type == ETHERNET && octets.length() == ETHERNET_LENGTH;
    }

    @Override
    public boolean equals(Object other) { // as the compiler's, which is slow until it is hot
        return other instanceof HardwareAddress that && type == that.type && octets.equals(that.octets);
    }

    @Override
    public int hashCode() {
        return octets.hashCode() + type;
    }

    @Override
    public int compareTo(HardwareAddress other) {
        return type == other.type ? octets.compareTo(other.octets) : Integer.compare(type, other.type);
    }

    @Override
    public String toString() {
        return type == ETHERNET ? octets.toString() : "type %d %s".formatted(type, octets);
    }
}

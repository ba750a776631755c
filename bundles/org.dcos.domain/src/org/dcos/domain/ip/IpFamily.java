package org.dcos.domain.ip;

/** The version of the internet protocol that an address belongs to; IPv4 sorts before IPv6. */
public enum IpFamily {

    IPV4("IPv4", 32), IPV6("IPv6", 128);

    private final String title;
    private final int bits;

    IpFamily(String title, int bits) {
        this.title = title;
        this.bits = bits;
    }

    /** Length of an address in bits, which is also the longest prefix length. */
    public int bits() {
        return bits;
    }

    /** {@code 0.0.0.0} or {@code ::}. */
    public Address first() {
        return new Address(this, 0, 0);
    }

    /** {@code 255.255.255.255} or {@code ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff}. */
    public Address last() {
        return first().withLowBitsSet(bits);
    }

    /** As people write it: {@code IPv4}, {@code IPv6}. */
    @Override
    public String toString() {
        return title;
    }
}

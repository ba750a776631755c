package org.dcos.ui.canvas.ipmap;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * An aligned block of addresses, IPv4 or IPv6.
 *
 * @param base   its first address, as a number
 * @param length of the prefix
 * @param bits   of an address: 32 or 128
 */
public record Cidr(BigInteger base, int length, int bits) {

    private static final int V4 = 32;
    private static final int V6 = 128;

    public Cidr {
        if (bits != V4 && bits != V6 || length < 0 || length > bits) {
            throw new IllegalArgumentException("/%d is no prefix of a %d-bit address".formatted(length, bits));
        }
        if (base.signum() < 0 || base.bitLength() > bits
                || base.signum() > 0 && base.getLowestSetBit() < bits - length) {
            throw new IllegalArgumentException("no block of length /%d begins at %s".formatted(length, base));
        }
    }

    /** @param text e.g. {@code 10.20.0.0/16}, {@code 2001:db8::/48}; without a length it is one address */
    public static Cidr of(String text) {
        int slash = text.indexOf('/');
        var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int bits = address instanceof Inet6Address ? V6 : V4;
        int length = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        return new Cidr(new BigInteger(1, address.getAddress()), length, bits);
    }

    /** The block of this length around an address. */
    public static Cidr around(BigInteger address, int length, int bits) {
        int host = bits - length;
        return new Cidr(address.shiftRight(host).shiftLeft(host), length, bits);
    }

    public BigInteger size() {
        return BigInteger.ONE.shiftLeft(bits - length);
    }

    public BigInteger last() {
        return base.add(size()).subtract(BigInteger.ONE);
    }

    public boolean contains(BigInteger address) {
        return base.compareTo(address) <= 0 && address.compareTo(last()) <= 0;
    }

    public boolean contains(Cidr other) {
        return bits == other.bits && length <= other.length && contains(other.base);
    }

    public boolean single() {
        return length == bits;
    }

    /** The smallest block that holds both. */
    public Cidr with(Cidr other) {
        var joined = this;
        while (!joined.contains(other)) {
            joined = around(joined.base, joined.length - 1, bits);
        }
        return joined;
    }

    /** As {@code 10.20.0.0}. */
    public String address() {
        return address(base, bits);
    }

    @Override
    public String toString() {
        return address() + "/" + length;
    }

    static String address(BigInteger number, int bits) {
        var bytes = number.toByteArray();
        var whole = new byte[bits / 8];
        int count = Math.min(bytes.length, whole.length);
        System.arraycopy(bytes, bytes.length - count, whole, whole.length - count, count);
        return bits == V4 ? v4(whole) : v6(whole);
    }

    private static String v4(byte[] bytes) {
        return "%d.%d.%d.%d".formatted(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF, bytes[3] & 0xFF);
    }

    /** Lower case, the longest run of two or more zero groups as {@code ::} (RFC 5952, section 4). */
    private static String v6(byte[] bytes) {
        var groups = new int[8];
        Arrays.setAll(groups, i -> (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF);
        int from = -1;
        int most = 1;
        for (int i = 0; i < groups.length; i++) {
            int end = i;
            while (end < groups.length && groups[end] == 0) {
                end++;
            }
            if (end - i > most) {
                from = i;
                most = end - i;
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            if (i == from) {
                text.append("::");
                i += most - 1;
            } else {
                boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
                text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}

package org.dcos.net.probe.wire;

/**
 * The checksum of ICMP: the 16-bit one's complement of the one's complement sum of the message's words (RFC 792, "Echo
 * or Echo Reply Message"; RFC 1071 §1).
 *
 * <p>Idea: one's complement addition is addition with the carry put back in at the low end, so carries may be gathered
 * in a wider sum and be folded in at the end (RFC 1071 §2 (C), "Deferred Carries"). A message of odd length is padded
 * with an octet of zeros for it (RFC 792).
 */
public final class InternetChecksum {

    /** Over the octets from {@code from} to before {@code to}; 0 over a message with a right checksum in it. */
    public static int of(byte[] bytes, int from, int to) {
        long sum = 0;
        int at = from;
        for (; at < to - 1; at += 2) {
            sum += (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
        }
        if (at < to) {
            sum += (bytes[at] & 0xFF) << 8;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return (int) ~sum & 0xFFFF;
    }

    private InternetChecksum() {}
}

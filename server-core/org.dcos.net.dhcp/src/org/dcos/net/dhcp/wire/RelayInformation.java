package org.dcos.net.dhcp.wire;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a relay tells of where a message came from, to be given back as it is (option 82, RFC 3046). */
public record RelayInformation(List<SubOption> subOptions) {

    /** The port that the client is behind (RFC 3046 §3.1). */
    public static final int CIRCUIT_ID = 1;

    /** Who is at the far end of the circuit (RFC 3046 §3.2). */
    public static final int REMOTE_ID = 2;

    /** An address of the client's subnet, where giaddr is of another (RFC 3527). */
    public static final int LINK_SELECTION = 5;

    /** What the client is to take for the server, so that its renewals come through the relay (RFC 5107). */
    public static final int SERVER_IDENTIFIER_OVERRIDE = 11;

    /** One of its parts; codes and lengths fit an octet. */
    public record SubOption(int code, Octets value) {
        public SubOption {
            if (code < 0 || code > 0xFF || value.length() > 0xFF) {
                throw new IllegalArgumentException("sub-option %d of %d octets".formatted(code, value.length()));
            }
        }
    }

    public RelayInformation {
        subOptions = List.copyOf(subOptions);
    }

    public Optional<Octets> find(int code) {
        return subOptions.stream().filter(it -> it.code == code).map(SubOption::value).findFirst();
    }

    public Optional<Octets> circuit() {
        return find(CIRCUIT_ID);
    }

    /** A sub-option that is an address; empty where its length is not that of one. */
    public Optional<Inet4Address> address(int code) {
        return find(code).filter(it -> it.length() == Ipv4.LENGTH).map(it -> Ipv4.at(it.bytes(), 0));
    }

    byte[] encode() {
        var out = ByteBuffer.allocate(subOptions.stream().mapToInt(it -> 2 + it.value.length()).sum());
        for (var one : subOptions) {
            out.put((byte) one.code).put((byte) one.value.length()).put(one.value.bytes());
        }
        return out.array();
    }

    /** Empty where the lengths do not add up. */
    static Optional<RelayInformation> decode(byte[] payload) {
        var found = new ArrayList<SubOption>();
        var in = ByteBuffer.wrap(payload);
        while (in.hasRemaining()) {
            int code = in.get() & 0xFF;
            if (!in.hasRemaining()) {
                return Optional.empty();
            }
            int length = in.get() & 0xFF;
            if (length > in.remaining()) {
                return Optional.empty();
            }
            var value = new byte[length];
            in.get(value);
            found.add(new SubOption(code, new Octets(value)));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new RelayInformation(found));
    }
}

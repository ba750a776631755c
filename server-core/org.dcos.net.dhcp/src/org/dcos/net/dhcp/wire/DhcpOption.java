package org.dcos.net.dhcp.wire;

import java.util.HexFormat;

/**
 * One DHCPv4 option (RFC 2132 §2). The server gives meaning to few; all others stay {@link Opaque} and survive a
 * decode/encode round trip unchanged.
 */
public sealed interface DhcpOption permits NetworkOption, LeaseOption, BootOption, DhcpOption.Opaque {

    int code();

    byte[] payload();

    /** Any other, and one whose length is not what the RFC says. */
    record Opaque(int code, Octets octets) implements DhcpOption {
        public Opaque {
            if (code <= 0 || code >= 0xFF) {
                throw new IllegalArgumentException("%d is not the code of an option, 1 to 254 are".formatted(code));
            }
        }

        @Override
        public byte[] payload() {
            return octets.bytes();
        }

        @Override
        public String toString() {
            return "option %d [%s]".formatted(code, HexFormat.of().formatHex(payload()));
        }
    }

    /** Decodes a known option; keeps the bytes when the code is unknown or the length is not the RFC's. */
    static DhcpOption of(int code, byte[] payload) {
        return OptionPayload.known(code, payload).orElseGet(() -> new Opaque(code, new Octets(payload)));
    }
}

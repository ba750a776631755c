package org.dcos.net.dhcp.wire;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.util.List;

/** What a lease is agreed on by (RFC 2132 §9), and who asks (RFC 3046, RFC 4388). */
public sealed interface LeaseOption extends DhcpOption {

    /** As a duration in an option: without end (RFC 2131 §3.3). */
    long INFINITE = 0xFFFF_FFFFL;

    /** Option 50, the address that the client wants (RFC 2132 §9.1). */
    record RequestedAddress(Inet4Address address) implements LeaseOption {
        public static final int CODE = 50;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return address.getAddress();
        }
    }

    /** Option 51 (RFC 2132 §9.2). */
    record LeaseTime(long seconds) implements LeaseOption {
        public static final int CODE = 51;

        public LeaseTime {
            if (seconds < 0 || seconds > INFINITE) {
                throw new IllegalArgumentException("%d s do not fit 32 bits".formatted(seconds));
            }
        }

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofSeconds(seconds);
        }
    }

    /** Option 53 (RFC 2132 §9.6). */
    record Kind(MessageType type) implements LeaseOption {
        public static final int CODE = 53;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return new byte[] {(byte) type.code()};
        }
    }

    /** Option 54 (RFC 2132 §9.7). */
    record ServerIdentifier(Inet4Address address) implements LeaseOption {
        public static final int CODE = 54;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return address.getAddress();
        }
    }

    /** Option 55, codes of the options that the client asks for (RFC 2132 §9.8). */
    record ParameterRequest(Octets codes) implements LeaseOption {
        public static final int CODE = 55;

        /** Whether the client asks for the option of that code. */
        public boolean asksFor(int code) {
            return codes.values().anyMatch(it -> it == code);
        }

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return codes.bytes();
        }
    }

    /** Option 56, why not (RFC 2132 §9.9). */
    record ErrorText(String text) implements LeaseOption {
        public static final int CODE = 56;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofText(text);
        }
    }

    /** Option 57, octets of the longest IP datagram that the client takes (RFC 2132 §9.10). */
    record MaximumSize(int octets) implements LeaseOption {
        public static final int CODE = 57;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return ByteBuffer.allocate(Short.BYTES).putShort((short) octets).array();
        }
    }

    /** Option 58, T1 (RFC 2132 §9.11). */
    record RenewalTime(long seconds) implements LeaseOption {
        public static final int CODE = 58;

        public RenewalTime {
            if (seconds < 0 || seconds > INFINITE) {
                throw new IllegalArgumentException("%d s do not fit 32 bits".formatted(seconds));
            }
        }

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofSeconds(seconds);
        }
    }

    /** Option 59, T2 (RFC 2132 §9.12). */
    record RebindingTime(long seconds) implements LeaseOption {
        public static final int CODE = 59;

        public RebindingTime {
            if (seconds < 0 || seconds > INFINITE) {
                throw new IllegalArgumentException("%d s do not fit 32 bits".formatted(seconds));
            }
        }

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofSeconds(seconds);
        }
    }

    /** Option 61 (RFC 2132 §9.14). */
    record ClientIdentifier(Octets octets) implements LeaseOption {
        public static final int CODE = 61;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return octets.bytes();
        }
    }

    /** Option 82 (RFC 3046). */
    record RelayAgent(RelayInformation information) implements LeaseOption {
        public static final int CODE = 82;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return information.encode();
        }
    }

    /** Option 91, seconds since the client was last heard (RFC 4388 §6.1). */
    record LastTransaction(long seconds) implements LeaseOption {
        public static final int CODE = 91;

        public LastTransaction {
            if (seconds < 0 || seconds > INFINITE) {
                throw new IllegalArgumentException("%d s do not fit 32 bits".formatted(seconds));
            }
        }

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofSeconds(seconds);
        }
    }

    /** Option 92, all addresses of the client (RFC 4388 §6.1). */
    record AssociatedAddresses(List<Inet4Address> addresses) implements LeaseOption {
        public static final int CODE = 92;

        public AssociatedAddresses {
            addresses = List.copyOf(addresses);
        }

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofAddresses(addresses);
        }
    }
}

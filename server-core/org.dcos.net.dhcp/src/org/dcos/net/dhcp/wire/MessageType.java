package org.dcos.net.dhcp.wire;

import java.util.Optional;

/** What a DHCP message is (option 53; RFC 2132 §9.6, RFC 4388 §6.1). */
public enum MessageType {
    DISCOVER(1), OFFER(2), REQUEST(3), DECLINE(4), ACK(5), NAK(6), RELEASE(7), INFORM(8),
    /** A relay or another asks who has an address (RFC 4388). */
    LEASE_QUERY(10),
    /** Nobody has it, though it is ours to give. */
    LEASE_UNASSIGNED(11),
    /** It is not ours. */
    LEASE_UNKNOWN(12),
    /** Who has it. */
    LEASE_ACTIVE(13);

    private final int code;

    MessageType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static Optional<MessageType> of(int code) {
        for (var type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}

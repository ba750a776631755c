package org.dcos.net.dhcp.lease;

import java.util.Optional;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.Octets;

/** By what a client is told from all others: its identifier, else its hardware address (RFC 2131 §4.2). */
public sealed interface ClientKey {

    /** Option 61. */
    record Identifier(Octets octets) implements ClientKey, Comparable<Identifier> {
        @Override
        public boolean equals(Object other) { // as the compiler's, which is slow until it is hot
            return other instanceof Identifier that && octets.equals(that.octets);
        }

        @Override
        public int hashCode() {
            return octets.hashCode();
        }

        @Override
        public int compareTo(Identifier other) {
            return octets.compareTo(other.octets);
        }
    }

    /** Type and octets. */
    record Hardware(HardwareAddress address) implements ClientKey, Comparable<Hardware> {
        @Override
        public boolean equals(Object other) {
            return other instanceof Hardware that && address.equals(that.address);
        }

        @Override
        public int hashCode() {
            return address.hashCode();
        }

        @Override
        public int compareTo(Hardware other) {
            return address.compareTo(other.address);
        }
    }

    /** Empty where a message tells neither. */
    static Optional<ClientKey> of(Message message) {
        var identifier = message.options().find(LeaseOption.ClientIdentifier.class);
        if (identifier.isPresent()) {
            return Optional.of(new Identifier(identifier.get().octets()));
        }
        return message.hardware().octets().length() == 0 ? Optional.empty()
                : Optional.of(new Hardware(message.hardware()));
    }
}

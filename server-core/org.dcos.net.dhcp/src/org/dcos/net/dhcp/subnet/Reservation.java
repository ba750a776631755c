package org.dcos.net.dhcp.subnet;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.Octets;
import org.dcos.net.dhcp.wire.Options;
import org.dcos.net.dhcp.wire.RelayInformation;

/** An address that is for one client alone, whether a pool has it or not. */
public record Reservation(Owner owner, Inet4Address address, Options options, Boot boot) {

    /** By what the client is known. */
    public sealed interface Owner {

        /** Its hardware address. */
        record Hardware(HardwareAddress address) implements Owner {}

        /** Its client identifier, option 61. */
        record Identifier(Octets octets) implements Owner {}

        /**
         * The relay's port that it is behind, whatever machine it is.
         *
         * @param remote of the relay; empty where the circuits of all relays are different
         */
        record Circuit(Octets circuit, Optional<Octets> remote) implements Owner {}

        /** All that a client is known by, the most exact first. */
        static List<Owner> of(Message message) {
            return of(message.hardware(), message.options());
        }

        /** All that a client is known by, from its options 61 and 82. */
        static List<Owner> of(HardwareAddress hardware, Options options) {
            var owners = new ArrayList<Owner>();
            owners.add(new Hardware(hardware));
            options.find(LeaseOption.ClientIdentifier.class).ifPresent(it -> owners.add(new Identifier(it.octets())));
            options.find(LeaseOption.RelayAgent.class).ifPresent(it -> it.information().circuit().ifPresent(circuit -> {
                it.information().find(RelayInformation.REMOTE_ID)
                        .ifPresent(remote -> owners.add(new Circuit(circuit, Optional.of(remote))));
                owners.add(new Circuit(circuit, Optional.empty()));
            }));
            return owners;
        }
    }

    public static Reservation of(HardwareAddress hardware, Inet4Address address) {
        return new Reservation(new Owner.Hardware(hardware), address, Options.NONE, Boot.NONE);
    }
}

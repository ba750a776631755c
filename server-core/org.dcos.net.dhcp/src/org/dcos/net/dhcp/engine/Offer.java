package org.dcos.net.dhcp.engine;

import java.net.Inet4Address;
import java.time.Instant;
import java.util.Optional;
import org.dcos.net.dhcp.lease.ClientKey;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Message;

/**
 * An address held for a client that has not taken it yet.
 *
 * @param pending what is to be answered when the probe is done; empty when it is, or none was needed
 */
record Offer(Inet4Address address, ClientKey client, HardwareAddress hardware, Instant until,
        Optional<Pending> pending) {

    /** A message that waits. */
    record Pending(Message message, Arrival arrival) {}
}

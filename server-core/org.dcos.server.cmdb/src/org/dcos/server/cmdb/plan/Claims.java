package org.dcos.server.cmdb.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.dcos.domain.ip.Address;

/**
 * Addresses that are being asked on the wire for an order just now, so that orders at the same time look at different
 * ones. Only saves time: that nothing is given twice is decided in the turn of the commit. Thread-safe.
 */
final class Claims {

    private final Set<Address> claimed = new HashSet<>();

    synchronized void add(Collection<Address> addresses) {
        claimed.addAll(addresses);
    }

    synchronized void release(Collection<Address> addresses) {
        claimed.removeAll(addresses);
    }

    synchronized Set<Address> now() {
        return Set.copyOf(claimed);
    }
}

package org.dcos.net.dhcp.engine;

import java.net.Inet4Address;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import org.dcos.net.dhcp.subnet.Pool;
import org.dcos.net.dhcp.wire.Ipv4;

/**
 * Which addresses of a pool can be given to a client that is not known: first those that nobody ever had, in turn, then
 * those that are free for longest, so that a client that comes back late still finds its own.
 */
final class AddressPool {

    private final Pool pool;
    private final int first;

    /** Those that somebody has, or had. */
    private final BitSet known;

    /** Those of {@link #known} that are free, the one free for longest first. */
    private final SequencedSet<Integer> returned = new LinkedHashSet<>();

    private int next;

    AddressPool(Pool pool) {
        this.pool = pool;
        first = Ipv4.bits(pool.range().first());
        known = new BitSet(pool.range().size());
    }

    Pool pool() {
        return pool;
    }

    int first() {
        return first;
    }

    /**
     * @param busy       whether it cannot be given to another client
     * @param remembered whether somebody had it, who may come back
     */
    void set(int address, boolean busy, boolean remembered) {
        known.set(address - first, busy || remembered);
        if (remembered && !busy) {
            returned.add(address);
        } else {
            returned.remove(address);
        }
    }

    Optional<Inet4Address> free() {
        int size = pool.range().size();
        int found = known.nextClearBit(next);
        if (found >= size) {
            found = known.nextClearBit(0);
        }
        if (found < size) {
            next = found;
            return Optional.of(Ipv4.address(first + found));
        }
        return returned.isEmpty() ? Optional.empty() : Optional.of(Ipv4.address(returned.getFirst()));
    }
}

package org.dcos.domain.dhcp;

/**
 * Hears of every machine that gets an address: on disk when this is called, and the machine answered. A service that
 * wants to hear registers this interface.
 */
public interface LeaseListener {

    /**
     * A machine got an address or had its lease renewed. Called by one thread, in order, not the one that serves; who
     * is slow misses what comes up meanwhile beyond some thousands, and hears it at the machine's next renewal.
     */
    void leased(Lease lease);
}

package org.dcos.domain.ip;

import java.util.Collection;
import java.util.List;

/** Asks on the wire whether anything uses an address. */
public interface WireCheck {

    /**
     * Asks all of them and waits, some seconds.
     *
     * @return a finding for each, in their order
     */
    List<WireFinding> ask(Collection<Address> addresses) throws InterruptedException;
}

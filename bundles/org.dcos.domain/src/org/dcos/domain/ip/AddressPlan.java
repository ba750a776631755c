package org.dcos.domain.ip;

import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;

/**
 * Works with the recorded networks and addresses: splits and merges networks, gives out networks and addresses, takes
 * addresses back into quarantine. Each order is one change set, which can be undone as such; what is decided holds
 * whoever else gives out addresses at the same time.
 */
public interface AddressPlan {

    /** Most addresses of one order. */
    int MOST_ADDRESSES = 1024;

    /**
     * What the order would do now. Asks nothing on the wire and changes nothing.
     *
     * @return without a change set
     */
    PlanResult preview(PlanOrder order) throws Problem;

    /**
     * Does it. Addresses that are given out are asked on the wire before, which takes some seconds; those that answer
     * are recorded as reserved, and others are given instead.
     *
     * @throws org.dcos.domain.problem.Conflict when there is no room, or something is in the way, saying what
     */
    PlanResult carryOut(PlanOrder order) throws Problem;

    /** How much of a network is used for what. */
    Utilisation utilisation(UUID prefix) throws Problem;

    /** What lies in a network, directly: networks, ranges, addresses, and what is free; in order of the addresses. */
    Page<SpaceBlock> blocks(UUID prefix, PageRequest page) throws Problem;

    QuarantineSettings quarantine() throws Problem;

    void saveQuarantine(QuarantineSettings settings) throws Problem;

    /** Asks the addresses in quarantine on the wire now, instead of when it is time. */
    SweepReport sweep() throws Problem;
}

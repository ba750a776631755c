package org.dcos.domain.bmcsetup;

import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.problem.Problem;

/**
 * Reads and changes how BMCs themselves are set up. What was read is kept with the time it was read. Every change needs
 * a reason, stands in the audit log before it is sent, and is read back; none that would lock this server-core out of
 * the BMC is carried out.
 */
public interface BmcSettings {

    /** What was read last; touches no hardware. */
    BmcDetails details(UUID bmc) throws Problem;

    /** Of all known BMCs, by address; touches no hardware. */
    Page<BmcDetails> details(DetailsFilter filter, PageRequest page) throws Problem;

    /** The parts of its machine as they were read last; touches no hardware. */
    BmcParts parts(UUID bmc) throws Problem;

    /** Reads anew, a result for each BMC. What cannot be read of one hides nothing of the rest. */
    Operation read(ReadOrder order) throws Problem;

    /**
     * Changes something that lets nobody in or out.
     *
     * @param reason why, for the audit log
     * @throws org.dcos.domain.problem.Conflict while another change of this BMC is under way
     */
    Operation change(UUID bmc, BmcChange change, String reason) throws Problem;

    /** Changes who gets in, or where it is reached; as {@link #change}. */
    Operation changeAccess(UUID bmc, AccessChange change, String reason) throws Problem;
}

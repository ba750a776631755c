package org.dcos.domain.devicetype;

import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.problem.Problem;

/**
 * Takes device types from files of the community's format (one YAML text a type) and keeps devices like their
 * types.
 */
public interface DeviceTypes {

    /**
     * Takes all types or none. A type that is recorded already becomes as its file says; devices are left as they are.
     *
     * @throws org.dcos.domain.problem.Invalid with every fault of every file: {@code Dell/R640.yaml:12}
     */
    TypeReport take(TypeOrder order) throws Problem;

    /** The devices of a type whose ports differ from it, by name, with what would be done to each. */
    Page<TypeFit> fits(UUID type, PageRequest page) throws Problem;

    /**
     * Makes the ports of devices as their type says, as one change set.
     *
     * @throws org.dcos.domain.problem.Conflict when a port that would go is in use
     */
    ChangeSet fit(UUID type, FitOrder order) throws Problem;
}

package org.dcos.domain.relocation;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.RelocationAction;
import org.dcos.domain.cmdb.RelocationState;
import org.dcos.domain.problem.Problem;

/**
 * Moves machines as one piece of work. Each step is a change set: it is done with all that it means in the records, or
 * not at all, and whoever comes after a crash goes on where it was. Reading them: {@code Records}, kind RELOCATION.
 */
public interface Relocations {

    /** What an order would do; changes nothing. */
    RelocationPlan plan(RelocationOrder order) throws Problem;

    /**
     * Begins: keeps the target's units free for the machines.
     *
     * @throws org.dcos.domain.problem.Invalid when the plan has issues that block
     */
    Relocation begin(RelocationOrder order) throws Problem;

    /**
     * The relocations: those under way first, then the newest first.
     *
     * @param state only those in this one
     */
    Page<Relocation> relocations(Optional<RelocationState> state, PageRequest page) throws Problem;

    Relocation relocation(UUID id) throws Problem;

    /** What is left to be done of one that is under way, as the records are now; of an ended one nothing. */
    RelocationPlan outlook(UUID id) throws Problem;

    /**
     * Says that a step is done. Said again it changes nothing, so that it may be said again when an answer was lost.
     *
     * @param note what is worth knowing about it; may be empty
     * @throws org.dcos.domain.problem.Conflict when it is not the machine's next step, or its place is still taken
     */
    Relocation done(UUID id, UUID device, RelocationAction action, String note) throws Problem;

    /**
     * Puts the records back as they were before it was begun, in one change set.
     *
     * @throws org.dcos.domain.problem.Conflict when somebody else changed the same values meanwhile, saying which
     */
    Relocation rollBack(UUID id, String why) throws Problem;
}

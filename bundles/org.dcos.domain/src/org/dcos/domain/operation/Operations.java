package org.dcos.domain.operation;

import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;

/** Running and past operations, newest first; in lists without their results. */
public interface Operations {

    Page<Operation> operations(PageRequest page) throws Problem;

    /** With its results. */
    Operation operation(UUID id) throws Problem;

    /** Asks it to stop after the targets in hand. Conflict when it has ended. */
    Operation cancel(UUID id) throws Problem;
}

package org.dcos.domain.operation;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;

/** Where operations are kept. */
public interface OperationStore {

    /** Newest first, without results. */
    Page<Operation> operations(PageRequest page);

    Optional<Operation> operation(UUID id);

    /** Creates or replaces; on disk when this returns. */
    void save(Operation operation);
}

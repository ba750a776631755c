package org.dcos.client.service;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.Operations;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.OperationEndpoints;

/** Long work over the wire. */
final class RemoteOperations implements Operations {

    private final Calls calls;

    RemoteOperations(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Page<Operation> operations(PageRequest page) throws Problem {
        return calls.call(OperationEndpoints.LIST_OPERATIONS,
                new OperationEndpoints.ListOperations(Optional.empty(), Optional.empty(), page));
    }

    @Override
    public Operation operation(UUID id) throws Problem {
        return calls.call(OperationEndpoints.GET_OPERATION, new ById(id));
    }

    @Override
    public Operation cancel(UUID id) throws Problem {
        return calls.call(OperationEndpoints.CANCEL_OPERATION, new ById(id));
    }
}

package org.dcos.wire.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.operation.Operation;
import org.dcos.wire.endpoint.Endpoint.ById;

import tools.jackson.core.type.TypeReference;

/** Long work, and the log of what was done. */
public final class OperationEndpoints {

    public record ListOperations(Optional<Operation.State> state, Optional<String> kind, PageRequest page) {}

    public record ListAudit(Optional<UUID> subject, PageRequest page) {}

    public static final Endpoint<ListOperations, Page<Operation>> LIST_OPERATIONS = Endpoint.get("list-operations",
            "/operations",
            ListOperations.class, new TypeReference<>() {},
            "Lists the operations, newest first, without their results.",
            (core, q) -> q.state().isEmpty() && q.kind().isEmpty() ? core.operations().operations(q.page())
                    : Lists.matching(core.operations()::operations, o -> q.state().map(o.state()::equals).orElse(true)
                            && q.kind().map(o.kind()::equals).orElse(true), q.page()));

    public static final Endpoint<ById, Operation> GET_OPERATION = Endpoint.get("get-operation", "/operations/{id}",
            ById.class,
            Operation.class, "One operation with its results.", (core, q) -> core.operations().operation(q.id()));

    public static final Endpoint<ById, Operation> CANCEL_OPERATION = Endpoint.post("cancel-operation",
            "/operations/{id}/cancellation", ById.class, Operation.class,
            "Asks an operation to stop after the targets in hand.",
            (core, q) -> core.operations().cancel(q.id()));

    public static final Endpoint<ListAudit, Page<AuditEntry>> LIST_AUDIT = Endpoint.get("list-audit-entries",
            "/audit-entries",
            ListAudit.class, new TypeReference<>() {}, "Lists who did what, newest first.",
            (core, q) -> core.audit().entries(q.subject(), q.page()));

    static List<Endpoint<?, ?>> all() {
        return List.of(LIST_OPERATIONS, GET_OPERATION, CANCEL_OPERATION, LIST_AUDIT);
    }

    private OperationEndpoints() {}
}

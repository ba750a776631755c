package org.dcos.server.store.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.operation.Operation;
import org.dcos.server.store.database.Columns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row of an {@link Operation}; its results are rows of their own. */
@Entity
@Table(name = "operation")
class OperationEntity {
    @Id @Column(columnDefinition = "UUID") UUID id;
    String kind;
    String title;
    @Enumerated(EnumType.STRING) Operation.State state;
    int done;
    int total;
    String message;
    @Column(name = "started_by") String startedBy;
    Instant started;
    Instant ended;

    static OperationEntity of(Operation operation) {
        var row = new OperationEntity();
        row.id = operation.id();
        row.take(operation);
        return row;
    }

    void take(Operation operation) {
        kind = operation.kind();
        title = Columns.cut(operation.title(), 1000);
        state = operation.state();
        done = operation.done();
        total = operation.total();
        message = Columns.cut(operation.message(), 4000);
        startedBy = Columns.cut(operation.startedBy(), 300);
        started = Columns.time(operation.started());
        ended = Columns.time(operation.ended().orElse(null));
    }

    /** Says that the server-core ended while this ran. */
    void interrupt(Instant now, String text) {
        state = Operation.State.INTERRUPTED;
        ended = Columns.time(now);
        message = text;
    }

    Operation toOperation(List<Operation.Result> results) {
        return new Operation(id, kind, title, state, done, total, message, startedBy, started,
                Optional.ofNullable(ended),
                results);
    }

    Operation withoutResults() {
        return toOperation(List.of());
    }
}

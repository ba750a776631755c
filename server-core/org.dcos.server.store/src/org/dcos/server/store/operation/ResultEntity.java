package org.dcos.server.store.operation;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.operation.Operation;
import org.dcos.server.store.database.Columns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** One result of an operation, in its place among them. */
@Entity
@Table(name = "operation_result")
@IdClass(ResultEntity.Key.class)
class ResultEntity {
    @Id @Column(columnDefinition = "UUID") UUID operation;
    @Id int position;
    String target;
    @Column(columnDefinition = "UUID") UUID server;
    boolean ok;
    String outcome;
    String message;

    static ResultEntity of(UUID operation, int position, Operation.Result result) {
        var row = new ResultEntity();
        row.operation = operation;
        row.position = position;
        row.target = Columns.cut(result.target(), 500);
        row.server = result.server().orElse(null);
        row.ok = result.ok();
        row.outcome = Columns.cut(result.outcome(), 100);
        row.message = Columns.cut(result.message(), 4000);
        return row;
    }

    Operation.Result toResult() {
        return new Operation.Result(target, Optional.ofNullable(server), ok, outcome, message);
    }

    /** Both columns of the primary key. */
    record Key(UUID operation, int position) implements Serializable {}
}

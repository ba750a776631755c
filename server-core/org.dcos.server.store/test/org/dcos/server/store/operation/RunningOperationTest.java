package org.dcos.server.store.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;

import org.dcos.domain.operation.Operation;
import org.junit.jupiter.api.Test;

class RunningOperationTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final RunningOperation operation = new RunningOperation("power", "Power on", 2, "admin", NOW);

    @Test
    void results_that_the_store_refused_are_given_again() {
        operation.result(result("a"));
        var refused = operation.takeUnsaved().orElseThrow();
        operation.result(result("b"));

        operation.notSaved(refused);

        assertThat(operation.takeUnsaved().orElseThrow().fresh()).containsExactly(result("a"), result("b"));
        assertThat(operation.takeUnsaved()).isEmpty();
    }

    @Test
    void its_end_is_saved_once_the_store_has_taken_it() {
        operation.end(Operation.State.SUCCEEDED, "Done.", NOW);
        assertThat(operation.endIsSaved()).isFalse();

        var unsaved = operation.takeUnsaved().orElseThrow();
        assertThat(operation.endIsSaved()).isTrue();

        operation.notSaved(unsaved);
        assertThat(operation.endIsSaved()).isFalse();
    }

    private static Operation.Result result(String target) {
        return new Operation.Result(target, Optional.empty(), true, "done", "");
    }
}

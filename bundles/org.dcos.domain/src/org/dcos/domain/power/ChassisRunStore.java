package org.dcos.domain.power;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;

/** Where orders in waves are kept. What was saved is on disk. */
public interface ChassisRunStore {

    /** Creates it with its steps. */
    void begin(ChassisRun run);

    /** Where it stands; leaves its steps alone. */
    void stage(ChassisRun run);

    /** @param position of the step in its run, counted from 0 */
    void step(UUID run, int position, ChassisRun.Step step);

    /** Newest first, with the waves counted, without steps. */
    Page<ChassisRun> runs(PageRequest page);

    Optional<ChassisRun> run(UUID id);
}

package org.dcos.domain.power;

import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;

/** Orders to many chassis: planned, confirmed, run in waves, and told server by server. */
public interface ChassisOrders {

    /** Which servers of an order another order is to deal with. */
    enum Rest {
        /** Those that failed, and those of which nobody knows. */
        FAILED,
        /** Those that were not begun. */
        NOT_BEGUN,
        /** Both. */
        ALL
    }

    /** Tells what the order would do, wave by wave; touches no hardware. */
    ChassisPlan plan(ChassisOrder order) throws Problem;

    /**
     * Carries the order out, as an operation.
     *
     * @throws org.dcos.domain.problem.Conflict when the waves are others than those that were seen, or when a server
     *         belongs to an order that has not ended
     */
    ChassisRun order(ChassisOrder order) throws Problem;

    /** Newest first, without their servers. */
    Page<ChassisRun> runs(PageRequest page) throws Problem;

    ChassisRun run(UUID id) throws Problem;

    /** Begins with no more servers until it is told to go on. Those that are begun are followed to their end. */
    ChassisRun pause(UUID id) throws Problem;

    /** Goes on after the canary, or after a pause. */
    ChassisRun goOn(UUID id) throws Problem;

    /** The order for the rest of one that has ended, to be planned and confirmed as any other. */
    ChassisOrder rest(UUID id, Rest which) throws Problem;
}

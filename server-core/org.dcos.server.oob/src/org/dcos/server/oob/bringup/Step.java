package org.dcos.server.oob.bringup;

import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bringup.ArrivalStore.Kept;
import org.dcos.domain.problem.Problem;

/** One step on the way. Finds out how things are, does what is left to be done, and does nothing when all is done. */
@FunctionalInterface
interface Step {

    Done take(Kept kept) throws Stuck, BmcFailure, Problem, InterruptedException;

    /** @param evidence what was found and done, in English */
    record Done(Kept kept, String evidence) {}
}

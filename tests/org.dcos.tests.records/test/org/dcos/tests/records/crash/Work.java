package org.dcos.tests.records.crash;

import java.io.IOException;
import java.util.Random;

import org.dcos.domain.problem.Problem;

/** Operations of one sort, each of which must be there whole or not at all. */
interface Work {

    /** Records what the operations need. */
    void prepare(Core core) throws Problem;

    /**
     * Does an operation. Runs in the worker.
     *
     * @param name of this worker, unlike those of others
     * @param nth  of this worker, from 0
     */
    void operate(Core core, String name, Random random, int nth) throws Problem, IOException;

    /** The operation in which the worker is to be killed. */
    Target target(Random random);

    /**
     * Looks for operations that are there in part, and leads to an end what lies half done.
     *
     * @return what lay half done
     */
    HalfDone check(Core core, Life life, Random random) throws Problem;

    /**
     * Where to kill.
     *
     * @param name how the name of the operation begins
     * @param nth  which of those, from 0
     */
    record Target(String name, int nth) {}

    /** What was found to be under way, and how it ended. */
    enum HalfDone {
        NOTHING, RESUMED, ROLLED_BACK
    }
}

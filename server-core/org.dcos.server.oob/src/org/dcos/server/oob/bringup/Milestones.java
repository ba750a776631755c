package org.dcos.server.oob.bringup;

/** Told of every point between two things that must not both be lost; tests kill the process there. */
@FunctionalInterface
interface Milestones {

    Milestones NONE = _ -> {};

    void passed(String where);
}

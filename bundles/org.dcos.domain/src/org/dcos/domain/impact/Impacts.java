package org.dcos.domain.impact;

import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;

/** Tells what is hit when something goes, and where a cable leads. */
public interface Impacts {

    /**
     * What is hit when a thing goes: a device, port, power feed, cable, rack, room, IDC, line or anything that others
     * depend on. By power, network, place and recorded dependency, each to the end. Lost things first, then by kind and
     * name.
     */
    Page<Hurt> of(UUID gone, PageRequest page) throws Problem;

    /**
     * A thing of any kind among what it hangs on and what is hit when it goes, to be drawn.
     *
     * @param most how many things that are hit at most; what lies between them and the thing comes on top
     */
    ImpactGraph graph(UUID thing, int most) throws Problem;

    /** Where a port leads: every port and cable from one end to the other, through patch panels. */
    Trace trace(UUID port) throws Problem;
}

package org.dcos.domain.search;

import java.util.List;

import org.dcos.domain.problem.Problem;

/** Finds recorded things of every kind by a name, number, label or address. */
public interface Search {

    /** Most things found at once. */
    int MOST = 200;

    /**
     * The best first: what is exactly so, then what begins so, then what has it within; devices before other kinds.
     * MAC addresses are found in any notation.
     *
     * @param text  a name, serial number, asset tag, address, MAC, label, or a part of one
     * @param limit how many at most
     */
    List<Hit> find(String text, int limit) throws Problem;
}

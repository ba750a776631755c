package org.dcos.domain.relocation;

import java.util.List;

/**
 * Machines to be moved, each with its target; they may take each other's places.
 *
 * @param title what is done, in a few words; empty: said from the machines
 * @param why   the reason; may be empty
 */
public record RelocationOrder(String title, String why, List<RelocationTarget> targets) {

    /** Most machines moved in one piece of work: a rack of them. */
    public static final int MOST_MACHINES = 60;

    public RelocationOrder {
        targets = List.copyOf(targets);
    }
}

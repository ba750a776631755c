package org.dcos.ui.model.bmc;

import org.dcos.ui.model.estate.Mark;

/**
 * A line of the parts: the machine, a kind of parts, or a part.
 *
 * @param id    unique
 * @param depth how deep in the tree, from 0
 * @param mark  WARNING where it is not what was bought
 * @param note  of a kind: how that compares with what was bought
 */
public record PartRow(String id, int depth, Mark mark, String name, String model, String partNumber, String serial,
        String note) {

    /** Whether parts stand below it. */
    public boolean branch() {
        return depth < 2;
    }
}

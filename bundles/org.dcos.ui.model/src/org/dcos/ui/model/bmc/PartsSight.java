package org.dcos.ui.model.bmc;

import java.util.List;

/**
 * The parts of a machine.
 *
 * @param line    how many, and when they were read
 * @param trouble why they could not be read, or what is not as bought; empty when all is well
 * @param bmc     whether there is a BMC that could tell
 */
public record PartsSight(List<PartRow> rows, String line, String trouble, boolean bmc) {

    static final PartsSight NOTHING = new PartsSight(List.of(), "", "", false);

    public PartsSight {
        rows = List.copyOf(rows);
    }
}

package org.dcos.ui.model.bmc;

import java.util.List;

import org.dcos.domain.bmcsetup.BmcDetails.Section;
import org.dcos.ui.model.estate.Mark;

/**
 * How a BMC is set up.
 *
 * @param bmc whether there is one
 */
public record BmcSight(List<Block> blocks, boolean bmc) {

    static final BmcSight NOTHING = new BmcSight(List.of(), false);

    public BmcSight {
        blocks = List.copyOf(blocks);
    }

    /**
     * One section of it.
     *
     * @param age     when it was read, in words
     * @param trouble why it could not be read the last time; empty when it could
     */
    public record Block(Section section, String title, String age, String trouble, List<Line> lines) {
        public Block {
            lines = List.copyOf(lines);
        }
    }

    /** @param mark CRITICAL for a door that stands open */
    public record Line(String label, String value, Mark mark) {}
}

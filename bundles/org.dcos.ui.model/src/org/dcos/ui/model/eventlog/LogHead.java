package org.dcos.ui.model.eventlog;

import org.dcos.ui.model.estate.Mark;

/**
 * How it stands with the log as a whole.
 *
 * @param mark    how that is at a glance
 * @param line    when it was read, how full it is, what the BMC's clock is off
 * @param trouble what does not work or may have been lost; empty when all is well
 * @param bmc     whether there is a BMC to read from
 */
public record LogHead(Mark mark, String line, String trouble, boolean bmc) {

    static final LogHead NOTHING = new LogHead(Mark.NONE, "", "", false);
}

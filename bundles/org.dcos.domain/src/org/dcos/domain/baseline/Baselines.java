package org.dcos.domain.baseline;

import org.dcos.domain.problem.Problem;

/**
 * Imports baselines. Sheets and columns: {@code racks} (idc, room, row, rack, height_u, power_budget_w) and
 * {@code servers} (name, serial, asset_tag, manufacturer, model, height_u, idc, room, rack, unit, face, owner,
 * bmc_address, bmc_port); Chinese headers are understood too. A server is recognised by its serial number.
 */
public interface Baselines {

    /** Reads and checks; changes nothing. Invalid when the file cannot be read as a table at all. */
    BaselineReport check(BaselineFile file) throws Problem;

    /**
     * Takes all rows, or none: Invalid when there are errors. Idempotent: the same file again changes nothing.
     *
     * @return what was done
     */
    BaselineReport take(BaselineFile file) throws Problem;
}

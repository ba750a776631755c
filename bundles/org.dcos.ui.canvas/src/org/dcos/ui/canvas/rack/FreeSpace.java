package org.dcos.ui.canvas.rack;

import java.util.ArrayList;
import java.util.List;

import org.dcos.ui.canvas.rack.RackRowLayout.RackBox;

/** Runs of units with nothing in them, from either side. */
record FreeSpace(int lowestUnit, int units) {

    /** From the bottom. */
    static List<FreeSpace> of(RackBox rack) {
        int height = rack.rack().heightUnits();
        var taken = new boolean[height + 2];
        for (var placed : rack.devices()) {
            for (int unit = placed.device().lowestUnit(); unit <= placed.device().topUnit(); unit++) {
                taken[unit] = true;
            }
        }
        taken[height + 1] = true;
        var runs = new ArrayList<FreeSpace>();
        int from = 0;
        for (int unit = 1; unit <= height + 1; unit++) {
            if (!taken[unit] && from == 0) {
                from = unit;
            } else if (taken[unit] && from > 0) {
                runs.add(new FreeSpace(from, unit - from));
                from = 0;
            }
        }
        return runs;
    }
}

package org.dcos.ui.model.heat;

import java.util.List;
import java.util.UUID;

import org.dcos.domain.power.PowerState;
import org.dcos.ui.model.estate.Mark;

/**
 * The heat map as it is shown. Values that are not known are {@link Double#NaN}.
 *
 * @param title which place it is
 */
public record HeatSight(String title, List<Row> rows, int servers) {

    public static final HeatSight NONE = new HeatSight("", List.of(), 0);

    public HeatSight {
        rows = List.copyOf(rows);
    }

    /** A row of racks of a room. */
    public record Row(String name, List<RackOf> racks) {
        public Row {
            racks = List.copyOf(racks);
        }
    }

    /** A rack. */
    public record RackOf(String name, int heightUnits, boolean descending, List<Cell> cells) {
        public RackOf {
            cells = List.copyOf(cells);
        }
    }

    /** A server. @param minutes age of its values */
    public record Cell(UUID server, String name, double from, double units, Mark mark, PowerState power, boolean stale,
            double celsius, double watts, double minutes) {}
}

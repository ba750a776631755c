package org.dcos.ui.canvas.heat;

import java.util.List;

import org.dcos.ui.canvas.mark.Mark;

/**
 * Servers in their racks, as they are to be drawn. Values that are not known are {@link Double#NaN}: with ten thousand
 * cells a picture is made every few seconds.
 *
 * @param rows from top to bottom
 */
public record HeatPicture(List<Row> rows) {

    public static final HeatPicture EMPTY = new HeatPicture(List.of());

    public HeatPicture {
        rows = List.copyOf(rows);
    }

    /** A row of racks. @param name with the room, where there are several */
    public record Row(String name, List<Rack> racks) {
        public Row {
            racks = List.copyOf(racks);
        }
    }

    /** A rack with its cells. @param fromTop whether unit 1 is at the top */
    public record Rack(String name, int heightUnits, boolean fromTop, List<Cell> cells) {
        public Rack {
            cells = List.copyOf(cells);
        }
    }

    /** Whether a server is on, as far as known. */
    public enum Power { ON, OFF, UNKNOWN }

    /**
     * A server.
     *
     * @param from    unit that it begins at; 1.5 is the upper half of unit 1
     * @param units   its height
     * @param stale   whether its values are too old to be taken as current
     * @param celsius of its inlet
     * @param watts   that it draws
     * @param minutes age of its values
     */
    public record Cell(String id, String name, double from, double units, Mark mark, Power power, boolean stale,
            double celsius, double watts, double minutes) {}
}

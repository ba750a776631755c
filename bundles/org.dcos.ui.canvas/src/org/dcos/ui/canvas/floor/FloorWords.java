package org.dcos.ui.canvas.floor;

import java.util.Map;

import org.dcos.ui.canvas.mark.Mark;

/**
 * The few words that a floor plan says by itself, in the operator's language.
 *
 * @param canvas    name of the whole for a screen reader
 * @param marks     one word for each mark but NONE, for the legend
 * @param freeUnits with {@code %d}, on a tile
 * @param space     title of the scale of free units
 * @param power     title of the scale of power
 * @param age       title of the scale of ages
 * @param minutes   with {@code %d}, an end of the scale of ages
 */
public record FloorWords(String canvas, Map<Mark, String> marks, String coldAisle, String hotAisle, String mixedAisle,
        String freeUnits, String space, String power, String age, String minutes, String empty) {

    public static final FloorWords ENGLISH = new FloorWords("Floor plan",
            Map.of(Mark.OK, "well", Mark.OFF, "off", Mark.UNKNOWN, "not known", Mark.STALE, "stale", Mark.WARNING,
                    "warning", Mark.CRITICAL, "critical"),
            "cold aisle", "hot aisle", "aisle", "%d U", "Units used", "Power of budget", "Age of data", "%d min",
            "No racks here");

    public FloorWords {
        marks = Map.copyOf(marks);
    }
}

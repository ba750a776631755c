package org.dcos.ui.canvas.rack;

import java.util.Map;

import org.dcos.ui.canvas.mark.Mark;

/**
 * The few words that the racks say by themselves, in the operator's language.
 *
 * @param canvas name of the whole for a screen reader
 * @param marks  one word for each mark but NONE, for a screen reader
 * @param freeUnits with {@code %d}, on a run of free units when colouring by free space
 * @param empty  shown when there is no rack
 */
public record RackWords(String canvas, Map<Mark, String> marks, String freeUnits, String power, String age,
        String temperature, String empty) {

    public static final RackWords ENGLISH = new RackWords("Racks",
            Map.of(Mark.OK, "well", Mark.OFF, "off", Mark.UNKNOWN, "not known", Mark.STALE, "stale", Mark.WARNING,
                    "warning", Mark.CRITICAL, "critical"),
            "%d U free", "Power per unit", "Age", "Inlet temperature", "No racks here");

    public RackWords {
        marks = Map.copyOf(marks);
    }
}

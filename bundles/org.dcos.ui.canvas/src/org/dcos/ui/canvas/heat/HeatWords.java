package org.dcos.ui.canvas.heat;

import java.util.Map;

import org.dcos.ui.canvas.mark.Mark;

/**
 * The few words that the heat map says by itself, in the operator's language.
 *
 * @param canvas  name of the whole for a screen reader
 * @param marks   one word for each mark but NONE
 * @param inlet   title of the scale of inlet temperatures
 * @param draw    title of the scale of power drawn
 * @param age     title of the scale of ages
 * @param minutes with {@code %.0f}, an end of the scale of ages
 */
public record HeatWords(String canvas, Map<Mark, String> marks, String on, String off, String unknown, String inlet,
        String draw, String age, String minutes, String empty) {

    public static final HeatWords ENGLISH = new HeatWords("Heat map",
            Map.of(Mark.OK, "well", Mark.OFF, "off", Mark.UNKNOWN, "not known", Mark.STALE, "stale", Mark.WARNING,
                    "warning", Mark.CRITICAL, "critical"),
            "on", "off", "not known", "Inlet temperature", "Power drawn per unit", "Age of data", "%.0f min",
            "No servers here");

    public HeatWords {
        marks = Map.copyOf(marks);
    }
}

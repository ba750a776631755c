package org.dcos.net.ipmi.sdr;

import java.util.ArrayList;
import java.util.List;

/** Texts for the states of discrete sensors (IPMI v2.0 r1.1 §42.1 table 42-2, §42.2 table 42-3). */
public final class DiscreteStates {

    /** States 0 to 14 exist (§35.14). */
    private static final int STATES = 15;

    private static final CodeTexts GENERIC = CodeTexts.read("generic-states.txt");
    private static final CodeTexts SPECIFIC = CodeTexts.read("specific-states.txt");

    /**
     * @param states bit n set: state n is asserted
     * @return one text per asserted state; states of OEM and reserved types by number
     */
    public static List<String> texts(SensorCommon sensor, int states) {
        var texts = new ArrayList<String>();
        for (int state = 0; state < STATES; state++) {
            if ((states & 1 << state) != 0) {
                texts.add(text(sensor, state));
            }
        }
        return List.copyOf(texts);
    }

    private static String text(SensorCommon sensor, int state) {
        return text(sensor.readingType(), sensor.sensorType(), state);
    }

    /** The text of one state, by event/reading type and sensor type; of OEM and reserved types by number. */
    public static String text(int readingType, int sensorType, int state) {
        var known = readingType == SensorCommon.SENSOR_SPECIFIC ? SPECIFIC.text(sensorType, state)
                : GENERIC.text(readingType, state);
        return known.orElseGet(() -> "State %d".formatted(state));
    }

    private DiscreteStates() {}
}

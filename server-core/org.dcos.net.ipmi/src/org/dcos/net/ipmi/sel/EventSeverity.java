package org.dcos.net.ipmi.sel;

import org.dcos.net.ipmi.sdr.CodeTexts;
import org.dcos.net.ipmi.sdr.SensorCommon;

/**
 * How bad an event is. The specification leaves it to the reader but for thresholds and the severity states of generic
 * type 07h; the others are in two tables by event type and by sensor type.
 */
public enum EventSeverity {
    INFORMATION, WARNING, CRITICAL;

    private static final CodeTexts GENERIC = CodeTexts.read(EventSeverity.class, "generic-severities.txt");
    private static final CodeTexts SPECIFIC = CodeTexts.read(EventSeverity.class, "specific-severities.txt");

    /** A state that has gone is information. */
    public static EventSeverity of(SystemEvent event) {
        if (!event.isAsserted()) {
            return INFORMATION;
        }
        var word = event.eventType() == SensorCommon.SENSOR_SPECIFIC
                ? SPECIFIC.text(event.sensorType(), 0)
                : GENERIC.text(event.eventType(), 0);
        return word.filter(letters -> event.offset() < letters.length())
                .map(letters -> switch (letters.charAt(event.offset())) {
                    case 'c' -> CRITICAL;
                    case 'w' -> WARNING;
                    default -> INFORMATION;
                }).orElse(INFORMATION);
    }
}

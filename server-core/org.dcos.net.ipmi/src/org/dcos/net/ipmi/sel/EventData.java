package org.dcos.net.ipmi.sel;

import java.util.ArrayList;
import java.util.List;

import org.dcos.net.ipmi.sdr.CodeTexts;
import org.dcos.net.ipmi.sdr.DiscreteStates;
import org.dcos.net.ipmi.sdr.SensorCommon;

/** What the second and third byte of an event that is no threshold's add to it (IPMI v2.0 r1.1 §29.7, table 42-3). */
final class EventData {

    private static final CodeTexts TEXTS = CodeTexts.read(EventData.class, "event-data.txt");

    private static final int FIRMWARE_ERRORS = 1;
    private static final int FIRMWARE_PROGRESS = 2;
    private static final int SUPPLY_CONFIGURATION = 3;
    private static final int WATCHDOG_USES = 4;
    private static final int WATCHDOG_INTERRUPTS = 5;
    private static final int RESTART_CAUSES = 6;

    private static final int PREVIOUS_STATE = 1;
    private static final int OEM = 2;
    private static final int OF_SENSOR_TYPE = 3;
    private static final int UNSPECIFIED = 0x0F;
    private static final int SEVERITY_STATES = 0x07;

    /** Words in the order of the bytes; empty when they say nothing. */
    static List<String> words(SystemEvent event) {
        var words = new ArrayList<String>();
        if (event.data2Kind() == PREVIOUS_STATE) {
            previous(event, words);
        }
        if (event.eventType() == SensorCommon.SENSOR_SPECIFIC) {
            specific(event, event.data2Kind() == OF_SENSOR_TYPE, event.data3Kind() == OF_SENSOR_TYPE, words);
        }
        if (event.data2Kind() == OEM) {
            words.add("OEM data %02Xh".formatted(event.data2()));
        }
        if (event.data3Kind() == OEM) {
            words.add("OEM data %02Xh".formatted(event.data3()));
        }
        return words;
    }

    private static void previous(SystemEvent event, List<String> words) {
        int state = event.data2() & 0x0F;
        if (state != UNSPECIFIED) {
            words.add("before: %s".formatted(DiscreteStates.text(event.eventType(), event.sensorType(), state)));
        }
        int severity = event.data2() >> 4;
        if (severity != UNSPECIFIED && severity != 0) {
            words.add(DiscreteStates.text(SEVERITY_STATES, event.sensorType(), severity));
        }
    }

    private static void specific(SystemEvent event, boolean two, boolean three, List<String> words) {
        int data2 = event.data2();
        int data3 = event.data3();
        switch (event.sensorType()) {
            case 0x08 -> add(words, three && event.offset() == 6, SUPPLY_CONFIGURATION, data3 & 0x0F);
            case 0x0C -> { // memory: which module
                if (three) {
                    words.add("module %d".formatted(data3));
                }
            }
            case 0x0F -> add(words, two, event.offset() == 0 ? FIRMWARE_ERRORS : FIRMWARE_PROGRESS, data2);
            case 0x10 -> { // event logging
                if (three && event.offset() == 5) {
                    words.add("%d %% full".formatted(data3));
                }
            }
            case 0x12 -> {
                if (two && event.offset() == 5) { // clock set: told before and after
                    words.add((data2 & 0x80) == 0 ? "before the change" : "after the change");
                }
            }
            case 0x1D -> add(words, two && event.offset() == 7, RESTART_CAUSES, data2 & 0x0F);
            case 0x21 -> {
                if (three) {
                    words.add("slot %d".formatted(data3));
                }
            }
            case 0x23 -> {
                add(words, two, WATCHDOG_USES, data2 & 0x0F);
                add(words, two, WATCHDOG_INTERRUPTS, data2 >> 4);
            }
            case 0x2A -> {
                if (two && (data2 & 0x3F) != 0) {
                    words.add("user %d".formatted(data2 & 0x3F));
                }
            }
            default -> {} // the others of the table say nothing that an operator uses
        }
    }

    private static void add(List<String> words, boolean given, int key, int code) {
        if (given) {
            TEXTS.text(key, code).ifPresent(words::add);
        }
    }

    private EventData() {}
}

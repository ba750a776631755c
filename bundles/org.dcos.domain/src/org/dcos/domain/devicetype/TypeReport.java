package org.dcos.domain.devicetype;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of files.
 *
 * @param changeSet the number of the change set, if anything was changed
 */
public record TypeReport(Optional<Long> changeSet, List<Taken> taken) {

    /** What a file did to the records. */
    public enum Outcome {
        NEW, CHANGED, SAME
    }

    /**
     * One type.
     *
     * @param type    its id in the records
     * @param devices how many devices are of it
     */
    public record Taken(String file, UUID type, String manufacturer, String model, Outcome outcome, int devices,
            List<Note> notes) {

        public Taken {
            notes = List.copyOf(notes);
        }
    }

    /** What of a file is not recorded, or is understood otherwise than written. @param line counted from 1 */
    public record Note(int line, String text) {}

    public TypeReport {
        taken = List.copyOf(taken);
    }
}

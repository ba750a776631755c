package org.dcos.domain.relocation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a relocation would break, or that stands in its way.
 *
 * @param device  the machine that it is about; empty when it is about a rack
 * @param values  what the sentence is made of: names, places, numbers with their units
 * @param message the sentence, in English
 */
public record RelocationIssue(What what, Optional<UUID> device, List<String> values, String message) {

    public RelocationIssue {
        values = List.copyOf(values);
    }

    public boolean blocks() {
        return what.blocks;
    }

    /** What is wrong. */
    public enum What {
        OUTSIDE_RACK(true), UNITS_TAKEN(true), UNITS_KEPT(true), POWER_EXCEEDED(true), WEIGHT_EXCEEDED(true),
        SAME_PLACE(true), UNDER_WAY(true), PEER_UNDER_WAY(true), BUSY(true), RETIRED(true),
        CABLE_TOO_SHORT(false),
        PREFIX_ELSEWHERE(false), DEPENDENT_STOPS(false), POWER_UNKNOWN(false);

        private final boolean blocks;

        What(boolean blocks) {
            this.blocks = blocks;
        }
    }
}

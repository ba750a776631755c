package org.dcos.ui.model.search;

import java.util.Optional;

import org.dcos.domain.search.Hit;
import org.dcos.ui.model.selection.RackSpot;

/** A line of the finder: what can be gone to, or done. */
public sealed interface FoundRow {

    /** What stays the same of it when its texts change. */
    String id();

    String label();

    /** Tells alike ones apart: by what it was found; the key of a command. */
    String note();

    /** Where it is; may be empty. */
    String place();

    /** A record. */
    record OfRecord(Hit hit, String label, String note, String place) implements FoundRow {
        @Override
        public String id() {
            return hit.kind() + ":" + hit.id();
        }
    }

    /** A command. @param id of the command @param note its key */
    record OfCommand(String id, String label, String note) implements FoundRow {
        @Override
        public String place() {
            return "";
        }
    }

    /**
     * To record a server with a serial number that is not known.
     *
     * @param spot where it is to be; empty: said later
     */
    record Offer(String serial, Optional<RackSpot> spot, String label, String place) implements FoundRow {
        @Override
        public String id() {
            return "offer:" + spot;
        }

        @Override
        public String note() {
            return "";
        }
    }
}

package org.dcos.domain.deviation;

import java.util.List;
import java.util.UUID;

import org.dcos.domain.cmdb.FieldChange;
import org.dcos.domain.cmdb.Kind;

/** The change of the records that accepting a deviation would make. @param title what it does, in a few words */
public record Correction(String title, List<Part> parts) {

    public Correction {
        parts = List.copyOf(parts);
    }

    /** What happens to one item. @param deleted the item goes */
    public record Part(Kind kind, UUID id, String name, boolean deleted, List<FieldChange> fields) {

        public Part {
            fields = List.copyOf(fields);
        }
    }
}

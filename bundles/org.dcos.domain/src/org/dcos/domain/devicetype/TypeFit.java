package org.dcos.domain.devicetype;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.PortKind;

/** How a device differs from its type. @param place where it is; may be empty */
public record TypeFit(UUID device, String name, String place, List<Difference> differences) {

    /** How a port differs. */
    public enum How {
        /** The type has it, the device lacks it. */
        MISSING,
        /** Both have it, and it is not alike. */
        UNLIKE,
        /** The device has it, the type does not: built in later, or gone from the type. */
        SURPLUS
    }

    /**
     * One port that differs.
     *
     * @param fields   what differs, e.g. {@code connector 1000base-t -> 10gbase-t}; empty unless UNLIKE
     * @param obstacle why a surplus port cannot be taken away
     */
    public record Difference(How how, PortKind kind, String port, String fields, Optional<String> obstacle) {}

    public TypeFit {
        differences = List.copyOf(differences);
    }
}

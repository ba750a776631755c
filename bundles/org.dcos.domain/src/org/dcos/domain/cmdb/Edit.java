package org.dcos.domain.cmdb;

import java.util.UUID;

/** One thing to be done to the records. */
public sealed interface Edit {

    /** Creates an item of version 0, or makes another the next version of the one recorded. */
    record Put(Item item) implements Edit {}

    /**
     * Takes an item away, with what is a part of it: a device's ports, the cables on a port, relations.
     *
     * @param version the version that is meant; 0: whichever
     */
    record Delete(Kind kind, UUID id, long version) implements Edit {}
}

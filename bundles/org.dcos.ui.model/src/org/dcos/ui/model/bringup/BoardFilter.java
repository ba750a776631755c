package org.dcos.ui.model.bringup;

import java.util.UUID;

/** Which racks the board shows. */
public sealed interface BoardFilter {

    /** Every rack in which something is planned or on its way. */
    record OnTheirWay() implements BoardFilter {}

    record OfRoom(UUID room) implements BoardFilter {}

    record OfRack(UUID rack) implements BoardFilter {}
}

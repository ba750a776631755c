package org.dcos.ui.model.selection;

import java.util.UUID;

/** What is chosen. */
public sealed interface Selected {

    /** Nothing, as on a first start. */
    record Nothing() implements Selected {}

    record OfIdc(UUID idc) implements Selected {}

    record OfRoom(UUID room) implements Selected {}

    record OfRow(UUID room, String row) implements Selected {}

    record OfRack(UUID rack) implements Selected {}

    record OfServer(UUID server) implements Selected {}
}

package org.dcos.ui.model.selection;

import java.util.UUID;

import org.dcos.domain.cmdb.Face;

/** A free place of a rack that is pointed at. @param unit 1 at the bottom */
public record RackSpot(UUID rack, int unit, Face face) {}

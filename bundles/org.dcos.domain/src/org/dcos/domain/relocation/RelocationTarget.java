package org.dcos.domain.relocation;

import java.util.UUID;

import org.dcos.domain.cmdb.Face;

/**
 * Where a machine is to stand.
 *
 * @param device     a machine that is racked
 * @param lowestUnit the lowest unit that it is to take, 1 at the bottom; 0 for one that takes no unit
 */
public record RelocationTarget(UUID device, UUID rack, double lowestUnit, Face face) {}

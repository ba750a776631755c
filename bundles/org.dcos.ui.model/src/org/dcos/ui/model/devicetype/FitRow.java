package org.dcos.ui.model.devicetype;

import java.util.UUID;

/**
 * What a device would become by its type.
 *
 * @param added    the ports that it would get
 * @param changed  the ports that would become as the type says, and in what
 * @param surplus  the ports that the type lacks
 * @param obstacle why a surplus port could not go; empty when nothing is in the way
 */
public record FitRow(UUID typeId, UUID deviceId, String type, String device, String place, String added,
        String changed, String surplus, String obstacle) {}

package org.dcos.domain.devicetype;

import java.util.List;
import java.util.UUID;

/**
 * Devices that are to become as their type.
 *
 * @param devices      which; none: all that are of the type
 * @param dropSurplus  whether ports that the type lacks go too
 * @param why          the reason; may be empty
 */
public record FitOrder(List<UUID> devices, boolean dropSurplus, String why) {

    public FitOrder {
        devices = List.copyOf(devices);
    }
}

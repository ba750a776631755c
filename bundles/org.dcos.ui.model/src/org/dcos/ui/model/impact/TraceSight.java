package org.dcos.ui.model.impact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A way through cables, and the ports among which it was chosen.
 *
 * @param ports  of the device that was chosen; empty when a port, cable or feed was
 * @param chosen the port that the way is of
 * @param legs   of the way
 * @param problem why there is none; empty when there is one
 */
public record TraceSight(String title, List<PortRow> ports, Optional<UUID> chosen, List<TraceLeg> legs,
        String problem) {

    public static final TraceSight NONE = new TraceSight("", List.of(), Optional.empty(), List.of(), "");

    public TraceSight {
        ports = List.copyOf(ports);
        legs = List.copyOf(legs);
    }
}

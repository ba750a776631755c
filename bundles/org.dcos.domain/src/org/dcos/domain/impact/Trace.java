package org.dcos.domain.impact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.PortKind;

/**
 * A way through cables and patch panels.
 *
 * @param stops from one end to the other
 * @param start which of the stops was asked for
 */
public record Trace(List<Stop> stops, int start) {

    /**
     * A port or power feed on the way.
     *
     * @param id     of the port or feed
     * @param device what it belongs to; a feed to none
     * @param port   the name of the port, or of the feed
     * @param kind   none for a feed
     * @param cable  the cable to the next stop; none within a device, and at the end
     */
    public record Stop(UUID id, Optional<UUID> device, String deviceName, String place, String port,
            Optional<PortKind> kind, String connector, Optional<Line> cable) {}

    /** A cable on the way. @param name its label, or its ends */
    public record Line(UUID id, String name, CableState state, String medium, String colour,
            Optional<Double> lengthMetres) {}

    public Trace {
        stops = List.copyOf(stops);
    }
}

package org.dcos.ui.model.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.impact.Trace;
import org.dcos.domain.impact.Trace.Line;
import org.dcos.domain.impact.Trace.Stop;

/**
 * A device on a way, with the cable to the next one.
 *
 * @param in    the port at which the way comes in; empty at its beginning
 * @param out   the port at which it goes on; empty at its end
 * @param cable to the next; empty at the end
 * @param open  whether the way ends within a patch panel or outlet where it should go on
 */
public record TraceLeg(Stop stop, String in, String out, Optional<Line> cable, boolean open) {

    /** The port, or feed, that the leg is about. */
    public UUID id() {
        return stop.id();
    }

    /** The stops of a way by device: where it goes in at one port and out at another, both are one leg. */
    public static List<TraceLeg> of(Trace trace) {
        var legs = new ArrayList<TraceLeg>();
        var stops = trace.stops();
        int at = 0;
        while (at < stops.size()) {
            var first = stops.get(at);
            boolean within = first.cable().isEmpty() && at + 1 < stops.size();
            var last = within ? stops.get(at + 1) : first;
            boolean begins = legs.isEmpty() && !within;
            var in = begins && last.cable().isPresent() ? "" : port(first);
            var out = last.cable().isPresent() ? port(last) : within ? port(last) : "";
            boolean end = last.cable().isEmpty();
            legs.add(new TraceLeg(first, in, out, last.cable(), end && passes(last)));
            at += within ? 2 : 1;
        }
        return List.copyOf(legs);
    }

    private static String port(Stop stop) {
        return stop.device().isPresent() ? stop.port() : "";
    }

    /** Whether something has to be plugged in here for it to be of use. */
    private static boolean passes(Stop stop) {
        return stop.kind().filter(kind -> switch (kind) {
            case FRONT, REAR, POWER_INLET -> true;
            case NETWORK, POWER_OUTLET, CONSOLE, CONSOLE_SERVER -> false;
        }).isPresent();
    }

    /** What stands there, as far as its ports tell. */
    public enum Station {
        SERVER, NETWORK_DEVICE, PANEL, PDU, FEED
    }

    /** @param server whether the device is a server */
    public Station station(boolean server) {
        if (stop.device().isEmpty()) {
            return Station.FEED;
        }
        var kind = stop.kind().orElse(PortKind.NETWORK);
        return switch (kind) {
            case FRONT, REAR -> Station.PANEL;
            case POWER_OUTLET -> Station.PDU;
            case POWER_INLET -> server ? Station.SERVER : in.isEmpty() || out.isEmpty() ? Station.NETWORK_DEVICE
                    : Station.PDU;
            case NETWORK, CONSOLE, CONSOLE_SERVER -> server ? Station.SERVER : Station.NETWORK_DEVICE;
        };
    }
}

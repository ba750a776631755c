package org.dcos.net.redfish.model;

import org.dcos.net.redfish.json.Json;

/** {@code Status} of a resource (schema Resource). */
public record Health(Level level, String state) {

    /** UNKNOWN where the service tells none. */
    public enum Level {
        OK, WARNING, CRITICAL, UNKNOWN
    }

    static Health read(Json resource) {
        Json status = resource.object("Status");
        return new Health(switch (status.textOrEmpty("Health")) {
            case "OK" -> Level.OK;
            case "Warning" -> Level.WARNING;
            case "Critical" -> Level.CRITICAL;
            default -> Level.UNKNOWN;
        }, status.textOrEmpty("State"));
    }

    /** Nothing is in the slot. */
    public boolean absent() {
        return state.equals("Absent");
    }

    /** There, and measuring or doing its work. */
    public boolean atWork() {
        return switch (state) {
            case "Absent", "Disabled", "UnavailableOffline", "StandbyOffline", "Deferring", "Starting" -> false;
            default -> true;
        };
    }
}

package org.dcos.server.oob.certificate;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.bringup.Arrival;

/**
 * What an acceptance certificate says.
 *
 * @param rack        name of the rack
 * @param place       where it stands, e.g. {@code Shanghai A / Room 201}
 * @param heightUnits units of the rack
 * @param descending  whether U1 is at the top
 * @param units       planned and found machines
 * @param issuedBy    who asked for it
 * @param zone        the times are told in
 * @param version     of the server-core
 */
public record RackCertificate(String rack, String place, int heightUnits, boolean descending, List<Unit> units,
        String issuedBy, Instant issued, ZoneId zone, String version) {

    public RackCertificate {
        units = List.copyOf(units);
    }

    /** How what was found stands to what was planned. */
    public enum Verdict {
        /** It is what was planned. */
        AS_PLANNED,
        /** It differs, and somebody has accepted that. */
        ACCEPTED,
        /** It differs, and nobody has accepted that. */
        DIFFERENT,
        /** It is not accepted yet. */
        UNDER_WAY,
        /** It was planned, and was not found. */
        MISSING,
        /** It was found, and was not planned. */
        UNPLANNED
    }

    /**
     * A place of the rack.
     *
     * @param lowestUnit  lowest unit, in steps of a half; 0 beside the units
     * @param heightUnits units it takes, in steps of a half
     * @param steps       on its way into the pool, in their order
     */
    public record Unit(double lowestUnit, double heightUnits, Optional<Planned> planned, Optional<Found> found,
            Verdict verdict, List<Step> steps, List<Difference> differences) {
        public Unit {
            steps = List.copyOf(steps);
            differences = List.copyOf(differences);
        }
    }

    public record Planned(String name, String model, String serial, List<Part> parts) {
        public Planned {
            parts = List.copyOf(parts);
        }
    }

    /** @param mac of the BMC @param address of the BMC @param firmware of the BMC */
    public record Found(String model, String serial, String mac, String address, String firmware, List<Part> parts) {
        public Found {
            parts = List.copyOf(parts);
        }
    }

    /** A part as it was bought or as the BMC tells it. @param kind e.g. {@code PSU} @param what e.g. its model */
    public record Part(String kind, String what, String serial) {}

    /** @param evidence what was found and done */
    public record Step(Arrival.Step.Kind kind, boolean done, Optional<Instant> at, String evidence) {}

    /** @param accepted by whom, why and when; empty as long as nobody did */
    public record Difference(String what, String planned, String found, Optional<Acceptance> accepted) {}

    public record Acceptance(String by, String reason, Instant at) {}
}

package org.dcos.server.cmdb.relocation;

import java.util.Optional;

import org.dcos.domain.cmdb.Rack;

/** How long a cable has to be. Within a rack along its side; between racks of one row over the tray above them. */
final class CableReach {

    private static final double UNIT = 0.04445;
    /** Of a rack's width, side by side. */
    private static final double PLACE = 0.6;
    /** To both plugs, and what hangs through. */
    private static final double SLACK_IN_RACK = 0.3;
    private static final double SLACK_ABOVE = 1.0;

    /** Where an end is. @param level units above the floor of the rack, counted from the bottom */
    record Spot(Rack rack, double level) {

        static Spot at(Rack rack, double unit) {
            return new Spot(rack, rack.descending() ? rack.heightUnits() + 1 - unit : unit);
        }

        private double toTheTop() {
            return (rack.heightUnits() + 1 - level) * UNIT;
        }
    }

    private CableReach() {}

    /** Empty when the two are not in one row whose places are recorded. */
    static Optional<Double> needs(Spot a, Spot b) {
        if (a.rack().id().equals(b.rack().id())) {
            return Optional.of(rounded(Math.abs(a.level() - b.level()) * UNIT + SLACK_IN_RACK));
        }
        boolean row = a.rack().room().equals(b.rack().room()) && !a.rack().row().isEmpty()
                && a.rack().row().equals(b.rack().row());
        if (!row || a.rack().place().isEmpty() || b.rack().place().isEmpty()) {
            return Optional.empty();
        }
        int places = Math.abs(a.rack().place().getAsInt() - b.rack().place().getAsInt());
        return Optional.of(rounded(places * PLACE + a.toTheTop() + b.toTheTop() + SLACK_ABOVE));
    }

    /**
     * Whether a cable that joined two spots joins two others.
     *
     * @param metres how long it is, where known; else it is as long as it had to be
     */
    static boolean reaches(Optional<Double> metres, Spot wasA, Spot wasB, Spot isA, Spot isB) {
        if (wasA.equals(isA) && wasB.equals(isB)) {
            return true;
        }
        Optional<Double> needs = needs(isA, isB);
        if (needs.isEmpty()) {
            return false;
        }
        if (metres.isPresent()) {
            return needs.get() <= metres.get();
        }
        boolean within = isA.rack().id().equals(isB.rack().id()) && wasA.rack().id().equals(wasB.rack().id());
        return within || needs(wasA, wasB).filter(before -> needs.get() <= before).isPresent();
    }

    private static double rounded(double metres) {
        return Math.ceil(metres * 10) / 10;
    }
}

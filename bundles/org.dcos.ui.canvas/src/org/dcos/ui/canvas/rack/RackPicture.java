package org.dcos.ui.canvas.rack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.mark.Mark;

/**
 * Racks as they are to be drawn: ready texts, no look-ups. A new picture replaces the old one; what is the same in both
 * is not drawn again.
 *
 * @param racks in order, left to right; those of the same {@code row} next to each other
 */
public record RackPicture(List<Rack> racks) {

    public static final RackPicture EMPTY = new RackPicture(List.of());

    public RackPicture {
        racks = List.copyOf(racks);
    }

    /** Whether the same racks stand in the same places, so that only what is in them can differ. */
    boolean standsLike(RackPicture other) {
        if (racks.size() != other.racks.size()) {
            return false;
        }
        for (int i = 0; i < racks.size(); i++) {
            var mine = racks.get(i);
            var its = other.racks.get(i);
            if (!mine.id.equals(its.id) || !mine.row.equals(its.row) || mine.heightUnits != its.heightUnits) {
                return false;
            }
        }
        return true;
    }

    /** What a device is, as far as its face differs. */
    public enum Kind { SERVER, SWITCH, STORAGE, POWER, OTHER }

    /**
     * One rack.
     *
     * @param id          what a hit gives back
     * @param row         title above a new line of racks, e.g. {@code Row A}; shown when there is more than one row
     * @param heightUnits 1 to 60
     * @param load        at the right of the name, e.g. {@code 7.1 / 9 kW}; may be empty
     * @param loadMark    WARNING or CRITICAL colours the load
     */
    public record Rack(String id, String name, String row, int heightUnits, String load, Mark loadMark,
            List<Device> devices) {
        public Rack {
            devices = List.copyOf(devices);
        }
    }

    /**
     * One device in a rack.
     *
     * @param id         what a hit and the selection give back; unique in the picture
     * @param label      on its face
     * @param lowestUnit 1 at the bottom
     * @param face       the side it is mounted from; from the other side its back is drawn
     * @param mark       how it is
     * @param muted      not to be read as current or running: off, stale, planned
     * @param ageText    beside the mark when the value is old, e.g. {@code 6 min}; else empty
     * @param watts      for colouring by power
     * @param celsius    inlet, for colouring by temperature
     * @param age        of its values, for colouring by age
     */
    public record Device(String id, String label, int lowestUnit, int heightUnits, Face face, Kind kind, Mark mark,
            boolean muted, String ageText, OptionalDouble watts, OptionalDouble celsius, Optional<Duration> age) {

        public Device {
            if (heightUnits < 1) {
                throw new IllegalArgumentException(
                        "%s is %d units high, need at least 1".formatted(label, heightUnits));
            }
        }

        /** A server seen well just now, mounted from the front. */
        public static Device server(String id, String label, int lowestUnit, int heightUnits) {
            return new Device(id, label, lowestUnit, heightUnits, Face.FRONT, Kind.SERVER, Mark.OK, false, "",
                    OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
        }

        public Device kind(Kind other) {
            return new Device(id, label, lowestUnit, heightUnits, face, other, mark, muted, ageText, watts, celsius,
                    age);
        }

        public Device face(Face other) {
            return new Device(id, label, lowestUnit, heightUnits, other, kind, mark, muted, ageText, watts, celsius,
                    age);
        }

        public Device mark(Mark other) {
            return new Device(id, label, lowestUnit, heightUnits, face, kind, other, muted, ageText, watts, celsius,
                    age);
        }

        /** @param text empty while the value is fresh */
        public Device mutedSince(String text) {
            return new Device(id, label, lowestUnit, heightUnits, face, kind, mark, true, text, watts, celsius, age);
        }

        public Device measured(OptionalDouble power, OptionalDouble inlet, Optional<Duration> since) {
            return new Device(id, label, lowestUnit, heightUnits, face, kind, mark, muted, ageText, power, inlet,
                    since);
        }

        public int topUnit() {
            return lowestUnit + heightUnits - 1;
        }
    }
}

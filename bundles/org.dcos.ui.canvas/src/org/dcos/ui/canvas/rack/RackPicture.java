package org.dcos.ui.canvas.rack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.mark.Mark;

/**
 * Racks as they are to be drawn: ready texts, no look-ups. A new picture replaces the old one; what is the same in both
 * is not drawn again.
 *
 * @param racks in order, left to right; those of the same {@code row} next to each other
 */
public record RackPicture(List<Rack> racks) {

    public static final RackPicture EMPTY = new RackPicture(List.of());

    private static final double HALF = 0.5;

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
            if (!mine.id.equals(its.id) || !mine.row.equals(its.row) || mine.heightUnits != its.heightUnits
                    || mine.gauges.isEmpty() != its.gauges.isEmpty() || mine.strips.size() != its.strips.size()) {
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
     * @param numbering   where unit 1 is
     * @param strips      devices beside the rails, which take no unit
     * @param gauges      what it can take and does, below its name: units, power, weight; may be empty
     */
    public record Rack(String id, String name, String row, int heightUnits, String load, Mark loadMark,
            List<Device> devices, Numbering numbering, List<Reservation> reservations, List<Strip> strips,
            List<Gauge> gauges) {
        public Rack {
            devices = List.copyOf(devices);
            reservations = List.copyOf(reservations);
            strips = List.copyOf(strips);
            gauges = List.copyOf(gauges);
        }

        /** Numbered from the bottom, with nothing but devices in it. */
        public Rack(String id, String name, String row, int heightUnits, String load, Mark loadMark,
                List<Device> devices) {
            this(id, name, row, heightUnits, load, loadMark, devices, Numbering.FROM_BOTTOM, List.of(), List.of(),
                    List.of());
        }

        public Rack numbering(Numbering other) {
            return new Rack(id, name, row, heightUnits, load, loadMark, devices, other, reservations, strips, gauges);
        }

        public Rack reserved(List<Reservation> kept) {
            return new Rack(id, name, row, heightUnits, load, loadMark, devices, numbering, kept, strips, gauges);
        }

        public Rack strips(List<Strip> beside) {
            return new Rack(id, name, row, heightUnits, load, loadMark, devices, numbering, reservations, beside,
                    gauges);
        }

        public Rack gauges(List<Gauge> measures) {
            return new Rack(id, name, row, heightUnits, load, loadMark, devices, numbering, reservations, strips,
                    measures);
        }

        /** What the unit is kept for. */
        public Optional<Reservation> reservation(int unit) {
            return reservations.stream()
                    .filter(kept -> kept.lowestUnit() <= unit && unit <= kept.topUnit()).findFirst();
        }
    }

    /** Which end of a rack unit 1 is at, as printed on its rails. */
    public enum Numbering { FROM_BOTTOM, FROM_TOP }

    /** Units that are kept free for somebody. @param text who and until when; also on the units where it fits */
    public record Reservation(int lowestUnit, int heightUnits, String text, Card card) {
        public int topUnit() {
            return lowestUnit + heightUnits - 1;
        }
    }

    /** A device beside the rails, e.g. a vertical PDU. Its units do not count; the face tells where it is seen. */
    public record Strip(Device device, Side side) {}

    /** Of the rack, as seen from its front. */
    public enum Side { LEFT, RIGHT }

    /** How much of something is used. @param text e.g. {@code 31 / 42 U} @param share 0 to 1, where there is a limit */
    public record Gauge(String text, OptionalDouble share, Mark mark) {}

    /**
     * One device in a rack.
     *
     * @param id         what a hit and the selection give back; unique in the picture
     * @param label      on its face
     * @param lowestUnit its lowest number; 1 is at the bottom unless the rack is numbered from the top
     * @param heightUnits whole units, 0 for a device of half a unit
     * @param raised     it begins half a unit further up in numbers
     * @param half       it is half a unit higher than {@code heightUnits}
     * @param face       the side it is mounted from; from the other side its back is drawn
     * @param mark       how it is
     * @param muted      not to be read as current or running: off, stale, planned
     * @param ageText    beside the mark when the value is old, e.g. {@code 6 min}; else empty
     * @param watts      for colouring by power
     * @param celsius    inlet, for colouring by temperature
     * @param age        of its values, for colouring by age
     */
    public record Device(String id, String label, int lowestUnit, int heightUnits, boolean raised, boolean half,
            Face face, Kind kind, Mark mark, boolean muted, String ageText, OptionalDouble watts,
            OptionalDouble celsius,
            Optional<Duration> age) {

        public Device {
            if (heightUnits < 0 || heightUnits == 0 && !half) {
                throw new IllegalArgumentException(
                        "%s is %d units high, need at least 1, or half a one".formatted(label, heightUnits));
            }
        }

        /** In whole units. */
        @SuppressWarnings("checkstyle:ParameterNumber") // those of the record but two
        public Device(String id, String label, int lowestUnit, int heightUnits, Face face, Kind kind, Mark mark,
                boolean muted, String ageText, OptionalDouble watts, OptionalDouble celsius, Optional<Duration> age) {
            this(id, label, lowestUnit, heightUnits, false, false, face, kind, mark, muted, ageText, watts, celsius,
                    age);
        }

        /** A server seen well just now, mounted from the front. */
        public static Device server(String id, String label, int lowestUnit, int heightUnits) {
            return new Device(id, label, lowestUnit, heightUnits, Face.FRONT, Kind.SERVER, Mark.OK, false, "",
                    OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
        }

        public Device kind(Kind other) {
            return new Device(id, label, lowestUnit, heightUnits, raised, half, face, other, mark, muted, ageText,
                    watts, celsius,
                    age);
        }

        public Device face(Face other) {
            return new Device(id, label, lowestUnit, heightUnits, raised, half, other, kind, mark, muted, ageText,
                    watts, celsius,
                    age);
        }

        public Device mark(Mark other) {
            return new Device(id, label, lowestUnit, heightUnits, raised, half, face, kind, other, muted, ageText,
                    watts, celsius,
                    age);
        }

        /** @param text empty while the value is fresh */
        public Device mutedSince(String text) {
            return new Device(id, label, lowestUnit, heightUnits, raised, half, face, kind, mark, true, text, watts,
                    celsius, age);
        }

        public Device measured(OptionalDouble power, OptionalDouble inlet, Optional<Duration> since) {
            return new Device(id, label, lowestUnit, heightUnits, raised, half, face, kind, mark, muted, ageText, power,
                    inlet,
                    since);
        }

        /** @param from in units, with or without a half: 1.5 is the upper half of unit 1 @param height in units, too */
        public Device spanning(double from, double height) {
            int lowest = (int) Math.floor(from);
            int whole = (int) Math.floor(height);
            return new Device(id, label, lowest, whole, from > lowest, height > whole, face, kind, mark, muted, ageText,
                    watts, celsius, age);
        }

        /** Where it begins, in units; 1.5 is the upper half of unit 1. */
        public double from() {
            return raised ? lowestUnit + HALF : lowestUnit;
        }

        /** Where it ends: the device above may begin there. */
        public double to() {
            return from() + height();
        }

        /** In units. */
        public double height() {
            return half ? heightUnits + HALF : heightUnits;
        }

        /** The highest unit that it touches. */
        public int topUnit() {
            return (int) Math.ceil(to()) - 1;
        }

        boolean overlaps(Device other) {
            return from() < other.to() && other.from() < to();
        }
    }
}

package org.dcos.ui.canvas.floor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.mark.Mark;

/**
 * A room as it is to be drawn: ready texts, no look-ups.
 *
 * @param rows from the top of the plan to its bottom
 */
public record FloorPicture(List<Row> rows) {

    public static final FloorPicture EMPTY = new FloorPicture(List.of());

    public FloorPicture {
        rows = List.copyOf(rows);
    }

    /** A row of racks, shoulder to shoulder. @param spots from left to right */
    public record Row(String name, Facing facing, List<Spot> spots) {
        public Row {
            spots = List.copyOf(spots);
        }
    }

    /** What stands in a row. */
    public sealed interface Spot {
        /** How many rack widths it takes. */
        int widths();
    }

    /** Nothing, or something that is no rack. @param label e.g. {@code CRAC 2}; may be empty */
    public record Gap(int widths, String label) implements Spot {
        public Gap {
            if (widths < 1) {
                throw new IllegalArgumentException("a gap of %d rack widths, need at least 1".formatted(widths));
            }
        }
    }

    /**
     * One rack.
     *
     * @param id          what a hit and the selection give back; unique in the picture
     * @param mark        the worst of what is in it
     * @param state       in a word, for hover and screen reader
     * @param usedUnits   of {@code heightUnits}
     * @param powerWatts  drawn now, as far as known
     * @param budgetWatts that may be drawn
     * @param age         of the oldest value that counts
     * @param ageText     the same for the operator, e.g. {@code 6 min}
     */
    public record Rack(String id, String name, Mark mark, String state, int usedUnits, int heightUnits,
            OptionalDouble powerWatts, OptionalDouble budgetWatts, Optional<Duration> age, String ageText, Card card)
            implements Spot {

        public Rack {
            if (heightUnits < 1 || usedUnits < 0) {
                throw new IllegalArgumentException(
                        "%s has %d of %d units used".formatted(name, usedUnits, heightUnits));
            }
        }

        @Override
        public int widths() {
            return 1;
        }

        public int freeUnits() {
            return Math.max(0, heightUnits - usedUnits);
        }

        /** Share of the power budget that is used; empty when either is not known. */
        public OptionalDouble powerShare() {
            boolean known = powerWatts.isPresent() && budgetWatts.isPresent() && budgetWatts.getAsDouble() > 0;
            return known ? OptionalDouble.of(powerWatts.getAsDouble() / budgetWatts.getAsDouble())
                    : OptionalDouble.empty();
        }
    }
}

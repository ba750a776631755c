package org.dcos.ui.canvas.sensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.dcos.ui.canvas.mark.Mark;

/**
 * A value between its thresholds, on a line from {@code low} to {@code high}. Pure arithmetic.
 *
 * @param value empty where there is no reading
 * @param zones side by side from {@code low} to {@code high}; a single one where the sensor has no thresholds
 */
public record SensorScale(double low, double high, OptionalDouble value, List<Zone> zones) {

    /** Room beyond the outermost threshold or value, as a share of what lies between them. */
    private static final double ROOM = 0.12;

    public SensorScale {
        zones = List.copyOf(zones);
    }

    /** How bad a zone is. */
    public enum Depth {
        /** Where no threshold says anything. */
        PLAIN(Mark.NONE), NORMAL(Mark.OK), NON_CRITICAL(Mark.WARNING), CRITICAL(Mark.CRITICAL), NON_RECOVERABLE(
                Mark.CRITICAL);

        private final Mark mark;

        Depth(Mark mark) {
            this.mark = mark;
        }

        public Mark mark() {
            return mark;
        }
    }

    /** A stretch of the line. */
    public record Zone(double from, double to, Depth depth) {}

    /** Thresholds in the sensor's unit, each where the sensor has it. */
    public record Limits(Optional<Double> lowerNonRecoverable, Optional<Double> lowerCritical,
            Optional<Double> lowerNonCritical, Optional<Double> upperNonCritical, Optional<Double> upperCritical,
            Optional<Double> upperNonRecoverable) {

        public static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());

        private List<Double> lower() {
            return present(lowerNonRecoverable, lowerCritical, lowerNonCritical);
        }

        private List<Double> upper() {
            return present(upperNonCritical, upperCritical, upperNonRecoverable);
        }

        @SafeVarargs
        private static List<Double> present(Optional<Double>... limits) {
            return Stream.of(limits).flatMap(Optional::stream).toList();
        }

        /** Thresholds of real BMCs are not always in order: the worst that applies counts. */
        private Depth depth(double value) {
            if (below(lowerNonRecoverable, value) || above(upperNonRecoverable, value)) {
                return Depth.NON_RECOVERABLE;
            }
            if (below(lowerCritical, value) || above(upperCritical, value)) {
                return Depth.CRITICAL;
            }
            return below(lowerNonCritical, value) || above(upperNonCritical, value) ? Depth.NON_CRITICAL
                    : Depth.NORMAL;
        }

        private static boolean below(Optional<Double> limit, double value) {
            return limit.filter(at -> value <= at).isPresent();
        }

        private static boolean above(Optional<Double> limit, double value) {
            return limit.filter(at -> value >= at).isPresent();
        }
    }

    /**
     * @param usual the most that sensors of this kind show here, where no threshold is the upper end: so they compare
     *              with each other
     */
    public static SensorScale of(OptionalDouble value, Limits limits, double usual) {
        var lower = limits.lower();
        var upper = limits.upper();
        if (lower.isEmpty() && upper.isEmpty()) {
            double shown = value.orElse(0);
            double high = Math.max(Math.max(usual, shown) * (1 + ROOM), 1e-9);
            double low = shown < 0 ? shown * (1 + ROOM) : 0;
            return new SensorScale(low, high, value, List.of(new Zone(low, high, Depth.PLAIN)));
        }
        var points = new ArrayList<Double>(lower);
        points.addAll(upper);
        value.ifPresent(points::add);
        if (lower.isEmpty() && points.stream().allMatch(point -> point >= 0)) {
            points.add(0.0); // with an upper end only, the whole way to it is what is used up
        } else if (upper.isEmpty()) {
            points.add(usual);
        }
        double least = points.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = points.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double room = most > least ? (most - least) * ROOM : Math.max(1, Math.abs(most)) * ROOM;
        double low = least >= 0 && least - room < 0 ? 0 : least - room;
        double high = most + room;
        return new SensorScale(low, high, value, zones(low, high, limits));
    }

    private static List<Zone> zones(double low, double high, Limits limits) {
        var cuts = Stream.of(Stream.of(low, high), limits.lower().stream(), limits.upper().stream())
                .flatMap(cut -> cut).filter(cut -> cut >= low && cut <= high).sorted().distinct().toList();
        var zones = new ArrayList<Zone>();
        for (int i = 1; i < cuts.size(); i++) {
            double from = cuts.get(i - 1);
            double to = cuts.get(i);
            var depth = limits.depth((from + to) / 2);
            if (!zones.isEmpty() && zones.getLast().depth() == depth) {
                from = zones.removeLast().from();
            }
            zones.add(new Zone(from, to, depth));
        }
        return zones;
    }

    /** Where on the line a value is, 0 to 1. */
    public double share(double at) {
        return Math.clamp((at - low) / (high - low), 0, 1);
    }
}

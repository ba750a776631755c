package org.dcos.ui.canvas.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round places on an axis, and their labels. */
public final class Ticks {

    /** A place on the time axis. */
    public record TimeTick(Instant at, String label) {}

    private static final List<Duration> STEPS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(6), Duration.ofHours(12), Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(7),
            Duration.ofDays(14), Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(365));
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    /** A step of 1, 2 or 5 times a power of ten, such that at most {@code most} lie in the span. */
    static double step(double span, int most) {
        double rough = span / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= rough * 0.999_999) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Multiples of {@code step} from {@code low} to {@code high}. */
    static List<Double> values(double low, double high, double step) {
        var ticks = new ArrayList<Double>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** With just the decimals the step needs, and thousands marks. */
    static String label(double value, double step) {
        int decimals = step >= 1 ? 0 : (int) Math.min(6, Math.ceil(-Math.log10(step) - 1e-9));
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
    }

    /** Round local times, at most {@code most}; the first of a day is written as its date. */
    public static List<TimeTick> times(Instant from, Instant to, ZoneId zone, int most) {
        var span = Duration.between(from, to);
        var step = STEPS.stream().filter(s -> span.dividedBy(s) <= most).findFirst().orElse(STEPS.getLast());
        var ticks = new ArrayList<TimeTick>();
        var day = from.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        if (step.compareTo(Duration.ofDays(1)) >= 0) {
            for (var at = day; !at.toInstant().isAfter(to); at = at.plusDays(step.toDays())) {
                add(ticks, at, from, DAYS);
            }
            return ticks;
        }
        for (; !day.toInstant().isAfter(to); day = day.plusDays(1)) { // each day anew: round also where clocks change
            var next = day.plusDays(1).toInstant();
            for (var at = day.toInstant(); at.isBefore(next) && !at.isAfter(to); at = at.plus(step)) {
                boolean midnight = at.equals(day.toInstant());
                add(ticks, at.atZone(zone), from, midnight ? DAYS : step.toSeconds() < 60 ? SECONDS : MINUTES);
            }
        }
        return ticks;
    }

    private static void add(List<TimeTick> ticks, ZonedDateTime at, Instant from, DateTimeFormatter format) {
        if (!at.toInstant().isBefore(from)) {
            ticks.add(new TimeTick(at.toInstant(), format.format(at)));
        }
    }

    private Ticks() {}
}

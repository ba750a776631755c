package org.dcos.server.oob.waves;

import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import org.dcos.domain.power.ChassisPlan.Target;
import org.dcos.domain.power.PowerPlan.Warning;

/**
 * A server of an order before its wave is known.
 *
 * @param order where it stands, to be sorted by: names of places with their numbers padded
 */
record Candidate(Target target, String order) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** Groups as people count, then places. */
    static final Comparator<Candidate> ORDER = Comparator
            .<Candidate, String>comparing(candidate -> sortable(candidate.target().group()))
            .thenComparing(Candidate::order).thenComparing(candidate -> sortable(candidate.target().name()))
            .thenComparing(candidate -> candidate.target().server());

    /** Those that hurt least first. */
    static final Comparator<Candidate> HARMLESS = Comparator
            .<Candidate>comparingInt(candidate -> candidate.target().lost())
            .thenComparing(candidate -> candidate.target().warnings().contains(Warning.IN_SERVICE))
            .thenComparingInt(candidate -> candidate.target().degraded())
            .thenComparingInt(candidate -> candidate.target().warnings().size()).thenComparing(ORDER);

    /** {@code A2} before {@code A10}. */
    static String sortable(String text) {
        return NUMBER.matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(found -> "%09d".formatted(Integer.parseInt(found.group())));
    }

    /** Whether there is something to be done, and a way to do it. */
    boolean goes() {
        return !target.warnings().contains(Warning.NO_BMC) && !target.warnings().contains(Warning.NOTHING_TO_DO);
    }

    Candidate in(OptionalInt wave) {
        return new Candidate(new Target(target.server(), target.name(), target.serial(), wave, target.place(),
                target.rack(), target.group(), target.owner(), target.business(), target.power(), target.asOf(),
                target.lost(), target.degraded(), target.hurt(), target.warnings()), order);
    }
}

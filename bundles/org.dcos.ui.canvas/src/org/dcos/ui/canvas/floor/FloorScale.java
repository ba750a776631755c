package org.dcos.ui.canvas.floor;

import java.util.Locale;
import java.util.OptionalDouble;

import org.dcos.ui.canvas.floor.FloorPicture.Rack;
import org.dcos.ui.canvas.theme.Token;

/** How much of a tile is filled, in which colour, and the value written on it. */
final class FloorScale {

    static final int OLDEST_MINUTES = 10;

    private static final double FULL = 0.9;
    private static final double WATTS_PER_KILOWATT = 1000;
    private static final double SECONDS_PER_MINUTE = 60;

    /** 0 to 1, may be above for a budget that is exceeded; empty when the rack has no such value. */
    static OptionalDouble share(Rack rack, FloorColour by) {
        return switch (by) {
            case STATE -> OptionalDouble.empty();
            case FREE_UNITS -> OptionalDouble.of(rack.usedUnits() / (double) rack.heightUnits());
            case POWER -> rack.powerShare();
            case AGE -> rack.age().stream()
                    .mapToDouble(age -> age.toSeconds() / SECONDS_PER_MINUTE / OLDEST_MINUTES).findFirst();
        };
    }

    /** Calm until something is wrong. */
    static Token colour(FloorColour by, double share) {
        return switch (by) {
            case STATE, FREE_UNITS -> Token.ACCENT;
            case POWER -> share > 1 ? Token.CRITICAL : share >= FULL ? Token.WARNING : Token.ACCENT;
            case AGE -> share >= 1 ? Token.WARNING : Token.STALE;
        };
    }

    static String text(Rack rack, FloorColour by, FloorWords words) {
        return switch (by) {
            case STATE -> "";
            case FREE_UNITS -> words.freeUnits().formatted(rack.freeUnits());
            case POWER -> rack.powerWatts().stream()
                    .mapToObj(watts -> String.format(Locale.ROOT, "%.1f kW", watts / WATTS_PER_KILOWATT)).findFirst()
                    .orElse("–");
            case AGE -> rack.age().isPresent() ? rack.ageText() : "–";
        };
    }

    private FloorScale() {}
}

package org.dcos.ui.canvas.heat;

import org.dcos.ui.canvas.heat.HeatPicture.Cell;
import org.dcos.ui.canvas.theme.Palette;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.Token;

/**
 * Which colour a cell has. Measured values come in {@value #STEPS} steps from quiet to strong, so that a frame changes
 * its colour a few times only.
 */
final class HeatScaling {

    static final int STEPS = 12;
    static final double COOLEST = 18;
    static final double HOTTEST = 45;
    static final double OLDEST = 10;
    private static final double TINT = 0.78;
    private static final double QUIET = 0.55;
    private static final double CALM = 0.30;
    private static final double[] ROUND = {50, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 5000};

    private final HeatBy by;
    private final double most;

    private HeatScaling(HeatBy by, double most) {
        this.by = by;
        this.most = most;
    }

    static HeatScaling of(HeatBy by, HeatPicture picture) {
        return new HeatScaling(by, by == HeatBy.DRAW ? mostWatts(picture) : OLDEST);
    }

    /** Of the strong end, in the unit of the scale. */
    double most() {
        return by == HeatBy.INLET ? HOTTEST : most;
    }

    double least() {
        return by == HeatBy.INLET ? COOLEST : 0;
    }

    boolean measures() {
        return switch (by) {
            case INLET, DRAW, AGE -> true;
            case HEALTH, POWER -> false;
        };
    }

    /** 0 to 1; NaN where the value is not known, or too old. */
    double share(Cell cell) {
        return switch (by) {
            case INLET -> cell.stale() ? Double.NaN : inside((cell.celsius() - COOLEST) / (HOTTEST - COOLEST));
            case DRAW -> cell.stale() ? Double.NaN : inside(cell.watts() / cell.units() / most);
            case AGE -> inside(cell.minutes() / OLDEST);
            case HEALTH, POWER -> Double.NaN;
        };
    }

    private static double inside(double share) {
        return Double.isNaN(share) ? share : Math.clamp(share, 0, 1);
    }

    Rgb colour(Cell cell, Palette palette) {
        return switch (by) {
            case HEALTH -> health(cell, palette);
            case POWER -> switch (cell.power()) {
                case ON -> cell.stale() ? unknown(palette) : palette.of(Token.DEVICE).mix(palette.of(Token.OK), QUIET);
                case OFF -> palette.of(Token.DEVICE);
                case UNKNOWN -> unknown(palette);
            };
            case INLET, DRAW, AGE -> {
                double share = share(cell);
                yield Double.isNaN(share) ? unknown(palette) : step((int) Math.round(share * (STEPS - 1)), palette);
            }
        };
    }

    private static Rgb health(Cell cell, Palette palette) {
        return switch (cell.mark()) {
            case CRITICAL -> palette.of(Token.CRITICAL);
            case WARNING -> palette.of(Token.DEVICE).mix(palette.of(Token.WARNING), TINT);
            case OK -> palette.of(Token.DEVICE).mix(palette.of(Token.OK), CALM);
            case OFF -> palette.of(Token.DEVICE);
            case STALE -> palette.of(Token.DEVICE).mix(palette.of(Token.STALE), QUIET);
            case NONE, UNKNOWN -> unknown(palette);
        };
    }

    static Rgb unknown(Palette palette) {
        return palette.of(Token.FREE_UNIT).mix(palette.of(Token.DEVICE), QUIET);
    }

    /** @param step from 0, quiet, to {@link #STEPS} less one */
    Rgb step(int step, Palette palette) {
        var end = palette.of(switch (by) {
            case INLET -> Token.CRITICAL;
            case AGE -> Token.WARNING;
            case HEALTH, POWER, DRAW -> Token.ACCENT;
        });
        return palette.of(Token.DEVICE).mix(end, TINT * step / (STEPS - 1));
    }

    private static double mostWatts(HeatPicture picture) {
        double most = 0;
        for (var row : picture.rows()) {
            for (var rack : row.racks()) {
                for (var cell : rack.cells()) {
                    most = Double.isNaN(cell.watts()) ? most : Math.max(most, cell.watts() / cell.units());
                }
            }
        }
        for (double round : ROUND) {
            if (most <= round) {
                return round;
            }
        }
        return most;
    }
}

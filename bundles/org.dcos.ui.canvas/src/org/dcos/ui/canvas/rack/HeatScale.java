package org.dcos.ui.canvas.rack;

import java.util.OptionalDouble;

import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.dcos.ui.canvas.theme.Token;

/**
 * Turns what a device measures into a share of a scale from quiet to strong.
 *
 * @param end  colour of the strong end
 * @param low  value with share 0
 * @param high value with share 1
 * @param unit of both, for the legend
 */
public record HeatScale(ColourBy by, Token end, double low, double high, String unit) {

    private static final double COOLEST_CELSIUS = 18;
    private static final double HOTTEST_CELSIUS = 45;
    private static final double OLDEST_MINUTES = 10;
    private static final double CURVE = 1.7;
    private static final double[] ROUND = {50, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 5000, 10_000};

    /** The scale for a way of colouring; empty unit and share for those that have none. */
    public static HeatScale of(ColourBy by, RackPicture picture) {
        return switch (by) {
            case POWER -> new HeatScale(by, Token.ACCENT, 0, mostWatts(picture), "W/U");
            case TEMPERATURE -> new HeatScale(by, Token.CRITICAL, COOLEST_CELSIUS, HOTTEST_CELSIUS, "°C");
            case AGE -> new HeatScale(by, Token.WARNING, 0, OLDEST_MINUTES, "min");
            case STATE, SPACE -> new HeatScale(by, Token.DEVICE, 0, 1, "");
        };
    }

    public boolean measures() {
        return !unit.isEmpty();
    }

    /** 0 to 1; empty when the device has no such value. Power counts per rack unit. */
    public OptionalDouble share(Device device) {
        var value = switch (by) {
            case POWER -> device.watts().stream().map(watts -> watts / device.height()).findFirst();
            case TEMPERATURE -> device.celsius();
            case AGE -> device.age().stream().mapToDouble(age -> age.toSeconds() / 60.0).findFirst();
            case STATE, SPACE -> OptionalDouble.empty();
        };
        return value.stream().map(v -> strength((v - low) / (high - low))).findFirst();
    }

    /** How strong the colour is at a place of the scale. Usual temperatures stay quiet, so that a hot one is seen. */
    double strength(double place) {
        double inside = Math.clamp(place, 0, 1);
        return by == ColourBy.TEMPERATURE ? Math.pow(inside, CURVE) : inside;
    }

    /** The device's own value as text, e.g. {@code 412 W}; empty when it has none. */
    public String text(Device device) {
        return switch (by) {
            case POWER -> device.watts().stream().mapToObj("%.0f W"::formatted).findFirst().orElse("");
            case TEMPERATURE -> device.celsius().stream().mapToObj("%.0f °C"::formatted).findFirst().orElse("");
            case AGE -> device.ageText();
            case STATE, SPACE -> "";
        };
    }

    private static double mostWatts(RackPicture picture) {
        double most = picture.racks().stream().flatMap(rack -> rack.devices().stream())
                .filter(device -> device.watts().isPresent())
                .mapToDouble(device -> device.watts().getAsDouble() / device.height()).max().orElse(0);
        for (double round : ROUND) {
            if (most <= round) {
                return round;
            }
        }
        return most;
    }
}

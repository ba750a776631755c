package org.dcos.net.ipmi.sdr;

import java.util.OptionalDouble;

/**
 * From raw bytes to values and back: {@code y = L((M x + B 10^K1) 10^K2)} (IPMI v2.0 r1.1 §36.3).
 *
 * @param factors of the whole range; for {@link Linearization#NON_LINEAR} those of the one raw reading
 */
public record SensorConversion(AnalogFormat format, ReadingFactors factors, Linearization linearization) {

    /** The value in the sensor's units; absent when the format is NONE or the function has no value there. */
    public OptionalDouble value(int raw) {
        if (format == AnalogFormat.NONE) {
            return OptionalDouble.empty();
        }
        double scaled = (double) factors.m() * format.toNumber(raw) + scale(factors.b(), factors.bExponent());
        double value = linearization.apply(scale(scaled, factors.resultExponent()));
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The raw byte whose value is nearest; for a simulator and for setting thresholds. */
    public int raw(double value) {
        double scaled = scale(linearization.invert(value), -factors.resultExponent());
        double number = (scaled - scale(factors.b(), factors.bExponent())) / (factors.m() == 0 ? 1 : factors.m());
        return format.toRaw(Double.isFinite(number) ? Math.round(number) : 0);
    }

    /** Divides for negative exponents, because 10^-1 is no exact double and 1206 / 100 is nearer to 12.06. */
    private static double scale(double value, int exponent) {
        return exponent < 0 ? value / Math.pow(10, -exponent) : value * Math.pow(10, exponent);
    }
}

package org.dcos.net.ipmi.sdr;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The function applied to a reading after M, B and the exponents (IPMI v2.0 r1.1 §43.1 byte 24, §36.3). Codes from 70h
 * on are non-linear: their factors hold for one reading and are asked with Get Sensor Reading Factors, and no function
 * is applied.
 */
public enum Linearization {
    LINEAR(x -> x, y -> y),
    LN(Math::log, Math::exp),
    LOG10(Math::log10, y -> Math.pow(10, y)),
    LOG2(x -> Math.log(x) / Math.log(2), y -> Math.pow(2, y)),
    E(Math::exp, Math::log),
    EXP10(x -> Math.pow(10, x), Math::log10),
    EXP2(x -> Math.pow(2, x), y -> Math.log(y) / Math.log(2)),
    RECIPROCAL(x -> 1 / x, y -> 1 / y),
    SQUARE(x -> x * x, Math::sqrt),
    CUBE(x -> x * x * x, Math::cbrt),
    SQUARE_ROOT(Math::sqrt, y -> y * y),
    CUBE_ROOT(Math::cbrt, y -> y * y * y),
    NON_LINEAR(x -> x, y -> y);

    /** First code of the non-linear ones; 71h to 7Fh are OEM's non-linear. */
    public static final int NON_LINEAR_CODE = 0x70;

    private final DoubleUnaryOperator function;
    private final DoubleUnaryOperator inverse;

    Linearization(DoubleUnaryOperator function, DoubleUnaryOperator inverse) {
        this.function = function;
        this.inverse = inverse;
    }

    public int code() {
        return this == NON_LINEAR ? NON_LINEAR_CODE : ordinal();
    }

    double apply(double x) {
        return function.applyAsDouble(x);
    }

    double invert(double y) {
        return inverse.applyAsDouble(y);
    }

    /** @param code bits 6:0 of the record's byte; absent for reserved codes 0Ch to 6Fh */
    public static Optional<Linearization> of(int code) {
        if (code >= NON_LINEAR_CODE && code <= 0x7F) {
            return Optional.of(NON_LINEAR);
        }
        return code >= 0 && code < NON_LINEAR.ordinal() ? Optional.of(values()[code]) : Optional.empty();
    }
}

package org.dcos.net.ipmi.sdr;

/** The raw bytes of the six thresholds; which of them count says a mask beside. */
public record RawThresholds(int lowerNonCritical, int lowerCritical, int lowerNonRecoverable, int upperNonCritical,
        int upperCritical, int upperNonRecoverable) {

    public static final RawThresholds ZERO = new RawThresholds(0, 0, 0, 0, 0, 0);

    public int at(Threshold threshold) {
        return switch (threshold) {
            case LOWER_NON_CRITICAL -> lowerNonCritical;
            case LOWER_CRITICAL -> lowerCritical;
            case LOWER_NON_RECOVERABLE -> lowerNonRecoverable;
            case UPPER_NON_CRITICAL -> upperNonCritical;
            case UPPER_CRITICAL -> upperCritical;
            case UPPER_NON_RECOVERABLE -> upperNonRecoverable;
        };
    }
}

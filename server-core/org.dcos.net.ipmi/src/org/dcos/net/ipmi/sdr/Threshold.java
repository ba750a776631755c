package org.dcos.net.ipmi.sdr;

import java.util.EnumSet;
import java.util.Set;

/**
 * The six thresholds in the order of their bits in every threshold mask and status (IPMI v2.0 r1.1 §35.9, §35.14).
 */
public enum Threshold {
    LOWER_NON_CRITICAL("lower non-critical"),
    LOWER_CRITICAL("lower critical"),
    LOWER_NON_RECOVERABLE("lower non-recoverable"),
    UPPER_NON_CRITICAL("upper non-critical"),
    UPPER_CRITICAL("upper critical"),
    UPPER_NON_RECOVERABLE("upper non-recoverable");

    private final String text;

    Threshold(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public int bit() {
        return 1 << ordinal();
    }

    public boolean isUpper() {
        return compareTo(UPPER_NON_CRITICAL) >= 0;
    }

    public static Set<Threshold> of(int mask) {
        var set = EnumSet.noneOf(Threshold.class);
        for (Threshold threshold : values()) {
            if ((mask & threshold.bit()) != 0) {
                set.add(threshold);
            }
        }
        return set;
    }

    public static int mask(Set<Threshold> thresholds) {
        return thresholds.stream().mapToInt(Threshold::bit).sum();
    }
}

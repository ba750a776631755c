package org.dcos.domain.bmc;

import java.util.Locale;
import java.util.Set;

/** Tells serial numbers from what makers leave in their place. */
public final class SerialNumbers {

    private static final Set<String> JUNK = Set.of("to be filled by o.e.m.", "to be filled by oem", "default string",
            "not specified", "not available", "not applicable", "unknown", "none", "n/a", "na", "system serial number",
            "chassis serial number", "serial number", "1234567890", "0123456789", "123456789", "xxxxxxxxxx");

    private SerialNumbers() {}

    /** Whether the text says nothing about which machine it is: empty, a placeholder, or one sign repeated. */
    public static boolean junk(String serial) {
        var text = serial.strip().toLowerCase(Locale.ROOT);
        return text.length() < 3 || JUNK.contains(text) || text.chars().distinct().count() == 1;
    }
}

package org.dcos.server.oob.bringup;

import java.util.Locale;

/** Texts with {@code *} for anything and {@code ?} for one sign, without regard to case. */
final class Glob {

    private Glob() {}

    static boolean matches(String pattern, String text) {
        return matches(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT), 0, 0);
    }

    /** Goes back to the last star only, so that the time is bounded by the product of both lengths. */
    private static boolean matches(String pattern, String text, int fromPattern, int fromText) {
        int p = fromPattern;
        int t = fromText;
        int star = -1;
        int retry = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++retry;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(sign -> sign == '*');
    }
}

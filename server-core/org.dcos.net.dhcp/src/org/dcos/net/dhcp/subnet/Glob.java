package org.dcos.net.dhcp.subnet;

/**
 * A pattern with {@code *} for any characters and {@code ?} for one, compared without regard to case. What is compared
 * comes from the network, so the time is bounded by the product of the two lengths.
 */
public record Glob(String pattern) {

    public boolean matches(String text) {
        int star = -1;
        int mark = 0;
        int p = 0;
        for (int t = 0; t < text.length();) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (p < pattern.length() && same(pattern.charAt(p), text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean same(char wanted, char actual) {
        return wanted == '?' || Character.toLowerCase(wanted) == Character.toLowerCase(actual);
    }
}

package org.dcos.server.cmdb;

import java.util.stream.Collectors;

/** Names and numbers as people type and paste them. */
public final class Texts {

    private Texts() {}

    /**
     * Without what does not show at its ends: spaces of any width, no-break spaces, line ends, byte-order marks.
     * Inside, a run of such characters becomes one space.
     */
    public static String clean(String text) {
        var clean = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (blank(c)) {
                gap = !clean.isEmpty();
            } else {
                if (gap) {
                    clean.append(' ');
                    gap = false;
                }
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /** The same for each line of a text of several. */
    public static String cleanLines(String text) {
        return text.indexOf('\n') < 0
                ? clean(text)
                : text.lines().map(Texts::clean).collect(Collectors.joining("\n")).strip();
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF'
                || Character.isISOControl(c);
    }
}

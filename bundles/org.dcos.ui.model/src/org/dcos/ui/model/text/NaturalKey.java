package org.dcos.ui.model.text;

import java.util.Locale;

/**
 * A text made so that plain comparison orders as people do ({@code A2} before {@code A10}): for sorting thousands,
 * where
 * {@link NaturalOrder} would look at each text many times.
 */
public final class NaturalKey {

    private NaturalKey() {}

    public static String of(String text) {
        var key = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length();) {
            if (!digit(text.charAt(i))) {
                key.append(text.charAt(i++));
                continue;
            }
            int end = i;
            while (end < text.length() && digit(text.charAt(end))) {
                end++;
            }
            while (i < end - 1 && text.charAt(i) == '0') {
                i++;
            }
            // longer numbers are larger: the length goes first, as one character between the digits
            key.append('0').append((char) ('0' + Math.min(end - i, Character.MAX_VALUE - '0'))).append(text, i, end);
            i = end;
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}

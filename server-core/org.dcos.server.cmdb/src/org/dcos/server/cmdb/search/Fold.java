package org.dcos.server.cmdb.search;

/** Texts without regard to case, letter by letter, so that a folded text is as long as it was. */
final class Fold {

    private Fold() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (fold(text.charAt(i)) != text.charAt(i)) {
                return from(text, i);
            }
        }
        return text;
    }

    private static String from(String text, int first) {
        char[] letters = text.toCharArray();
        for (int i = first; i < letters.length; i++) {
            letters[i] = fold(letters[i]);
        }
        return new String(letters);
    }

    private static char fold(char c) {
        return c < 0x80 ? c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c
                : Character.toLowerCase(Character.toUpperCase(c));
    }
}

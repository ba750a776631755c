package org.dcos.server.cmdb.live;

import java.util.Comparator;

/** Texts with numbers in the order people expect: {@code eth2} before {@code eth10}; without regard to case. */
public enum NaturalOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            char x = a.charAt(i);
            char y = b.charAt(j);
            if (digit(x) && digit(y)) {
                int from = skipZeros(a, i);
                int other = skipZeros(b, j);
                i = end(a, from);
                j = end(b, other);
                int order = i - from != j - other
                        ? Integer.compare(i - from, j - other)
                        : a.substring(from, i).compareTo(b.substring(other, j));
                if (order != 0) {
                    return order;
                }
            } else {
                int order = Character.compare(Character.toLowerCase(x), Character.toLowerCase(y));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
        }
        int order = Integer.compare(a.length() - i, b.length() - j);
        return order != 0 ? order : a.compareTo(b);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int skipZeros(String text, int from) {
        int at = from;
        while (at + 1 < text.length() && text.charAt(at) == '0' && digit(text.charAt(at + 1))) {
            at++;
        }
        return at;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && digit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}

package org.dcos.server.cmdb.search;

import java.util.Locale;
import java.util.Optional;

import org.dcos.domain.ip.Address;
import org.dcos.domain.search.Hit.Match;

/** What is looked for, in the ways in which it may be recorded. */
final class Wanted {

    private final String text;
    /** Digits of a MAC address or a part of one, or empty when it cannot be one. */
    private final String mac;
    private final Optional<String> address;

    Wanted(String typed) {
        text = typed.toLowerCase(Locale.ROOT);
        mac = mac(text);
        address = address(text);
    }

    private static String mac(String text) {
        String digits = text.replaceAll("[:.\\- ]", "");
        boolean separated = digits.length() < text.length();
        return digits.matches("[0-9a-f]{4,12}") && (separated || digits.length() >= 6) ? digits : "";
    }

    private static Optional<String> address(String text) {
        try {
            return text.matches("[0-9a-f.:]+") ? Optional.of(Address.parse(text).toString()) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    Optional<Match> in(String value) {
        return match(value, text);
    }

    /** @param value an address as it is recorded */
    Optional<Match> inAddress(String value) {
        return address.isPresent() && value.equals(address.get()) ? Optional.of(Match.EXACT) : in(value);
    }

    /** @param value lower case with colons */
    Optional<Match> inMac(String value) {
        return mac.isEmpty() ? Optional.empty() : match(value.replace(":", ""), mac);
    }

    boolean maybeMac() {
        return !mac.isEmpty();
    }

    private static Optional<Match> match(String value, String wanted) {
        int last = value.length() - wanted.length();
        for (int at = 0; at <= last; at++) {
            if (value.regionMatches(true, at, wanted, 0, wanted.length())) {
                return Optional.of(at > 0 ? Match.CONTAINED : last == 0 ? Match.EXACT : Match.PREFIX);
            }
        }
        return Optional.empty();
    }
}

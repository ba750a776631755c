package org.dcos.server.cmdb.search;

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
        text = Fold.of(typed);
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

    /** Folded. */
    String text() {
        return text;
    }

    /** Its digits, if it may be a MAC address or a part of one. */
    Optional<String> mac() {
        return mac.isEmpty() ? Optional.empty() : Optional.of(mac);
    }

    /** As it would be recorded, if it is an address. */
    Optional<String> address() {
        return address;
    }

    Optional<Match> in(String value) {
        return match(Fold.of(value), text);
    }

    /** @param value an address as it is recorded */
    Optional<Match> inAddress(String value) {
        return address.isPresent() && value.equals(address.get()) ? Optional.of(Match.EXACT) : in(value);
    }

    /** @param value lower case with colons */
    Optional<Match> inMac(String value) {
        return mac.isEmpty() ? Optional.empty() : match(macDigits(value), mac);
    }

    static String macDigits(String value) {
        return value.replace(":", "");
    }

    private static Optional<Match> match(String value, String wanted) {
        int at = value.indexOf(wanted);
        return at < 0 ? Optional.empty()
                : Optional
                        .of(at > 0 ? Match.CONTAINED : value.length() == wanted.length() ? Match.EXACT : Match.PREFIX);
    }
}

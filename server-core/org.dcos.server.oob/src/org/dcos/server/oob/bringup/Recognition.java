package org.dcos.server.oob.bringup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dcos.domain.bringup.BringUpSettings.Recognised;
import org.dcos.domain.dhcp.Lease;

/** Tells BMCs from other machines by what they ask for: pure functions. */
final class Recognition {

    private Recognition() {}

    /** The first row of the table that holds, in words. */
    static Optional<String> recognised(List<Recognised> table, Lease lease) {
        return table.stream().filter(row -> holds(row, lease)).findFirst()
                .map(row -> "%s, recognised by %s".formatted(row.maker(), by(row)));
    }

    private static boolean holds(Recognised row, Lease lease) {
        var client = lease.client();
        return !empty(row) && lease.mac().startsWith(row.macPrefix().toLowerCase(Locale.ROOT))
                && holds(row.vendorClass(), client.vendorClass()) && holds(row.hostName(), client.hostName())
                && holds(row.clientId(), client.clientId()) && holds(row.vendorOptions(), client.vendorOptions());
    }

    static boolean empty(Recognised row) {
        return (row.macPrefix() + row.vendorClass() + row.hostName() + row.clientId() + row.vendorOptions()).isBlank();
    }

    private static boolean holds(String pattern, String text) {
        return pattern.isEmpty() || Glob.matches(pattern, text);
    }

    private static String by(Recognised row) {
        var words = new StringBuilder();
        add(words, "MAC", row.macPrefix());
        add(words, "vendor class", row.vendorClass());
        add(words, "host name", row.hostName());
        add(words, "client identifier", row.clientId());
        add(words, "vendor options", row.vendorOptions());
        return words.toString();
    }

    private static void add(StringBuilder words, String what, String value) {
        if (!value.isEmpty()) {
            words.append(words.isEmpty() ? "" : ", ").append(what).append(' ').append(value);
        }
    }
}

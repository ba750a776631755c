package org.dcos.net.dhcp.subnet;

import java.net.Inet4Address;
import java.util.Optional;

/**
 * From where a client boots what ({@code siaddr} and {@code file}; RFC 2131 §2).
 *
 * @param file path or URL
 */
public record Boot(Optional<Inet4Address> server, Optional<String> file) {

    public static final Boot NONE = new Boot(Optional.empty(), Optional.empty());

    public static Boot of(Inet4Address server, String file) {
        return new Boot(Optional.of(server), Optional.of(file));
    }

    /** What the other says, where it says something. */
    public Boot overriddenBy(Boot other) {
        return new Boot(other.server.or(() -> server), other.file.or(() -> file));
    }
}

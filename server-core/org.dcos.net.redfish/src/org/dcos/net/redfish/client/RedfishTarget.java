package org.dcos.net.redfish.client;

/**
 * Where a Redfish service listens; it is spoken to over HTTPS only.
 *
 * @param host address in numbers, or a name
 */
public record RedfishTarget(String host, int port) {

    public static final int DEFAULT_PORT = 443;

    private static final int MAX_PORT = 65_535;

    public RedfishTarget {
        if (host.isBlank() || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("Redfish service at '%s' port %d".formatted(host, port));
        }
    }

    String authority() {
        return (host.indexOf(':') >= 0 ? "[%s]:%d" : "%s:%d").formatted(host, port);
    }

    /** For sentences. */
    @Override
    public String toString() {
        return authority();
    }
}

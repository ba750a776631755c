package org.dcos.net.redfish.client;

import java.net.URI;

/** Paths that a service tells: only their path and query count, so that no answer leads to another machine. */
final class ServicePath {

    static final String ROOT = "/redfish/v1/";

    private static final int LONGEST = 2_000;

    /** @throws IllegalArgumentException for what is no path of a Redfish service; the message shows it */
    static String of(String told) {
        if (told.length() > LONGEST) {
            throw new IllegalArgumentException("a link of %d characters".formatted(told.length()));
        }
        URI uri = URI.create(told.strip().replace(" ", "%20").replace("|", "%7C")); // its message shows the text
        String path = uri.getRawPath();
        if (path == null || !path.startsWith("/") || path.contains("/../") || path.startsWith("//")) {
            throw new IllegalArgumentException("'%s' is no path of a service".formatted(told));
        }
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private ServicePath() {}
}

package org.dcos.wire;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer as it travels.
 *
 * @param status  as in HTTP (RFC 9110 §15)
 * @param headers by name, without regard to case
 * @param body    not copied: who makes one does not touch the array again
 */
public record WireResponse(int status, Map<String, String> headers, byte[] body) {

    public static final String JSON = "application/json";
    /** A file. */
    public static final String BYTES = "application/octet-stream";
    public static final String PROBLEM_JSON = "application/problem+json";
    public static final String EVENT_STREAM = "text/event-stream";
    /** Header that tells the version of the resources, in both directions. */
    public static final String API_HEADER = "DCOS-Api";
    /** The version spoken here. */
    public static final String API_VERSION = "v1";

    public WireResponse {
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableMap(sorted);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The same with one more header. */
    public WireResponse with(String name, String value) {
        var more = new TreeMap<String, String>(headers);
        more.put(name, value);
        return new WireResponse(status, more, body);
    }

    public boolean success() {
        return status >= 200 && status < 300;
    }

    /** The body may hold a token and does not show. */
    @Override
    public String toString() {
        return "%d %s, %d bytes".formatted(status, header("Content-Type").orElse("without content type"), body.length);
    }
}

package org.dcos.wire;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it travels, whatever carries it.
 *
 * @param method  {@code GET}, {@code PUT}, ...
 * @param path    as in the URI, still percent-encoded, e.g. {@code /api/v1/servers}
 * @param query   as in the URI after the question mark, still percent-encoded; may be empty
 * @param headers by name, without regard to case
 * @param body    read once, only as far as it is wanted
 * @param origin  where from, for audit: a network address or {@link #EMBEDDED}; filled in by who takes the request in
 */
public record WireRequest(String method, String path, String query, Map<String, List<String>> headers, InputStream body,
        String origin) {

    /** Origin of what the console of the same process asks. */
    public static final String EMBEDDED = "embedded";

    public WireRequest {
        var sorted = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> sorted.merge(name, List.copyOf(values), WireRequest::both));
        headers = Collections.unmodifiableMap(sorted);
    }

    /** A request with its whole body at hand. */
    public static WireRequest of(String method, String path, String query, Map<String, String> headers, byte[] body) {
        var lists = new TreeMap<String, List<String>>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return new WireRequest(method, path, query, lists, new ByteArrayInputStream(body), "");
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(v -> !v.isEmpty()).map(List::getFirst);
    }

    /** The same with one more header, in place of what was there under that name. */
    public WireRequest with(String name, String value) {
        var more = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, List.of(value));
        return new WireRequest(method, path, query, more, body, origin);
    }

    /** The same from there. */
    public WireRequest from(String where) {
        return new WireRequest(method, path, query, headers, body, where);
    }

    /** Path and query as in a request line; headers may hold a token and do not show. */
    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query);
    }

    private static List<String> both(List<String> first, List<String> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }
}

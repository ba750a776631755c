package org.dcos.wire.endpoint;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dcos.domain.problem.Invalid;

/** Percent-encoding of paths and queries (RFC 3986 §2.1), with {@code +} for a blank in queries. */
public final class Query {

    private static final int MAX_PARAMETERS = 100;

    /** @throws Invalid when it is not encoded rightly or has over 100 parameters */
    static Map<String, List<String>> parse(String query) throws Invalid {
        var values = new LinkedHashMap<String, List<String>>();
        if (query.isEmpty()) {
            return values;
        }
        String[] parts = query.split("&", MAX_PARAMETERS + 2);
        if (parts.length > MAX_PARAMETERS) {
            throw Invalid.field("", "The query has more than %d parameters.".formatted(MAX_PARAMETERS));
        }
        for (String part : parts) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = decode(equals < 0 ? part : part.substring(0, equals));
                String value = equals < 0 ? "" : decode(part.substring(equals + 1));
                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return values;
    }

    static String write(Map<String, List<String>> values) {
        return values.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(v -> encode(e.getKey()) + "=" + encode(v)))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String decode(String text) throws Invalid {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw Invalid.field("",
                    "The address is not percent-encoded rightly: %% is followed by two hexadecimal digits."
                            .formatted());
        }
    }

    /** One segment of a path: a plus sign is itself. */
    static String decodeSegment(String segment) throws Invalid {
        return decode(segment.replace("+", "%2B"));
    }

    private Query() {}
}

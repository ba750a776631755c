package org.dcos.wire.router;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dcos.domain.problem.Invalid;
import org.dcos.wire.endpoint.Endpoint;
import org.dcos.wire.endpoint.Method;

/** Finds the endpoint of a path and method. */
final class RouteTable {

    /** What a path has found: its endpoints by method, and the values in the path. */
    record Match(Map<String, Endpoint<?, ?>> byMethod, Map<String, String> values) {

        Optional<Endpoint<?, ?>> endpoint(String method) {
            return Optional.ofNullable(byMethod.get(method));
        }

        String allowed() {
            return byMethod.keySet().stream().sorted().collect(Collectors.joining(", "));
        }
    }

    private final Map<List<String>, Map<String, Endpoint<?, ?>>> byTemplate = new LinkedHashMap<>();

    RouteTable(List<Endpoint<?, ?>> endpoints) {
        for (Endpoint<?, ?> endpoint : endpoints) {
            Method method = endpoint.method();
            var there = byTemplate.computeIfAbsent(endpoint.segments(), _ -> new HashMap<>()).put(method.name(),
                    endpoint);
            if (there != null) {
                throw new IllegalStateException(
                        "%s and %s are the same resource".formatted(there.name(), endpoint.name()));
            }
        }
    }

    /** @param path encoded. A template without variables wins over one with */
    Optional<Match> find(String path) throws Invalid {
        if (!path.startsWith(Endpoint.ROOT + "/")) {
            return Optional.empty();
        }
        List<String> segments = List.of(path.substring(Endpoint.ROOT.length() + 1).split("/", -1));
        if (byTemplate.containsKey(segments) && segments.stream().noneMatch(RouteTable::variable)) {
            return Optional.of(new Match(byTemplate.get(segments), Map.of()));
        }
        for (var candidate : byTemplate.entrySet()) {
            if (matches(candidate.getKey(), segments)) {
                return Optional.of(new Match(candidate.getValue(), values(candidate.getKey(), segments)));
            }
        }
        return Optional.empty();
    }

    private static boolean matches(List<String> template, List<String> segments) {
        return template.size() == segments.size() && IntStream.range(0, segments.size())
                .allMatch(i -> variable(template.get(i)) ? !segments.get(i).isEmpty()
                        : template.get(i).equals(segments.get(i)));
    }

    private static Map<String, String> values(List<String> template, List<String> segments) throws Invalid {
        var values = new HashMap<String, String>();
        for (int i = 0; i < segments.size(); i++) {
            if (variable(template.get(i))) {
                String name = template.get(i).substring(1, template.get(i).length() - 1);
                values.put(name, Endpoint.decodeSegment(segments.get(i)));
            }
        }
        return values;
    }

    private static boolean variable(String segment) {
        return segment.startsWith("{");
    }
}

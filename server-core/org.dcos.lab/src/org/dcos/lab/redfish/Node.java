package org.dcos.lab.redfish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A JSON object being put together, in the order it is written. */
final class Node {

    private static final double ROUNDING = 1_000;

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** @param type of the schema with its version, as in {@code Chassis.v1_14_0.Chassis} */
    static Node resource(String type, String path, String name) {
        return new Node().put("@odata.id", path).put("@odata.type", "#" + type)
                .put("Id", path.substring(path.lastIndexOf('/') + 1)).put("Name", name);
    }

    /** A collection of what is below it. */
    static Node collection(String type, String path, String name, List<String> members) {
        return new Node().put("@odata.id", path).put("@odata.type", "#%s.%s".formatted(type, type)).put("Name", name)
                .put("Members@odata.count", members.size())
                .put("Members", members.stream().map(Node::link).toList());
    }

    static Node link(String path) {
        return new Node().put("@odata.id", path);
    }

    Node put(String name, String value) {
        fields.put(name, value);
        return this;
    }

    Node put(String name, boolean value) {
        fields.put(name, value);
        return this;
    }

    Node put(String name, long value) {
        fields.put(name, value);
        return this;
    }

    /** Null when there is no reading, as the schemas have it. */
    Node put(String name, OptionalDouble value) {
        fields.put(name, value.isPresent() ? Math.round(value.getAsDouble() * ROUNDING) / ROUNDING : null);
        return this;
    }

    /** Left out when there is none. */
    Node putIfPresent(String name, OptionalDouble value) {
        return value.isPresent() ? put(name, value) : this;
    }

    Node put(String name, Node value) {
        fields.put(name, value.fields);
        return this;
    }

    Node put(String name, List<?> values) {
        var list = new ArrayList<Object>();
        values.forEach(value -> list.add(value instanceof Node node ? node.fields : value));
        fields.put(name, list);
        return this;
    }

    Node putLink(String name, String path) {
        return put(name, link(path));
    }

    Node status(String state, String health) {
        return put("Status", new Node().put("State", state).put("Health", health));
    }

    /** Not to be changed. */
    Map<String, Object> fields() {
        return fields;
    }

    /** What tells one version of a resource from the next: all but what moves by itself. */
    String version() {
        var lasting = new LinkedHashMap<>(fields);
        List.of("DateTime", "PowerState").forEach(lasting::remove);
        return "%08x".formatted(lasting.toString().hashCode());
    }
}

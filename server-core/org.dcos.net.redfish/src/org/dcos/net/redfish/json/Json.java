package org.dcos.net.redfish.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An object of a Redfish answer, and the place it was found at. Fields are read forgivingly: one that is absent, null,
 * blank or of another type counts as not told, and a number may stand in a text, as controllers do all that. Where a
 * field has to be there, the {@code need} methods say where it lacks.
 */
public final class Json {

    /** Most elements of an array that are looked at. */
    static final int MOST_ELEMENTS = 20_000;

    /** ISO 8601 with whatever offset a controller writes: {@code Z}, {@code +08:00}, {@code +0800}, or none. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME).optionalStart().appendOffset("+HH:MM", "Z").optionalEnd()
            .optionalStart().appendOffset("+HHMM", "Z").optionalEnd().toFormatter(Locale.ROOT);

    private final String place;
    private final JsonNode node;

    Json(String place, JsonNode node) {
        this.place = place;
        this.node = node;
    }

    /** Path of the resource and, behind a {@code #}, the way to this object in it. */
    public String place() {
        return place;
    }

    public boolean isEmpty() {
        return node.isEmpty();
    }

    public boolean has(String name) {
        JsonNode field = node.get(name);
        return field != null && !field.isNull();
    }

    /** A text without blanks around it; a number or flag as it is written. */
    public Optional<String> text(String name) {
        return text(node.get(name));
    }

    public String textOrEmpty(String name) {
        return text(name).orElse("");
    }

    public String needText(String name) throws MalformedJson {
        return text(name).orElseThrow(() -> lacks(name, "a text"));
    }

    public Optional<Double> number(String name) {
        JsonNode field = node.get(name);
        if (field == null) {
            return Optional.empty();
        }
        if (field.isNumber()) {
            return Optional.of(field.doubleValue()).filter(Double::isFinite);
        }
        if (!field.isString()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.parseDouble(field.stringValue().strip())).filter(Double::isFinite);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** @return empty also for one that an int cannot hold or that is not whole */
    public Optional<Integer> integer(String name) {
        return number(name).filter(value -> value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE)
                .map(Double::intValue);
    }

    public Optional<Boolean> flag(String name) {
        JsonNode field = node.get(name);
        if (field != null && field.isBoolean()) {
            return Optional.of(field.booleanValue());
        }
        return text(name).flatMap(text -> switch (text) {
            case "true", "True" -> Optional.of(true);
            case "false", "False" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    public Optional<Instant> time(String name) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(switch (TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)) {
                    case OffsetDateTime withOffset -> withOffset.toInstant();
                    case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
                    default -> throw new DateTimeException(text);
                });
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        });
    }

    /** An object in this one; an empty one when it is not there, so that one can ask on. */
    public Json object(String name) {
        JsonNode field = node.get(name);
        return new Json(below(name), field != null && field.isObject() ? field : JsonNodeFactory.instance.objectNode());
    }

    public Json needObject(String name) throws MalformedJson {
        Json found = object(name);
        if (found.isEmpty()) {
            throw lacks(name, "an object");
        }
        return found;
    }

    /** The objects of an array; what else is in it is left out. */
    public List<Json> objects(String name) {
        JsonNode field = node.get(name);
        if (field == null || !field.isArray()) {
            return List.of();
        }
        var found = new ArrayList<Json>();
        for (int i = 0; i < Math.min(field.size(), MOST_ELEMENTS); i++) {
            if (field.get(i).isObject()) {
                found.add(new Json("%s/%d".formatted(below(name), i), field.get(i)));
            }
        }
        return found;
    }

    /** The texts of an array. */
    public List<String> texts(String name) {
        JsonNode field = node.get(name);
        if (field == null || !field.isArray()) {
            return List.of();
        }
        var found = new ArrayList<String>();
        for (int i = 0; i < Math.min(field.size(), MOST_ELEMENTS); i++) {
            text(field.get(i)).ifPresent(found::add);
        }
        return found;
    }

    /** Where {@code {"@odata.id": "/redfish/v1/..."}} leads to. */
    public Optional<String> link(String name) {
        return object(name).link();
    }

    /** Where the links of an array lead to. */
    public List<String> links(String name) {
        return objects(name).stream().map(Json::link).flatMap(Optional::stream).toList();
    }

    /** Where this object is, or leads to. */
    public Optional<String> link() {
        return text("@odata.id");
    }

    public List<String> names() {
        return List.copyOf(node.propertyNames());
    }

    public MalformedJson lacks(String name, String what) {
        JsonNode field = node.get(name);
        return new MalformedJson("%s: %s where %s has to be".formatted(below(name),
                field == null ? "nothing" : kind(field), what));
    }

    @Override
    public String toString() {
        return "JSON object at " + place;
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case BOOLEAN -> "a flag";
            case NUMBER -> "a number";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NULL -> "null";
            case MISSING -> "nothing";
            case BINARY, POJO -> "something";
        };
    }

    private static Optional<String> text(JsonNode field) {
        if (field == null || field.isContainer() || field.isNull()) {
            return Optional.empty();
        }
        return Optional.of(field.asString().strip()).filter(text -> !text.isEmpty());
    }

    private String below(String name) {
        return place.contains("#") ? place + "/" + name : place + "#/" + name;
    }
}

package org.dcos.wire.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.Secret;
import org.dcos.domain.cmdb.Item;
import org.dcos.wire.Json;
import org.dcos.wire.Names;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas (2020-12, as OpenAPI 3.1 uses them) of the records that travel; each record once, by name. */
final class Schemas {

    private static final String REF = "#/components/schemas/";

    private final ObjectNode components = Json.object();
    private final Descriptions descriptions;

    Schemas(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    /** All records met so far. */
    ObjectNode components() {
        return components;
    }

    /** The schema of a type: written out for values, a reference for records and sealed interfaces. */
    ObjectNode of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> generic(generic);
            case Class<?> plain -> plain(plain);
            default -> throw new IllegalStateException("No schema for " + type);
        };
    }

    private ObjectNode generic(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Optional.class) {
            return of(arguments[0]);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode list = node("array", null);
            list.set("items", of(arguments[0]));
            return list;
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode map = node("object", null);
            map.set("additionalProperties", of(arguments[1]));
            return map;
        }
        Class<?> item = (Class<?>) arguments[0]; // Page<T>, the one generic record
        return reference(raw.getSimpleName() + "Of" + name(item), raw, item);
    }

    private ObjectNode plain(Class<?> type) {
        if (type.isEnum()) {
            ObjectNode schema = node("string", null);
            ArrayNode values = schema.putArray("enum");
            Arrays.stream(type.getEnumConstants()).forEach(c -> values.add(c.toString()));
            return schema;
        }
        if (type.isRecord() || type.isSealed()) {
            return reference(name(type), type, null);
        }
        return switch (type) {
            case Class<?> t when t == UUID.class -> node("string", "uuid");
            case Class<?> t when t == Instant.class -> node("string", "date-time");
            case Class<?> t when t == LocalDate.class -> node("string", "date");
            case Class<?> t when t == Duration.class -> node("string", "duration");
            case Class<?> t when t == Secret.class -> node("string", "password");
            case Class<?> t when t == String.class -> node("string", null);
            case Class<?> t when t == byte[].class -> node("string", null).put("contentEncoding", "base64");
            case Class<?> t when t == boolean.class || t == Boolean.class -> node("boolean", null);
            case Class<?> t when t == int.class || t == Integer.class || t == OptionalInt.class ->
                    node("integer", "int32");
            case Class<?> t when t == long.class || t == Long.class -> node("integer", "int64");
            case Class<?> t when t == double.class || t == Double.class -> node("number", "double");
            default -> throw new IllegalStateException("No schema for " + type.getName());
        };
    }

    private ObjectNode reference(String name, Class<?> type, Class<?> item) {
        if (!components.has(name)) {
            components.putObject(name); // first, for records that hold each other
            components.set(name, type.isSealed() && type.isInterface() ? cases(type) : record(type, item));
        }
        return Json.object().put("$ref", REF + name);
    }

    private ObjectNode record(Class<?> type, Class<?> item) {
        ObjectNode schema = node("object", null);
        descriptions.find(type.getSimpleName()).ifPresent(text -> schema.put("description", text));
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.object().putArray("required");
        if (item == null && Arrays.stream(type.getInterfaces()).anyMatch(i -> i.isSealed())) {
            properties.putObject("type").put("const", Names.kebab(type.getSimpleName()));
            if (!Item.class.isAssignableFrom(type)) { // an item's resource tells its kind
                required.add("type");
            }
        }
        for (RecordComponent component : type.getRecordComponents()) {
            ObjectNode property = property(component, item);
            descriptions.find(type.getSimpleName() + "." + component.getName())
                    .ifPresent(text -> property.put("description", text)); // beside $ref: allowed since 3.1
            properties.set(component.getName(), property);
            if (!Json.mayBeLeftOut(type, component.getType(), component.getName())) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private ObjectNode property(RecordComponent component, Class<?> item) {
        if (item == null) {
            return of(component.getGenericType());
        }
        if (Collection.class.isAssignableFrom(component.getType())) {
            ObjectNode list = node("array", null);
            list.set("items", of(item));
            return list;
        }
        return of(component.getType());
    }

    private ObjectNode cases(Class<?> type) {
        ObjectNode schema = Json.object();
        descriptions.find(type.getSimpleName()).ifPresent(text -> schema.put("description", text));
        ArrayNode cases = schema.putArray("oneOf");
        ObjectNode discriminator = schema.putObject("discriminator").put("propertyName", "type");
        ObjectNode mapping = discriminator.putObject("mapping");
        for (Class<?> permitted : Json.cases(type)) {
            cases.add(of(permitted));
            mapping.put(Names.kebab(permitted.getSimpleName()), REF + name(permitted));
        }
        return schema;
    }

    /** A record nested in another type of the domain carries that one's name too. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null || outer.getSimpleName().endsWith("Endpoints") ? type.getSimpleName()
                : outer.getSimpleName() + type.getSimpleName();
    }

    private static ObjectNode node(String type, String format) {
        ObjectNode node = Json.object().put("type", type);
        return format == null ? node : node.put("format", format);
    }
}

package org.dcos.domain.cmdb;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Items as trees of maps, lists, texts, numbers and booleans, for keeping. What is empty, false or an absent option is
 * left out and comes back as such, so that an item kept by an older version, without a component that is new, can be
 * read; what is not known any more is passed over.
 */
public final class ItemTree {

    private ItemTree() {}

    /** The components by name, in their order. */
    public static Map<String, Object> of(Item item) {
        return tree(item);
    }

    /** @throws IllegalArgumentException when a value is not of its component's type */
    public static Item item(Kind kind, Map<?, ?> tree) {
        return (Item) record(kind.type(), tree);
    }

    private static Map<String, Object> tree(Object record) {
        var tree = new LinkedHashMap<String, Object>();
        for (RecordComponent component : Items.components(record.getClass())) {
            value(Items.read(component, record)).ifPresent(value -> tree.put(component.getName(), value));
        }
        return tree;
    }

    private static Optional<Object> value(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.flatMap(ItemTree::value);
            case OptionalInt number -> number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
            case String text -> text.isEmpty() ? Optional.empty() : Optional.of(text);
            case Boolean flag -> flag ? Optional.of(true) : Optional.empty();
            case Number number -> Optional.of(number);
            case Map<?, ?> map -> map.isEmpty() ? Optional.empty() : Optional.of(map);
            case List<?> list -> list.isEmpty()
                    ? Optional.empty()
                    : Optional.of(list.stream().map(ItemTree::value).map(Optional::orElseThrow).toList());
            case Record record -> Optional.of(tree(record));
            default -> Optional.of(value.toString());
        };
    }

    private static Object record(Class<?> type, Map<?, ?> tree) {
        RecordComponent[] components = Items.components(type);
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object kept = tree.get(components[i].getName());
            values[i] = kept == null
                    ? Items.none(components[i].getType())
                    : read(components[i].getGenericType(), kept);
        }
        return Items.make(type, values);
    }

    private static Object read(Type type, Object kept) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, kept);
        }
        var raw = (Class<?>) type;
        if (kept instanceof Map<?, ?> map && raw.isRecord()) {
            return record(raw, map);
        }
        if (kept instanceof Number number) {
            return number(raw, number);
        }
        if (kept instanceof Boolean && (raw == boolean.class || raw == Boolean.class)) {
            return kept;
        }
        return text(raw, kept.toString());
    }

    private static Object generic(ParameterizedType type, Object kept) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return Optional.of(read(arguments[0], kept));
        }
        if (kept instanceof List<?> list) {
            var read = new ArrayList<>();
            list.forEach(element -> read.add(read(arguments[0], element)));
            return List.copyOf(read);
        }
        if (kept instanceof Map<?, ?> map) {
            var read = new LinkedHashMap<String, Object>();
            map.forEach((name, value) -> read.put(name.toString(), read(arguments[1], value)));
            return read;
        }
        throw new IllegalArgumentException("'%s' is no %s".formatted(kept, type));
    }

    private static Object number(Class<?> type, Number number) {
        if (type == OptionalInt.class) {
            return OptionalInt.of(number.intValue());
        }
        if (type == int.class || type == Integer.class) {
            return number.intValue();
        }
        if (type == long.class || type == Long.class) {
            return number.longValue();
        }
        if (type == double.class || type == Double.class) {
            return number.doubleValue();
        }
        return text(type, number.toString());
    }

    private static Object text(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (constant.toString().equals(text)) {
                    return constant;
                }
            }
        }
        throw new IllegalArgumentException("'%s' is no %s".formatted(text, type.getSimpleName()));
    }
}

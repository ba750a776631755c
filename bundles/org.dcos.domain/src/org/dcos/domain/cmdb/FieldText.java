package org.dcos.domain.cmdb;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.problem.Invalid;

/** Makes records from texts: what people write into cells and forms becomes the values of components. */
final class FieldText {

    private FieldText() {}

    /** The text cannot be what the field is. */
    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    /** A copy of the record, with the fields that have a text replaced. */
    static Object with(String prefix, Object record, Map<String, String> texts, Map<String, String> labels,
            Map<String, String> fields, List<Invalid.Violation> wrong) {
        RecordComponent[] components = Items.components(record.getClass());
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String path = prefix + components[i].getName();
            Object was = Items.read(components[i], record);
            if ("labels".equals(path)) {
                values[i] = labels;
            } else if ("fields".equals(path)) {
                values[i] = fields;
            } else if (nested(components[i]).isPresent()) {
                values[i] = nested(path, components[i], (Optional<?>) was, texts, wrong);
            } else if (texts.containsKey(path)) {
                values[i] = value(path, components[i], was, texts.get(path), wrong);
            } else {
                values[i] = was;
            }
        }
        return made(prefix, record, values, wrong);
    }

    private static Object made(String prefix, Object was, Object[] values, List<Invalid.Violation> wrong) {
        try {
            return Items.make(was.getClass(), values);
        } catch (IllegalArgumentException e) {
            String first = e.getMessage().split("\\W", 2)[0];
            wrong.add(new Invalid.Violation(prefix + first, e.getMessage() + "."));
            return was;
        }
    }

    private static Optional<Class<?>> nested(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType type && type.getRawType() == Optional.class
                && type.getActualTypeArguments()[0] instanceof Class<?> value && value.isRecord()
                        ? Optional.of(value)
                        : Optional.empty();
    }

    /** All of its texts empty: it goes. Some given and none there: it begins as a blank one. */
    private static Optional<?> nested(String path, RecordComponent component, Optional<?> was,
            Map<String, String> texts, List<Invalid.Violation> wrong) {
        var own = texts.entrySet().stream().filter(e -> e.getKey().startsWith(path + "."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (own.isEmpty()) {
            return was;
        }
        if (own.values().stream().allMatch(String::isBlank)) {
            return Optional.empty();
        }
        Class<?> type = nested(component).orElseThrow();
        Object base = was.isPresent() ? was.get() : blank(type);
        return Optional.of(with(path + ".", base, own, Map.of(), Map.of(), wrong));
    }

    private static Object blank(Class<?> type) {
        return Items.make(type, Arrays.stream(Items.components(type)).map(c -> Items.none(c.getType())).toArray());
    }

    private static Object value(String path, RecordComponent component, Object was, String text,
            List<Invalid.Violation> wrong) {
        try {
            return parse(component.getGenericType(), text.strip());
        } catch (Unfit e) {
            wrong.add(new Invalid.Violation(path, e.getMessage()));
            return was;
        }
    }

    private static Object parse(Type type, String text) throws Unfit {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return text.isEmpty() ? Optional.empty() : Optional.of(parse(element, text));
            }
            return list(element, text);
        }
        if (type == OptionalInt.class) {
            return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(integer(text));
        }
        if (type == String.class) {
            return text;
        }
        return text.isEmpty() && type != boolean.class ? missing(type) : given(type, text);
    }

    private static Object missing(Type type) throws Unfit {
        throw new Unfit(type == UUID.class ? "Say which one." : "Give a value; it cannot be empty.");
    }

    private static Object given(Type type, String text) throws Unfit {
        try {
            if (type == int.class || type == Integer.class) {
                return integer(text);
            }
            if (type == double.class || type == Double.class) {
                return decimal(text);
            }
            if (type == boolean.class) {
                return bool(text);
            }
            if (type == UUID.class) {
                return id(text);
            }
            if (type == LocalDate.class) {
                return LocalDate.parse(text);
            }
            if (type == Instant.class) {
                return Instant.parse(text);
            }
        } catch (DateTimeException _) {
            throw new Unfit("'%s' is no date; write it as 2026-11-25.".formatted(text));
        }
        return choice((Class<?>) type, text);
    }

    private static Object list(Type element, String text) throws Unfit {
        if (element != UUID.class && element != String.class) {
            throw new Unfit("This cannot be changed as text.");
        }
        if (text.isEmpty()) {
            return List.of();
        }
        if (element == String.class) {
            return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
        var ids = new java.util.ArrayList<UUID>();
        for (String word : text.split("[\\s,;]+")) {
            ids.add(id(word));
        }
        return ids;
    }

    private static int integer(String text) throws Unfit {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new Unfit("'%s' is no whole number.".formatted(text));
        }
    }

    private static double decimal(String text) throws Unfit {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new Unfit("'%s' is no number.".formatted(text));
    }

    private static boolean bool(String text) throws Unfit {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes", "1", "是" -> true;
            case "false", "no", "0", "", "否" -> false;
            default -> throw new Unfit("'%s' is neither true nor false.".formatted(text));
        };
    }

    private static UUID id(String text) throws Unfit {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Unfit("'%s' is no id.".formatted(text));
        }
    }

    private static Object choice(Class<?> type, String text) throws Unfit {
        String wanted = text.replace('-', '_').replace(' ', '_');
        for (Object constant : type.getEnumConstants()) {
            if (constant.toString().equalsIgnoreCase(wanted)) {
                return constant;
            }
        }
        throw new Unfit("'%s' is none of %s.".formatted(text,
                Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))));
    }
}

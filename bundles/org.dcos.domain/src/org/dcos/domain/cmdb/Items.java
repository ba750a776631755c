package org.dcos.domain.cmdb;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.dcos.domain.problem.Invalid;

/**
 * What holds for the items of every kind, read from the components of their records: their fields as text, what they
 * refer to, what changed between two versions, and an item made from texts.
 */
public final class Items {

    private static final String LABEL = "label.";
    private static final String FIELD = "field.";
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            var fields = new ArrayList<Field>();
            collect("", type, false, fields);
            return List.copyOf(fields);
        }
    };
    private static final ClassValue<Constructor<?>> CANONICAL = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
            try {
                return type.getDeclaredConstructor(Arrays.stream(COMPONENTS.get(type)).map(RecordComponent::getType)
                        .toArray(Class<?>[]::new));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    /** An id that an item holds, and the field that holds it. */
    public record Reference(String field, UUID id) {}

    private Items() {}

    /** The fields of a kind that its records have, in their order; id, version and the maps are not among them. */
    public static List<Field> fields(Kind kind) {
        return FIELDS.get(kind.type());
    }

    public static Optional<Field> field(Kind kind, String path) {
        if (path.startsWith(LABEL) || path.startsWith(FIELD)) {
            return Optional.of(new Field(path, Field.Type.TEXT, false, List.of(), List.of()));
        }
        return fields(kind).stream().filter(field -> field.path().equals(path)).findFirst();
    }

    private static void collect(String prefix, Class<?> type, boolean within, List<Field> fields) {
        for (RecordComponent component : COMPONENTS.get(type)) {
            String path = prefix + component.getName();
            Class<?> raw = component.getType();
            boolean optional = raw == Optional.class || raw == OptionalInt.class;
            Class<?> value = optional && raw == Optional.class ? argument(component) : raw;
            if (prefix.isEmpty() && List.of("id", "version", "labels", "fields").contains(path)) {
                continue;
            }
            if (value.isRecord()) {
                collect(path + ".", value, true, fields);
                continue;
            }
            List<Kind> to = Optional.ofNullable(component.getAnnotation(RefersTo.class))
                    .map(refers -> List.of(refers.value())).orElse(List.of());
            List<String> choices = value.isEnum()
                    ? Arrays.stream(value.getEnumConstants()).map(Object::toString).toList()
                    : List.of();
            fields.add(new Field(path, type(component, value), !optional && !within && required(value), to, choices));
        }
    }

    private static boolean required(Class<?> value) {
        return value != String.class && value != boolean.class && !Collection.class.isAssignableFrom(value);
    }

    private static Class<?> argument(RecordComponent component) {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    private static Field.Type type(RecordComponent component, Class<?> value) {
        if (List.class.isAssignableFrom(value)) {
            Class<?> element = argument(component);
            return element == UUID.class
                    ? Field.Type.REFERENCES
                    : element == String.class ? Field.Type.TEXTS : Field.Type.PARTS;
        }
        if (value == int.class || value == OptionalInt.class || value == Integer.class) {
            return Field.Type.INTEGER;
        }
        if (value == double.class || value == Double.class) {
            return Field.Type.DECIMAL;
        }
        if (value == boolean.class) {
            return Field.Type.BOOLEAN;
        }
        if (value == LocalDate.class) {
            return Field.Type.DATE;
        }
        if (value == Instant.class) {
            return Field.Type.INSTANT;
        }
        if (value == UUID.class) {
            return Field.Type.REFERENCE;
        }
        return value.isEnum() ? Field.Type.CHOICE : Field.Type.TEXT;
    }

    // ---- reading ----------------------------------------------------------------------------------------------------

    /** A field's value as text; empty when there is none. Unknown paths have none. */
    public static String text(Item item, String path) {
        if (path.startsWith(LABEL)) {
            return item.labels().getOrDefault(path.substring(LABEL.length()), "");
        }
        if (path.startsWith(FIELD)) {
            return item.fields().getOrDefault(path.substring(FIELD.length()), "");
        }
        return "id".equals(path) ? item.id().toString() : text(value(item, path));
    }

    /** The value of a field as it is compared and sorted: a number, a date, a text; empty when there is none. */
    public static Optional<Object> value(Item item, String path) {
        Object at = item;
        for (String name : path.split("\\.")) {
            at = at instanceof Record && !(at instanceof Optional) ? component(at, name) : null;
            if (at instanceof Optional<?> optional) {
                at = optional.orElse(null);
            } else if (at instanceof OptionalInt number) {
                at = number.isPresent() ? number.getAsInt() : null;
            }
            if (at == null) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    private static Object component(Object record, String name) {
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
            if (component.getName().equals(name)) {
                return get(component, record);
            }
        }
        return null;
    }

    private static Object get(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    private static String text(Optional<Object> value) {
        return value.map(Items::said).orElse("");
    }

    private static String said(Object value) {
        return switch (value) {
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
                    Long.toString(number.longValue());
            case List<?> list when list.isEmpty() -> "";
            case List<?> list when list.getFirst() instanceof UUID ->
                    list.stream().map(Object::toString).collect(Collectors.joining(" "));
            case List<?> list -> list.stream().map(Object::toString).collect(Collectors.joining("\n"));
            default -> value.toString();
        };
    }

    /** All ids that an item holds, in the order of its fields. */
    public static List<Reference> references(Item item) {
        var found = new ArrayList<Reference>();
        references("", item, found);
        return found;
    }

    private static void references(String prefix, Object record, List<Reference> found) {
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
            Class<?> raw = component.getType();
            if (raw != UUID.class && raw != Optional.class && raw != List.class
                    || prefix.isEmpty() && "id".equals(component.getName())) {
                continue;
            }
            Object value = get(component, record);
            String path = prefix + component.getName();
            switch (value instanceof Optional<?> optional ? optional.orElse(null) : value) {
                case UUID id -> found.add(new Reference(path, id));
                case Record nested -> references(path + ".", nested, found);
                case List<?> list -> list.forEach(element -> {
                    if (element instanceof UUID id) {
                        found.add(new Reference(path, id));
                    }
                });
                case null, default -> {}
            }
        }
    }

    /** What differs between two versions of an item; of a new or deleted one each field that has a value. */
    public static List<FieldChange> changes(Optional<? extends Item> before, Optional<? extends Item> after) {
        Item some = after.isPresent() ? after.get() : before.orElseThrow();
        var changes = new ArrayList<FieldChange>();
        for (Field field : fields(Kind.of(some))) {
            add(changes, field.path(), before, after);
        }
        names(before, after, Item::labels).forEach(name -> add(changes, LABEL + name, before, after));
        names(before, after, Item::fields).forEach(name -> add(changes, FIELD + name, before, after));
        return changes;
    }

    private static TreeSet<String> names(Optional<? extends Item> before, Optional<? extends Item> after,
            Function<Item, Map<String, String>> map) {
        var names = new TreeSet<String>();
        before.ifPresent(item -> names.addAll(map.apply(item).keySet()));
        after.ifPresent(item -> names.addAll(map.apply(item).keySet()));
        return names;
    }

    private static void add(List<FieldChange> changes, String path, Optional<? extends Item> before,
            Optional<? extends Item> after) {
        String was = before.map(item -> text(item, path)).orElse("");
        String now = after.map(item -> text(item, path)).orElse("");
        if (!Objects.equals(was, now)) {
            changes.add(new FieldChange(path, was, now));
        }
    }

    // ---- making -----------------------------------------------------------------------------------------------------

    /** An item of the kind with nothing in it: empty texts, no optional values, zeros, the first of each choice. */
    public static Item blank(Kind kind, UUID id) {
        RecordComponent[] components = COMPONENTS.get(kind.type());
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = "id".equals(components[i].getName()) ? id : nothing(components[i].getType());
        }
        return (Item) make(kind.type(), values);
    }

    private static final UUID NOBODY = new UUID(0, 0);

    private static Object nothing(Class<?> type) {
        if (type == String.class) {
            return "";
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == OptionalInt.class) {
            return OptionalInt.empty();
        }
        if (type == UUID.class) {
            return NOBODY;
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == long.class) {
            return 0L;
        }
        if (type == double.class) {
            return 0d;
        }
        return type.isEnum() ? type.getEnumConstants()[0] : 0;
    }

    /** The same item in another version. */
    public static <T extends Item> T version(T item, long version) {
        RecordComponent[] components = COMPONENTS.get(item.getClass());
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = "version".equals(components[i].getName()) ? version : get(components[i], item);
        }
        @SuppressWarnings("unchecked") // made of the same class
        T made = (T) make(item.getClass(), values);
        return made;
    }

    /**
     * The item with these fields as the texts say; an empty text takes an optional value away.
     *
     * @throws Invalid naming every field that the kind lacks or whose text is not of its type
     */
    public static Item with(Item item, Map<String, String> texts) throws Invalid {
        var wrong = new ArrayList<Invalid.Violation>();
        var labels = new TreeMap<>(item.labels());
        var fields = new TreeMap<>(item.fields());
        var rest = new TreeMap<String, String>();
        texts.forEach((path, text) -> {
            if (path.startsWith(LABEL)) {
                put(labels, path.substring(LABEL.length()), text);
            } else if (path.startsWith(FIELD)) {
                put(fields, path.substring(FIELD.length()), text);
            } else if (field(Kind.of(item), path).isEmpty()) {
                wrong.add(new Invalid.Violation(path,
                        "A %s has no field of this name.".formatted(Kind.of(item).word())));
            } else {
                rest.put(path, text);
            }
        });
        var made = (Item) FieldText.with("", item, rest, labels, fields, wrong);
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        return made;
    }

    private static void put(Map<String, String> map, String name, String text) {
        if (text.isBlank()) {
            map.remove(name);
        } else {
            map.put(name, text.strip());
        }
    }

    /**
     * The item with each of its texts, labels and fields of one's own as the function makes it; an empty option
     * goes.
     */
    public static <T extends Item> T mapTexts(T item, UnaryOperator<String> change) {
        RecordComponent[] components = COMPONENTS.get(item.getClass());
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = mapped(get(components[i], item), change);
        }
        @SuppressWarnings("unchecked") // made of the same class
        T made = (T) make(item.getClass(), values);
        return made;
    }

    private static Object mapped(Object value, UnaryOperator<String> change) {
        return switch (value) {
            case String text -> change.apply(text);
            case Optional<?> optional when optional.orElse(null) instanceof String text ->
                    Optional.of(change.apply(text)).filter(made -> !made.isEmpty());
            case Map<?, ?> map -> {
                var made = new TreeMap<String, String>();
                map.forEach((name, text) -> put(made, change.apply(name.toString()), change.apply(text.toString())));
                yield made;
            }
            default -> value;
        };
    }

    static RecordComponent[] components(Class<?> type) {
        return COMPONENTS.get(type);
    }

    static Object read(RecordComponent component, Object record) {
        return get(component, record);
    }

    /** @throws IllegalArgumentException what the record's own constructor refuses */
    static Object make(Class<?> type, Object[] values) {
        try {
            return CANONICAL.get(type).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("Cannot make a " + type.getSimpleName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + type.getSimpleName(), e);
        }
    }

    static Object none(Class<?> type) {
        return nothing(type);
    }
}

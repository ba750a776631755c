package org.dcos.wire.endpoint;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Invalid;
import org.dcos.wire.Names;

/**
 * How a request record lies on path, query and body. By its components: one that is named in the path template is a
 * path parameter; {@code body} is the body, JSON or, for {@code byte[]}, the bytes as they are; a nested record stands
 * for its components; every other one is a parameter of the query, in kebab-case.
 */
public final class Shape<Q extends Record> {

    /** Items in an answer when the caller does not say how many. */
    public static final int DEFAULT_LIMIT = 100;
    private static final String BODY = "body";

    private final Class<Q> type;
    private final String path;
    private final List<Parameter> parameters = new ArrayList<>();
    private Optional<Type> body = Optional.empty();

    Shape(Class<Q> type, String path) {
        this.type = type;
        this.path = path;
        collect(type);
    }

    /** The same, with the body read as a narrower type. */
    Shape<Q> reading(Class<?> narrower) {
        var shape = new Shape<>(type, path);
        shape.body = Optional.of(narrower);
        return shape;
    }

    private void collect(Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            Class<?> raw = component.getType();
            if (BODY.equals(component.getName())) {
                body = Optional.of(component.getGenericType());
            } else if (raw.isRecord()) {
                collect(raw);
            } else {
                parameters.add(parameter(record, component));
            }
        }
    }

    private Parameter parameter(Class<?> record, RecordComponent component) {
        boolean inPath = path.contains("{" + component.getName() + "}");
        String name = inPath ? component.getName() : Names.kebab(component.getName());
        Class<?> raw = component.getType();
        String owner = record.getSimpleName();
        if (raw == Map.class) {
            return new Parameter(singular(name), String.class, false, false, true, Optional.empty(), owner);
        }
        if (raw == Optional.class) {
            Class<?> inner = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return new Parameter(name, inner, false, false, false, Optional.empty(), owner);
        }
        Optional<String> standard = inPath ? Optional.empty() : standard(record, component.getName(), raw);
        return new Parameter(name, raw, inPath, standard.isEmpty(), false, standard, owner);
    }

    private static Optional<String> standard(Class<?> record, String component, Class<?> type) {
        if (record == PageRequest.class) {
            return Optional.of("limit".equals(component) ? Integer.toString(DEFAULT_LIMIT) : "0");
        }
        return type == boolean.class ? Optional.of("false") : Optional.empty();
    }

    private static String singular(String name) {
        return name.substring(0, name.length() - 1);
    }

    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    /** The type of the body, where there is one. */
    public Optional<Type> body() {
        return body;
    }

    /** Whether the body is taken as it is, not as JSON. */
    public boolean rawBody() {
        return body.filter(byte[].class::equals).isPresent();
    }

    /**
     * @param inPath decoded values by name
     * @param query  decoded values by name
     * @param read   the body, already read; ignored where the shape has none
     * @throws Invalid naming every parameter that is wrong, unknown or missing
     */
    Q read(Map<String, String> inPath, Map<String, List<String>> query, Object read) throws Invalid {
        var violations = new ArrayList<Invalid.Violation>();
        var values = new LinkedHashMap<String, Object>();
        for (String name : query.keySet()) {
            if (parameters.stream().noneMatch(p -> !p.inPath() && p.name().equals(name))) {
                violations.add(new Invalid.Violation(name, "This parameter is not known" + known() + "."));
            }
        }
        for (Parameter parameter : parameters) {
            try {
                List<String> given = parameter.inPath() ? List.of(inPath.get(parameter.name()))
                        : query.getOrDefault(parameter.name(), parameter.standard().map(List::of).orElse(List.of()));
                values.put(parameter.name(),
                        parameter.repeated() ? labels(parameter, given) : single(parameter, given));
            } catch (Invalid invalid) {
                violations.addAll(invalid.violations());
            }
        }
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
        return type.cast(build(type, values, read));
    }

    private String known() {
        return parameters.stream().filter(p -> !p.inPath()).map(Parameter::name).sorted()
                .reduce((a, b) -> a + ", " + b).map("; known are "::concat).orElse("; there is none");
    }

    private static Optional<Object> single(Parameter parameter, List<String> given) throws Invalid {
        if (given.size() > 1) {
            throw Invalid.field(parameter.name(), "This parameter is given %d times.".formatted(given.size()));
        }
        if (given.isEmpty() && parameter.required()) {
            throw Invalid.field(parameter.name(), "This parameter is missing.");
        }
        return given.isEmpty() ? Optional.empty()
                : Optional.of(TextValue.parse(parameter.name(), parameter.type(), given.getFirst()));
    }

    private static Map<String, String> labels(Parameter parameter, List<String> given) throws Invalid {
        var labels = new TreeMap<String, String>();
        for (String text : given) {
            int colon = text.indexOf(':');
            if (colon < 1) {
                throw Invalid.field(parameter.name(), "NAME:VALUE is expected here.");
            }
            labels.put(text.substring(0, colon), text.substring(colon + 1));
        }
        return labels;
    }

    private Object build(Class<?> record, Map<String, Object> values, Object read) throws Invalid {
        RecordComponent[] components = record.getRecordComponents();
        var arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = argument(components[i], values, read);
        }
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return record.getConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException cause) { // the record's own check
                String word = cause.getMessage().split("\\W", 2)[0];
                throw Invalid.field(values.containsKey(Names.kebab(word)) ? Names.kebab(word) : "",
                        cause.getMessage() + ".");
            }
            throw new IllegalStateException("Cannot make a " + record.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + record.getName(), e);
        }
    }

    private Object argument(RecordComponent component, Map<String, Object> values, Object read) throws Invalid {
        Class<?> raw = component.getType();
        if (BODY.equals(component.getName())) {
            return read;
        }
        if (raw.isRecord()) {
            return build(raw, values, read);
        }
        if (raw == Map.class) {
            return values.get(singular(Names.kebab(component.getName())));
        }
        var value = (Optional<?>) Optional.ofNullable(values.get(component.getName()))
                .orElseGet(() -> values.get(Names.kebab(component.getName())));
        return raw == Optional.class ? value : value.orElseThrow();
    }

    /** The path of a request, encoded. */
    String path(Q request) {
        String filled = path;
        for (var value : values(request).entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}",
                    Query.encode(value.getValue().isEmpty() ? "" : value.getValue().getFirst()).replace("+", "%20"));
        }
        return filled;
    }

    /** The query of a request, encoded. */
    String query(Q request) {
        Map<String, List<String>> values = values(request);
        values.keySet().removeIf(name -> path.contains("{" + name + "}"));
        return Query.write(values);
    }

    /** The body of a request. */
    Optional<Object> body(Q request) {
        return body.map(_ -> Arrays.stream(type.getRecordComponents()).filter(c -> BODY.equals(c.getName()))
                .map(c -> get(c, request)).findFirst().orElseThrow());
    }

    private Map<String, List<String>> values(Record record) {
        var values = new LinkedHashMap<String, List<String>>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (!BODY.equals(component.getName())) {
                Object value = get(component, record);
                String name = path.contains("{" + component.getName() + "}") ? component.getName()
                        : Names.kebab(component.getName());
                switch (value) {
                    case Record nested -> values.putAll(values(nested));
                    case Map<?, ?> labels -> values.put(singular(name), labels.entrySet().stream()
                            .map(e -> e.getKey() + ":" + e.getValue()).collect(Collectors.toList()));
                    case Optional<?> optional -> values.put(name, optional.map(Object::toString).stream().toList());
                    default -> values.put(name, List.of(value.toString()));
                }
            }
        }
        return values;
    }

    private static Object get(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}

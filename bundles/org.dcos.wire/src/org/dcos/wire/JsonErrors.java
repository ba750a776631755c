package org.dcos.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.Secret;
import org.dcos.domain.problem.Invalid;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in the words of the API what is wrong with a JSON text; class names and secrets do not show. */
final class JsonErrors {

    static Invalid invalid(JacksonException e) {
        String path = path(e.getPath());
        return switch (e) {
            case UnrecognizedPropertyException unknown -> Invalid.field(path, "This field is not known"
                    + knownFields(unknown.getKnownPropertyIds()) + ".");
            case InvalidTypeIdException type -> Invalid.field(join(path, "type"), knownCases(type));
            case ValueInstantiationException value when value.getCause() instanceof IllegalArgumentException cause ->
                    Invalid.field(refine(path, cause.getMessage()), cause.getMessage() + ".");
            case MismatchedInputException mismatch when missing(mismatch) ->
                    Invalid.field(path, "This field is missing.");
            case MismatchedInputException mismatch -> Invalid.field(path,
                    "%s is expected here.".formatted(expected(mismatch.getTargetType())));
            case StreamReadException _ -> Invalid.field(path, "This is no JSON that can be taken: %s%s".formatted(
                    firstSentence(e.getOriginalMessage()), place(e)));
            default -> Invalid.field(path, "This cannot be taken%s".formatted(place(e)));
        };
    }

    private static boolean missing(MismatchedInputException e) {
        String message = e.getOriginalMessage();
        return message.startsWith("Missing ") || message.startsWith("Null value for creator")
                || message.contains("Invalid `null` value");
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? "."
                : " at line %d, column %d.".formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    /** Parser messages go on with hints and quotes of what was read; a quote may hold a secret. */
    private static String firstSentence(String message) {
        String first = message.lines().findFirst().orElse("").replaceAll("'[^']*'|\"[^\"]*\"", "…");
        int end = first.indexOf(". ");
        String sentence = end < 0 ? first : first.substring(0, end);
        return sentence.length() > 160 ? sentence.substring(0, 160) + "…" : sentence;
    }

    private static String knownFields(Collection<Object> ids) {
        return ids == null || ids.isEmpty() ? ""
                : ids.stream().map(Object::toString).sorted().collect(Collectors.joining(", ", "; known are ", ""));
    }

    private static String knownCases(InvalidTypeIdException e) {
        String cases = DomainIntrospector.sealedRoot(e.getBaseType().getRawClass()).stream()
                .flatMap(root -> Arrays.stream(root.getPermittedSubclasses()))
                .map(c -> Names.kebab(c.getSimpleName())).sorted().collect(Collectors.joining(", "));
        return "One of %s is expected here.".formatted(cases);
    }

    /** What a reader of the API calls a type. */
    static String expected(Class<?> type) {
        if (type == null) {
            return "Another value";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString)
                    .collect(Collectors.joining(", ", "One of ", ""));
        }
        return switch (type) {
            case Class<?> t when t == UUID.class -> "An id such as 5f3a9c1e-0d6b-4b60-9f5e-2c1f0a7d8e11";
            case Class<?> t when t == Instant.class -> "A time such as 2026-07-01T08:00:00Z";
            case Class<?> t when t == Duration.class -> "A duration such as PT30S";
            case Class<?> t when t == String.class || t == Secret.class -> "A text";
            case Class<?> t when t == boolean.class || t == Boolean.class -> "true or false";
            case Class<?> t when t == int.class || t == Integer.class -> "A whole number within ±2147483647";
            case Class<?> t when t == long.class || t == Long.class -> "A whole number";
            case Class<?> t when t == double.class || t == Double.class -> "A number";
            case Class<?> t when Collection.class.isAssignableFrom(t) -> "A list";
            case Class<?> t when t.isRecord() || t.isInterface() || Map.class.isAssignableFrom(t) -> "An object";
            default -> "Another value";
        };
    }

    private static String path(List<JacksonException.Reference> references) {
        var path = new StringBuilder();
        for (var reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    /** A record's own check begins its message with the component that it is about. */
    private static String refine(String path, String message) {
        String word = message == null ? "" : message.split("\\W", 2)[0];
        return word.matches("[a-z][A-Za-z]*") ? join(path, word) : path;
    }

    private static String join(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private JsonErrors() {}
}

package org.dcos.wire.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.problem.Invalid;

/** Values of parameters as text, both ways. */
final class TextValue {

    /** Longest text taken as a parameter. */
    static final int MAX_LENGTH = 1000;

    /** @throws Invalid naming the parameter and what would be right */
    static Object parse(String name, Class<?> type, String text) throws Invalid {
        if (text.length() > MAX_LENGTH) {
            throw Invalid.field(name, "The value is longer than %d characters.".formatted(MAX_LENGTH));
        }
        try {
            return switch (type) {
                case Class<?> t when t == String.class -> text;
                case Class<?> t when t == UUID.class -> id(text);
                case Class<?> t when t == int.class || t == Integer.class -> Integer.valueOf(text);
                case Class<?> t when t == long.class || t == Long.class -> Long.valueOf(text);
                case Class<?> t when t == boolean.class || t == Boolean.class -> truth(text);
                case Class<?> t when t == Instant.class -> Instant.parse(text);
                case Class<?> t when t == Duration.class -> Duration.parse(text);
                case Class<?> t when t.isEnum() -> constant(t, text);
                default -> throw new IllegalStateException("No parameter can be of type " + type.getName());
            };
        } catch (IllegalArgumentException | DateTimeParseException _) {
            throw Invalid.field(name, "%s is expected here.".formatted(expected(type)));
        }
    }

    /** What {@link #parse} takes. */
    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString)
                    .collect(Collectors.joining(", ", "One of ", ""));
        }
        return switch (type) {
            case Class<?> t when t == UUID.class -> "An id such as 5f3a9c1e-0d6b-4b60-9f5e-2c1f0a7d8e11";
            case Class<?> t when t == int.class || t == Integer.class || t == long.class || t == Long.class ->
                    "A whole number";
            case Class<?> t when t == boolean.class || t == Boolean.class -> "true or false";
            case Class<?> t when t == Instant.class -> "A time such as 2026-07-01T08:00:00Z";
            case Class<?> t when t == Duration.class -> "A duration such as PT30S";
            default -> "A text";
        };
    }

    /** {@link UUID#fromString} takes short forms too; the API does not. */
    private static UUID id(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException(text);
        }
        return UUID.fromString(text);
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants()).filter(c -> c.toString().equals(text)).findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private TextValue() {}
}

package org.dcos.lab.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little JSON that the control port needs (RFC 8259): objects whose values are strings, numbers, true, false or
 * null. Anything else is refused.
 */
final class FlatJson {

    private static final Pattern MEMBER = Pattern.compile("\\s*\"([^\"\\\\]*)\"\\s*:\\s*"
            + "(?:\"([^\"\\\\]*)\"|(-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|(true|false)|(null))\\s*(,|}\\s*$)");

    /**
     * @return names in their order; a null value is an empty Optional, others are String, Double or Boolean
     * @throws IllegalArgumentException when it is something else
     */
    static Map<String, Optional<Object>> read(String text) {
        String body = text.strip();
        var members = new LinkedHashMap<String, Optional<Object>>();
        if (body.matches("\\{\\s*}")) {
            return members;
        }
        if (!body.startsWith("{")) {
            throw notUnderstood();
        }
        Matcher member = MEMBER.matcher(body).region(1, body.length());
        do {
            if (!member.lookingAt()) {
                throw notUnderstood();
            }
            members.put(member.group(1), value(member));
            member.region(member.end(), body.length());
        } while (member.regionStart() < body.length());
        if (!body.endsWith("}")) {
            throw notUnderstood();
        }
        return members;
    }

    private static Optional<Object> value(Matcher member) {
        if (member.group(2) != null) {
            return Optional.of(member.group(2));
        }
        if (member.group(3) != null) {
            return Optional.of(Double.valueOf(member.group(3)));
        }
        return Optional.ofNullable(member.group(4)).map(Boolean::valueOf);
    }

    /** A string with its quotation marks. */
    static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            switch (each) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> out.append(each < ' ' ? "\\u%04x".formatted((int) each) : String.valueOf(each));
            }
        }
        return out.append('"').toString();
    }

    private static IllegalArgumentException notUnderstood() {
        return new IllegalArgumentException(
                "The body is no JSON object of strings, numbers, true, false and null");
    }

    private FlatJson() {}
}

package org.dcos.server.cmdb.baseline;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dcos.domain.cmdb.Face;

/** Numbers and sides as people write them. */
final class Units {

    private static final Pattern NUMBER = Pattern.compile("[uU]?\\s*(\\d{1,7})\\s*[uUwW]?");
    private static final Pattern RANGE = Pattern
            .compile("[uU]?\\s*(\\d{1,3})\\s*[uU]?\\s*[-–~～至]\\s*[uU]?\\s*(\\d{1,3})\\s*[uU]?");

    private Units() {}

    /**
     * Units of a rack.
     *
     * @param height where the text tells it: {@code U28-U29}
     */
    record Position(int lowest, OptionalInt height) {}

    /** {@code 28}, {@code U28}, {@code 28U}, {@code U28-U29}, {@code 29-28}. */
    static Optional<Position> position(String text) {
        OptionalInt single = number(text);
        if (single.isPresent()) {
            return Optional.of(new Position(single.getAsInt(), OptionalInt.empty()));
        }
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        int a = Integer.parseInt(range.group(1));
        int b = Integer.parseInt(range.group(2));
        return Optional.of(new Position(Math.min(a, b), OptionalInt.of(Math.abs(a - b) + 1)));
    }

    /** {@code 2}, {@code 2U}, {@code 2 u}, {@code 8000W}. */
    static OptionalInt number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** The first number in the text, for a suggestion. */
    static Optional<String> firstNumber(String text) {
        Matcher matcher = Pattern.compile("\\d{1,7}").matcher(text);
        return matcher.find() ? Optional.of(Integer.toString(Integer.parseInt(matcher.group()))) : Optional.empty();
    }

    static Optional<Face> face(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "", "front", "f", "前", "正面", "前面" -> Optional.of(Face.FRONT);
            case "rear", "back", "r", "后", "後", "背面", "后面", "反面" -> Optional.of(Face.REAR);
            default -> Optional.empty();
        };
    }
}

package org.dcos.ui.model.records;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What is typed above a column: a text that the cell contains; {@code =text} is the whole cell ({@code =} alone an
 * empty
 * one), {@code !text} is not contained, {@code <} and {@code >} compare numbers and dates.
 */
public record ColumnFilter(Way way, String text) {

    /** How it is compared. */
    public enum Way { CONTAINS, IS, NOT, LESS, MORE }

    public static ColumnFilter of(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        var way = switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '=' -> Way.IS;
            case '!' -> Way.NOT;
            case '<' -> Way.LESS;
            case '>' -> Way.MORE;
            default -> Way.CONTAINS;
        };
        return new ColumnFilter(way, way == Way.CONTAINS ? text : text.substring(1).strip());
    }

    public boolean wants(String cell) {
        var there = cell.toLowerCase(Locale.ROOT);
        return switch (way) {
            case CONTAINS -> there.contains(text);
            case IS -> there.equals(text);
            case NOT -> text.isEmpty() ? !there.isEmpty() : !there.contains(text);
            case LESS -> !there.isEmpty() && compare(there) < 0;
            case MORE -> !there.isEmpty() && compare(there) > 0;
        };
    }

    private int compare(String there) {
        var a = number(there);
        var b = number(text);
        return a.isPresent() && b.isPresent() ? Double.compare(a.getAsDouble(), b.getAsDouble())
                : there.compareTo(text);
    }

    static OptionalDouble number(String text) {
        try {
            return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }
}

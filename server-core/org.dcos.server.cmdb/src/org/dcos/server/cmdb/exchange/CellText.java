package org.dcos.server.cmdb.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dcos.domain.cmdb.Field;

/** What people and spreadsheets write into cells, as the texts that fields take. */
final class CellText {

    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[T ]0?0:00(?::00)?)?");
    private static final Pattern UNITS = Pattern.compile("(?i)u?\\s*(\\d+(?:\\.\\d+)?)\\s*u?");
    private static final List<String> YES = List.of("true", "yes", "y", "1", "是", "√", "✓", "有", "对");
    private static final List<String> NO = List.of("false", "no", "n", "0", "否", "×", "✗", "无", "错");

    private final Vocabulary vocabulary;

    CellText(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The text as the field takes it; one that cannot be read stays as it is, and is refused by the field. */
    String of(Field field, String text) {
        return text.isEmpty() ? text : switch (field.type()) {
            case CHOICE -> vocabulary.choice(field.choices(), text).orElse(text);
            case BOOLEAN -> bool(text);
            case DATE -> date(text);
            case INSTANT -> instant(text);
            case INTEGER, DECIMAL -> number(text);
            case TEXTS -> text.indexOf('\n') < 0 ? text.replaceAll("\\s*[;；]\\s*", "\n") : text;
            case TEXT, REFERENCE, REFERENCES, PARTS -> text;
        };
    }

    static String bool(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return YES.contains(lower) ? "true" : NO.contains(lower) ? "false" : text;
    }

    static String date(String text) {
        Matcher matcher = DATE.matcher(text);
        try {
            return matcher.matches()
                    ? LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(3))).toString()
                    : text;
        } catch (DateTimeException _) {
            return text;
        }
    }

    /** A time without a zone is UTC, as exports write it. */
    private static String instant(String text) {
        try {
            return text.endsWith("Z")
                    ? text
                    : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC).toString();
        } catch (DateTimeException _) {
            return text;
        }
    }

    /** {@code U28}, {@code 2U}, {@code 1,000}. */
    private static String number(String text) {
        String plain = text.matches("\\d{1,3}(,\\d{3})+") ? text.replace(",", "") : text;
        Matcher units = UNITS.matcher(plain);
        return units.matches() ? units.group(1) : plain;
    }
}

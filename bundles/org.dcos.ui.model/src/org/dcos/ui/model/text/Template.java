package org.dcos.ui.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * An English sentence with what is filled in, as it stands in the sources of the server-core, and its translation.
 * Between its literal pieces anything stands that is as short as possible; where a number is filled in, a number. A
 * text without placeholders that ends with a space is the beginning of one: the sources put something behind it. In the
 * translation {@code %1$s} is what is filled in first, translated where it is known, {@code %1$S} the same as it is.
 */
final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("%[-#+ 0,(]*[\\d.]*([a-zA-Z%])");
    private static final Pattern NUMBERED = Pattern.compile("%(\\d)\\$([sS])|%%");
    private static final Pattern NUMBER = Pattern.compile("[-+±]?\\d[\\d,.]*");
    /** A whole sentence that the sources put behind another one. */
    private static final Pattern BEHIND_ANOTHER = Pattern.compile("^ \\p{Lu}");
    private static final String QUOTES = "'\"";
    /** Letters by which a sentence is known; with fewer it may be a name that looks alike. */
    private static final int TELLING = 7;

    private final List<String> pieces = new ArrayList<>();
    private final List<Boolean> numbers = new ArrayList<>();
    private final String translated;
    private final int weight;
    private final boolean telling;

    Template(String english, String translated) {
        var piece = new StringBuilder();
        var placeholders = PLACEHOLDER.matcher(english);
        int from = BEHIND_ANOTHER.matcher(english).find() ? 1 : 0;
        while (placeholders.find()) {
            piece.append(english, from, placeholders.start());
            from = placeholders.end();
            switch (placeholders.group(1)) {
                case "%" -> piece.append('%');
                case "d", "f" -> close(piece, true);
                default -> close(piece, false);
            }
        }
        pieces.add(piece.append(english, from, english.length()).toString());
        String ending = pieces.getLast();
        if (numbers.isEmpty() && ending.endsWith(" ")) {
            numbers.add(false);
            pieces.add("");
        }
        String literal = String.join("", pieces);
        weight = literal.length();
        telling = literal.chars().filter(Character::isLetter).count() >= TELLING
                || !pieces.getFirst().isEmpty();
        boolean begins = english.endsWith(" ") && !NUMBERED.matcher(translated).find();
        this.translated = begins ? translated + "%1$s" : translated;
    }

    private void close(StringBuilder piece, boolean number) {
        pieces.add(piece.toString());
        piece.setLength(0);
        numbers.add(number);
    }

    boolean isFixed() {
        return numbers.isEmpty();
    }

    String first() {
        return pieces.getFirst();
    }

    String last() {
        return pieces.getLast();
    }

    /** The letters that it is known by: the more, the better it fits. */
    int weight() {
        return weight;
    }

    /**
     * What is filled in; empty when the text is none of this template.
     *
     * @param steps may be taken in looking; the text is taken for none when they are used up
     */
    Optional<List<String>> filled(String text, Steps steps) {
        if (!text.startsWith(first()) || !text.endsWith(last()) || text.length() < weight) {
            return Optional.empty();
        }
        var found = new ArrayList<String>();
        return fill(text, first().length(), 1, found, steps) ? Optional.of(found) : Optional.empty();
    }

    private boolean fill(String text, int from, int piece, List<String> found, Steps steps) {
        String literal = pieces.get(piece);
        boolean last = piece == pieces.size() - 1;
        int at = last ? text.length() - literal.length() : text.indexOf(literal, from);
        while (at >= from && steps.take()) {
            String between = text.substring(from, at);
            if (!numbers.get(piece - 1) || NUMBER.matcher(between).matches()) {
                found.add(between);
                if (last || fill(text, at + literal.length(), piece + 1, found, steps)) {
                    return true;
                }
                found.removeLast();
            }
            at = last || literal.isEmpty() && at == text.length() ? -1 : text.indexOf(literal, at + 1);
        }
        return false;
    }

    /**
     * The translation; empty when nothing of what is filled in confirms that it is this sentence.
     *
     * @param words translates what is filled in without quotes
     */
    Optional<String> translated(List<String> filled, UnaryOperator<String> words) {
        var values = new ArrayList<String>();
        boolean confirmed = telling;
        for (int i = 0; i < filled.size(); i++) {
            String value = filled.get(i);
            String said = isQuoted(i) || translated.contains("%" + (i + 1) + "$S") ? value : words.apply(value);
            confirmed |= !said.equals(value) || numbers.get(i) || filled.size() == 1 && NUMBER.matcher(value).matches();
            values.add(said);
        }
        return confirmed ? Optional.of(put(values)) : Optional.empty();
    }

    private String put(List<String> values) {
        var said = new StringBuilder();
        var found = NUMBERED.matcher(translated);
        int from = 0;
        while (found.find()) {
            Chinese.append(said, translated.substring(from, found.start()));
            Chinese.append(said, found.group(1) == null ? "%" : values.get(Integer.parseInt(found.group(1)) - 1));
            from = found.end();
        }
        Chinese.append(said, translated.substring(from));
        return said.toString();
    }

    /** Whether it is known by its letters alone. */
    boolean isTelling() {
        return telling;
    }

    /** Whether what is filled in stands in quotes: it is a name or what somebody typed. */
    boolean isQuoted(int placeholder) {
        String before = pieces.get(placeholder);
        return !before.isEmpty() && QUOTES.indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    /** Whether this placeholder and the next stand side by side, so that only what is filled in parts them. */
    boolean isJoined(int placeholder) {
        return placeholder + 1 < numbers.size() && !numbers.get(placeholder)
                && pieces.get(placeholder + 1).isEmpty();
    }

    /** Steps that may be taken for one text: hostile texts end in no long search. */
    static final class Steps {
        private int left;

        Steps(int left) {
            this.left = left;
        }

        boolean take() {
            return left-- > 0;
        }
    }
}

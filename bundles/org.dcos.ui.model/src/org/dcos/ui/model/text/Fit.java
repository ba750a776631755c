package org.dcos.ui.model.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A template that fits a text.
 *
 * @param filled what is filled in
 * @param stop   what was done with the full stop of the text to make it fit
 */
record Fit(Template template, List<String> filled, Stop stop) {

    private static final Pattern SENTENCES = Pattern.compile("[.?!] +[^ ]");
    private static final String FULL_STOP = "。";

    /** What is filled in looks like: the later, the less likely it is meant so. */
    enum Look {
        PLAIN, OF_LISTS, OF_SENTENCES, OF_QUOTES
    }

    enum Stop {
        AS_IT_IS, TAKEN, PUT;

        /** The translation with a full stop where the text has one. */
        String undone(String said) {
            return switch (this) {
                case AS_IT_IS -> said;
                case TAKEN -> said + FULL_STOP;
                case PUT -> said.endsWith(FULL_STOP) ? said.substring(0, said.length() - 1) : said;
            };
        }
    }

    /** Whether it may be meant: a template of few letters is none for sentences. */
    boolean isPossible() {
        return template.isTelling() || stop == Stop.AS_IT_IS && !holdsSentences();
    }

    Look look() {
        boolean open = template.first().isEmpty() || template.last().isEmpty();
        var look = holdsSentences() ? Look.OF_SENTENCES : Look.PLAIN;
        for (int i = 0; i < filled.size(); i++) {
            String value = filled.get(i);
            if (template.isQuoted(i) && value.contains("' ")) {
                return Look.OF_QUOTES;
            }
            if (look == Look.PLAIN && open && value.contains("; ")) {
                look = Look.OF_LISTS;
            }
        }
        return look;
    }

    private boolean holdsSentences() {
        return filled.stream().anyMatch(value -> SENTENCES.matcher(value).find());
    }

    /** Whether it is put behind something else as it is. */
    boolean isPart() {
        return !template.first().isEmpty() && !Character.isLetterOrDigit(template.first().charAt(0));
    }
}

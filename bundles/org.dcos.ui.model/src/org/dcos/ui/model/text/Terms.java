package org.dcos.ui.model.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.dcos.domain.cmdb.Field;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;

/** The words of the server-core that the console has of its own: kinds, fields, choices, levels. */
final class Terms {

    private final Texts texts;
    private final Map<String, String> terms = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();

    Terms(Texts texts) {
        this.texts = texts;
        for (Kind kind : Kind.values()) {
            kinds.put(kind.word(), texts.of("kind.one", kind));
            terms.put(kind.resource(), texts.of("kind.many", kind));
            terms.put(spaced(kind.resource()), texts.of("kind.many", kind));
        }
        terms.putAll(kinds);
        for (Kind kind : Kind.values()) {
            Items.fields(kind).forEach(this::add);
        }
        List.of("ON", "OFF").forEach(state -> add(state, "power." + state));
        List.of("OK", "WARNING", "CRITICAL").forEach(level -> add(level, "level." + level));
        add("INFO", "severity.INFO");
    }

    private void add(Field field) {
        field.choices().forEach(choice -> add(choice, "choice." + choice));
        if (field.path().length() > 2) { // the ends of a cable are no words
            add(field.path(), "field." + field.path());
            add(spaced(field.path()), "field." + field.path());
        }
    }

    private void add(String term, String key) {
        texts.find(key).ifPresent(title -> terms.putIfAbsent(term, title));
    }

    void put(String term, String translated) {
        terms.put(term, translated);
    }

    boolean has(String term) {
        return terms.containsKey(term);
    }

    Optional<String> find(String term) {
        return Optional.ofNullable(terms.get(term));
    }

    String of(String term) {
        return terms.getOrDefault(term, term);
    }

    /** {@code server web-1}: a kind and a name. */
    Optional<String> thing(String text) {
        if (text.contains(": ")) {
            return Optional.empty();
        }
        for (int space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
            String kind = kinds.getOrDefault(text.substring(0, space), "");
            if (!kind.isEmpty()) {
                return Optional.of(Chinese.together(kind, text.substring(space + 1)));
            }
        }
        return Optional.empty();
    }

    /** {@code 3 servers} */
    Optional<String> counted(String text) {
        int space = text.indexOf(' ');
        return space <= 0 || !text.chars().limit(space).allMatch(Character::isDigit) ? Optional.empty()
                : find(text.substring(space + 1))
                        .map(term -> texts.get("sentence.count", term, text.substring(0, space)));
    }

    /** {@code heightUnits} becomes {@code height units}, as titles of change sets say it. */
    private static String spaced(String path) {
        return path.replace('-', ' ').replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}

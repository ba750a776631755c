package org.dcos.ui.model.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Translations by their English, in gettext's form: {@code NAME_zh.po} beside this class, of which {@code msgid} and
 * {@code msgstr}, each on one line, are read. A language without such a file has none: its reader sees the English.
 */
final class Catalogue {

    private static final String ENGLISH = "msgid ";
    private static final String TRANSLATED = "msgstr ";

    static Map<String, String> read(String name, Locale locale) {
        String file = name + "_" + locale.getLanguage() + ".po";
        try (var stream = Catalogue.class.getResourceAsStream(file)) {
            return stream == null ? Map.of() : parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Map<String, String> parse(String text) {
        var found = new LinkedHashMap<String, String>();
        String english = "";
        for (String line : text.split("\n")) {
            if (line.startsWith(ENGLISH)) {
                english = quoted(line.substring(ENGLISH.length()));
            } else if (line.startsWith(TRANSLATED)) {
                found.put(english, quoted(line.substring(TRANSLATED.length())));
            }
        }
        return found;
    }

    private static String quoted(String text) {
        return text.strip().substring(1, text.strip().length() - 1).translateEscapes();
    }

    private Catalogue() {}
}

package org.dcos.ui.model.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * A message catalogue: {@code messages.properties} (English), {@code messages_zh.properties} beside a class; a missing
 * key shows as {@code !key!} and fails a test, never the console.
 */
public final class Texts {

    private final ResourceBundle bundle;
    private final Locale locale;
    private Optional<Sentences> sentences = Optional.empty();

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The view-models' own catalogue. */
    public static Texts load(Locale locale) {
        return load(Texts.class, locale);
    }

    /** @param anchor a class of the bundle and package that the catalogue lies in */
    public static Texts load(Class<?> anchor, Locale locale) {
        return new Texts(
                ResourceBundle.getBundle(anchor.getPackageName() + ".messages", locale, anchor.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                locale);
    }

    public Locale locale() {
        return locale;
    }

    /** What translates the sentences of the server-core; made when it is first asked for. */
    public synchronized Sentences sentences() {
        var made = sentences.orElseGet(() -> new Sentences(load(locale)));
        sentences = Optional.of(made);
        return made;
    }

    /** The text, with {@code {0}} and so on replaced; numbers are written in the locale's way. */
    public String get(String key, Object... arguments) {
        try {
            var pattern = bundle.getString(key);
            return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
        } catch (MissingResourceException _) {
            return "!" + key + "!";
        }
    }

    /** The text as it stands, where there is one: for words from outside that may be new. */
    public Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** The text for a value of a closed set: key {@code prefix.NAME}. */
    public String of(String prefix, Enum<?> value) {
        return get(prefix + "." + value.name());
    }
}

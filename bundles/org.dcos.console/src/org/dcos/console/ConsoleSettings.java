package org.dcos.console;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What the operator chose for this console, kept in {@code DIR/console.properties}. It is read before the workbench
 * exists, since the language has to be known by then. Thread-safe.
 */
final class ConsoleSettings {

    /** What can be chosen. SERVER is host and port of the remote server-core used last; empty for the embedded one. */
    enum Key {
        LANGUAGE("language"), THEME("theme"), SERVER("server"), WELCOMED("welcomed"), SIMULATED("simulated");

        private final String text;

        Key(String text) {
            this.text = text;
        }
    }

    private static final String FILE = "console.properties";

    private final Path file;
    private final Properties values = new Properties();

    private ConsoleSettings(Path file) {
        this.file = file;
    }

    /** @throws IOException when the file is there and cannot be read */
    static ConsoleSettings open(Path data) throws IOException {
        var settings = new ConsoleSettings(data.resolve(FILE));
        try {
            settings.values.load(new StringReader(Files.readString(settings.file)));
        } catch (NoSuchFileException _) { // first start
            return settings;
        } catch (IllegalArgumentException e) {
            throw new IOException("%s holds a broken \\u escape; mend or delete it.".formatted(settings.file), e);
        }
        return settings;
    }

    synchronized Optional<String> get(Key key) {
        return Optional.ofNullable(values.getProperty(key.text)).filter(text -> !text.isBlank());
    }

    /** On disk when this returns: written beside and moved into place. */
    synchronized void put(Key key, String value) throws IOException {
        values.setProperty(key.text, value);
        var text = new StringWriter();
        values.store(text, "DCOS console");
        Files.createDirectories(file.getParent());
        var fresh = file.resolveSibling(FILE + ".new");
        Files.writeString(fresh, text.toString());
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The chosen language, else the system's where it is one of ours, else English. */
    Locale locale(Locale system) {
        return switch (get(Key.LANGUAGE).orElse("")) {
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> system.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE
                    : system.getLanguage().equals("en") ? system : Locale.ENGLISH;
        };
    }
}
